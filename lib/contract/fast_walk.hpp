#pragma once

#include "stslint/contract.hpp"

#include "../document/fast_parser.hpp"

namespace stslint {

/// Looks at a text in which nothing is wrong while it is parsed: the guide of FastParser. It knows which member mostly
/// follows which, so that most keys need no more than a look whether they are that. At the first doubt it gives up, and
/// Walk, which can tell what is wrong and what was meant, starts anew. It asks the rules that Walk asks, but those
/// that look around themselves last, when all of the document is known.
class FastWalk {
public:
  FastWalk(const Contract &contract, Document &document, const Settings &settings, Workspace &workspace)
      : contract_(contract), document_(document), settings_(settings), workspace_(workspace),
        idle_(settings.streams == nullptr ? ~std::uint64_t{0} : 0) {}

  /// Whether nothing is wrong but, maybe, with the whole, of which a finding then speaks: whatever the outermost value
  /// is asked comes last, and hides nothing. Then the document holds the text. `units` receives the nodes of the shape
  /// `unit`.
  bool clean(std::string_view bytes, const Shape &root, const Shape *unit, std::vector<Finding> &findings,
             std::vector<std::uint32_t> &units);

private:
  friend class FastParser;

  struct Level : Open {
    const Property *expected;    ///< null where the outermost value stands
    std::uint32_t spot;          ///< 0 if it has none
    std::uint32_t index;         ///< of a list: of the item that comes next
    Workspace::Guesses *guesses; ///< of an object: which property comes next
    std::uint64_t said;          ///< of an object: a bit for each property
    std::uint64_t begun;         ///< of a list: a bit for how each string in it begins
    std::uint64_t held;          ///< and for what it, or a member of an item, says
  };

  // What the parser tells.
  const char *expected_key(const char *at, Node &node);
  Named other_key(const Node &key, std::string_view name);
  void item();
  bool string(const Node &node, std::string_view contents);
  bool word(const Node &node);
  bool open(const Node &node);
  bool close(const Node &node);

  bool is_key(const char *at, std::size_t property) const;
  const char *take_key(const char *at, std::size_t property, Node &node);
  void expect(std::size_t property);
  void expect(const Shape *shape);
  template <typename Sure> bool in_bounds(const Node &node, Kind kind, Sure sure) const;
  bool ask_with(Marks marks, const Node &node, Kind kind);
  bool ask(std::uint32_t node, RuleSet::Bits asked);
  bool ask_absent(Level &level, const Property &property);
  bool is_asked_absent(const Rule &rule) const {
    return (rule.types & absent_only) != 0 && (rule.scope != Scope::stream || idle_ == 0);
  }
  bool put_down(std::uint32_t node, RuleSet::Bits asked);
  bool put_down(const Workspace::Question &question);
  bool alone(RuleSet::Bits asked, std::uint32_t node);
  Marks likeness(std::string_view text, Marks wanted);
  std::uint32_t spot_of(Level &level);
  bool answer(std::vector<Finding> &findings);
  const Rule *broken(const Workspace::Question &question, Place &place);
  void stand(Place &place, const Workspace::Spot *within, Value value, const Property *expected);
  void go_to(std::uint32_t spot);
  std::uint32_t index(const Node &node) const { return static_cast<std::uint32_t>(&node - document_.nodes().data()); }
  Value at(std::uint32_t node) const { return Value(document_, node); }

  const Contract &contract_;
  Document &document_;
  const Settings &settings_;
  Workspace &workspace_;
  const std::uint64_t idle_; ///< all bits, if there is no stream at hand
  const char *start_ = nullptr;
  std::size_t size_ = 0;
  const char *last_key_ = nullptr; ///< where a key can begin at the latest, if all of Property::key is read there
  Workspace::Guesses *followers_ = nullptr;
  const Property *expected_ = nullptr; ///< of the value that comes
  Levels<Level> levels;                ///< for the parser, which NoGuide shows what it needs
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
  Place alone_{.settings = &settings_, .document = &document_};
  std::uint32_t around_ = 0;   ///< the spot of the last question
  std::uint32_t deepest_ = 0;  ///< of the spots
  std::uint32_t standing_ = 0; ///< the places of containers of less depth stand
};

} // namespace stslint
