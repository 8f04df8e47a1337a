#pragma once

#include "../contract/contract.hpp"
#include "../document/fast_parser.hpp"

#include <algorithm>
#include <optional>

namespace stslint {

/// Certifies texts in which nothing is wrong, in less time than it takes to walk them, and tells what of a text is left
/// to walk: all of it, or only some of its parts, which are objects and lists that no rule looks into from outside. In
/// the rest of it, the walk finds nothing.
///
/// It looks at a text while that is parsed: the guide of FastParser. It knows which member mostly follows which, so
/// that most keys need no more than a look whether they are that. It asks the rules that the walk asks, but those that
/// look around themselves last, when all of the document is known. Keeps its memory between texts; one a document.
class Certifier {
public:
  /// The values of these shapes are parts; null for none.
  using PartShapes = std::array<const Shape *, 2>;

  Certifier(const Contract &contract, const PartShapes &part_shapes, Document &document, const Settings &settings,
            Siblings &siblings);

  /// Parses `bytes` into the document, read as a value of the shape `root`. Answers the nodes that are left to walk, in
  /// order: none, if nothing is wrong; nothing, if it is all of it. If it is not, `units` receives the nodes of the
  /// shape `unit`. Valid until the next call.
  std::optional<std::span<const std::uint32_t>> left_to_walk(std::string_view bytes, const Shape &root,
                                                             const Shape *unit, std::vector<std::uint32_t> &units);

private:
  friend class FastParser;

  /// Which properties of a shape stood first in its objects, or after another: the last two. Only guesses.
  using Guesses = std::array<std::uint8_t, 2>;

  struct Level : OpenContainer {
    const Property *expected; ///< null where the outermost value stands
    std::uint32_t ancestor;   ///< 0 if it has none
    std::uint32_t index;      ///< of a list: of the item that comes next
    Guesses *guesses;         ///< of an object: which property comes next
    std::uint64_t named;      ///< of an object: a bit for each property
    std::uint64_t begun;      ///< of a list: a bit for how each string in it begins
    std::uint64_t held;       ///< and for what it, or a member of an item, says
  };

  /// What rules are to be asked about, once all of a document is known.
  struct Question {
    static constexpr std::uint32_t nobody = ~std::uint32_t{0};
    std::uint32_t node;   ///< `nobody`: a member that is not there
    std::uint32_t within; ///< the number of an ancestor, from 1 on; 0 at the root
    RuleSet::Bits asked;
    const Property *expected;
  };
  /// A container about which, or within which, something is asked.
  struct Ancestor {
    std::uint32_t within, depth, node;
    const Property *expected;
  };

  // What the parser tells.
  const char *expected_key(const char *at, Node &node);
  bool other_key(const Node &key, std::string_view name);
  void item();
  void string(const Node &node, std::string_view contents);
  void word(const Node &node);
  void open(const Node &node);
  void close(const Node &node);

  void start(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units);
  bool is_key(const char *at, std::size_t property) const;
  const char *take_key(const char *at, std::size_t property, Node &node);
  void expect(std::size_t property);
  void expect(const Shape *shape);
  template <typename Sure> bool in_bounds(const Node &node, Kind kind, Sure sure) const;
  void ask_with(Marks marks, const Node &node, Kind kind);
  bool ask(std::uint32_t node, RuleSet::Bits asked);
  bool ask_absent(Level &level, const Property &property);
  bool put_down(std::uint32_t node, RuleSet::Bits asked);
  bool put_down(const Question &question);
  Marks repeat_marks(std::string_view text, Marks wanted);
  std::uint32_t ancestor_of(Level &level);
  void give_up(std::uint32_t node);
  void give_up_levels(Level *first);
  bool is_part(const Shape *shape) const { return std::ranges::find(part_shapes_, shape) != part_shapes_.end(); }
  void answer();
  bool holds(const Question &question);
  std::optional<std::uint32_t> part_with(const Question &question) const;
  void stand(Place &place, const Ancestor *within, Value value, const Property *expected);
  void go_to(std::uint32_t ancestor);
  std::uint32_t index(const Node &node) const { return static_cast<std::uint32_t>(&node - document_.nodes().data()); }
  Value at(std::uint32_t node) const { return Value(document_, node); }

  const Tables &tables_;
  const PartShapes part_shapes_;
  Document &document_;
  const Settings &settings_;
  Siblings &siblings_;
  // Of the text at hand.
  RuleSet::Bits idle_ = 0; ///< all bits, if there is no stream at hand
  const char *start_ = nullptr;
  std::size_t size_ = 0;
  const char *last_key_ = nullptr;     ///< where a key can begin at the latest, if all of Property::key is read there
  const Property *expected_ = nullptr; ///< of the value that comes
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
  Property whole_; ///< what is expected of the outermost value: its shape, for Contract::finish asks its rules
  Place here_{.settings = &settings_, .document = &document_}; ///< what is asked without waiting
  std::uint32_t around_ = 0;                                   ///< the ancestor of the last question
  std::uint32_t deepest_ = 0;                                  ///< of the ancestors
  std::uint32_t standing_count_ = 0;                           ///< the places of containers of less depth stand

  bool all_ = false;                 ///< all of the text is left to walk
  std::vector<std::uint32_t> parts_; ///< else these nodes
  // What is expected within what is left to walk: anything, of which nothing is asked.
  Shape free_;
  Property unasked_;

  std::vector<Guesses> followers_;
  std::vector<Question> questions_;
  std::vector<Ancestor> ancestors_;
  std::vector<Place> places_; ///< that of a question, and, by their depth, those of the containers around it
  std::array<std::uint32_t, Document::max_depth + 1> standing_; ///< which ancestors those are
  Levels<Level> levels;                                         ///< for the parser, which NoGuide shows what it needs
};

} // namespace stslint
