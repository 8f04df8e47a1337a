#pragma once

#include "../contract/contract.hpp"
#include "../document/fast_parser.hpp"

#include <algorithm>
#include <optional>

namespace stslint {

/// Certifies texts without mistakes in less time than it takes to walk them, and finds out what is left to walk of any
/// other text: all of it, or only some of its parts, which are objects and lists that no rule looks into from outside.
/// In the rest of the text, the walk would find nothing.
///
/// It checks a text while that is parsed, as the guide of FastParser. It remembers which member mostly follows which,
/// so that most keys take one comparison. It asks the rules that the walk asks; those that look around their place come
/// last, when the whole document is known. It keeps its memory between texts. Each document needs its own certifier.
class Certifier {
public:
  /// The values of these shapes are parts; null for none.
  using PartShapes = std::array<const Shape *, 2>;

  Certifier(const Contract &contract, const PartShapes &part_shapes, Document &document, const Settings &settings,
            Siblings &siblings);

  /// Parses `bytes` into the document, read as a value of the shape `root`. Returns the nodes that are left to walk, in
  /// order: an empty list if nothing is wrong, no value if the whole text is left. Unless it is, `units` receives the
  /// nodes of the shape `unit`. Valid until the next call.
  std::optional<std::span<const std::uint32_t>> left_to_walk(std::string_view bytes, const Shape &root,
                                                             const Shape *unit, std::vector<std::uint32_t> &units);

private:
  friend class FastParser;

  /// The properties that came last in an object of a shape, first or after a certain other one: the last two. Only
  /// guesses.
  using Guesses = std::array<std::uint8_t, 2>;

  struct Level : OpenContainer {
    const Property *expected; ///< null for the level around the outermost value
    std::uint32_t ancestor;   ///< 0 if it has none
    std::uint32_t index;      ///< of a list: of the item that comes next
    Guesses *guesses;         ///< of an object: which property comes next
    std::uint64_t named;      ///< of an object: a bit for each property that it has
    std::uint64_t begun;      ///< of a list: a bit for how each string in it begins
    std::uint64_t held;       ///< of a list: a bit for the text of each string in it or its items
  };

  /// A place about which rules are to be asked, once the whole document is known.
  struct Question {
    static constexpr std::uint32_t nobody = ~std::uint32_t{0};
    std::uint32_t node;   ///< `nobody` for a member that is not there
    std::uint32_t within; ///< the number of an ancestor, from 1 on; 0 at the root
    RuleSet::Bits asked;
    const Property *expected;
  };
  /// A container about which, or within which, something is asked.
  struct Ancestor {
    std::uint32_t within, depth, node;
    const Property *expected;
  };

  // Called by the parser.
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
  RuleSet::Bits idle_ = 0; ///< all bits without Settings::streams; otherwise 0
  const char *start_ = nullptr;
  std::size_t size_ = 0;
  const char *last_key_ = nullptr;     ///< where a key can begin at the latest, if all of Property::key is read there
  const Property *expected_ = nullptr; ///< what the next value should be
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
  Property whole_; ///< what is expected of the outermost value: its shape, for Contract::finish asks its rules
  Place here_{.settings = &settings_, .document = &document_}; ///< what is asked without waiting
  std::uint32_t around_ = 0;                                   ///< the ancestor of the last question
  std::uint32_t deepest_ = 0;                                  ///< of the ancestors
  std::uint32_t standing_count_ = 0;                           ///< the places of containers of less depth are valid

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
  Levels<Level> levels;                                         ///< used by the parser; see NoGuide
};

} // namespace stslint
