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
  using Found = NoGuide::Found;

  /// What is expected of a value.
  struct Expected {
    const Shape *shape;
    const Property *property;
    const RuleSet *rules;
    std::uint8_t marks; ///< of its name and its place
  };
  /// A container at work.
  struct Level {
    Expected expected;
    std::uint32_t node;
    std::uint32_t spot;    ///< 0 if it has none
    std::uint32_t index;   ///< of a list: of the item that comes next
    std::uint8_t *guesses; ///< of an object: where that of the next property is
    std::uint64_t said;    ///< of an object: a bit for each property
    std::uint64_t begun;   ///< of a list: a bit for how each string in it begins
    std::uint64_t held;    ///< and for what it says
  };

  // What the parser tells.
  const char *expected_key(const char *at, const char *end, Node &node);
  Found other_key(std::uint32_t index, const Node &key);
  void item();
  bool scalar(std::uint32_t index, const Node &node, Kind kind);
  bool open(std::uint32_t node, Kind kind);
  bool close(std::uint32_t node, Kind kind);

  void expect(std::size_t property);
  void expect(const Shape *shape, std::uint8_t marks);
  RuleSet::Bits asked(const RuleSet &rules, Kind kind) const {
    return rules.asked[static_cast<std::size_t>(kind)] & ~(rules.of_streams & static_cast<RuleSet::Bits>(idle_));
  }
  bool ask(std::uint32_t node, Kind kind);
  bool ask(std::uint32_t node, const RuleSet &rules, RuleSet::Bits asked);
  bool ask_absent(Level &level, const Property &property);
  bool is_asked_absent(const Rule &rule) const {
    return (rule.types & absent_only) != 0 && (rule.scope != Scope::stream || idle_ == 0);
  }
  bool put_down(const Workspace::Question &question);
  bool alone(const RuleSet &rules, RuleSet::Bits asked, std::uint32_t node);
  const Property *property(std::uint32_t index, const Node &key) const;
  std::uint8_t marks_of(std::uint32_t index, const Node &node, Kind kind, std::uint8_t wanted);
  std::uint8_t likeness(std::uint32_t node);
  std::uint32_t spot_of(Level &level);
  bool answer(std::vector<Finding> &findings);
  const Rule *broken(const Workspace::Question &question, Place &place);
  void stand(Place &place, const Workspace::Spot *within, Value value, const Shape *shape, const Property *property);
  void go_to(std::uint32_t spot);
  Value at(std::uint32_t node) const { return Value(document_, node); }

  const Contract &contract_;
  Document &document_;
  const Settings &settings_;
  Workspace &workspace_;
  const std::uint64_t idle_; ///< all bits, if there is no stream at hand
  const char *start_ = nullptr;
  std::size_t size_ = 0;
  Expected expected_ = {};
  std::array<Level, Document::max_depth + 1> levels_;
  Level *level_ = levels_.data(); ///< the innermost; the first holds the text
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
  Place alone_{.settings = &settings_, .document = &document_};
  std::uint32_t around_ = 0;   ///< the spot of the last question
  std::uint32_t deepest_ = 0;  ///< of the spots
  std::uint32_t standing_ = 0; ///< the places of containers of less depth stand
};

} // namespace stslint
