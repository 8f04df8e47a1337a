#pragma once

#include "stslint/contract.hpp"

#include <optional>

namespace stslint {

/// One pass over a document in which nothing is wrong. At the first doubt it gives up, and Walk, which can tell what is
/// wrong and what was meant, starts anew. It asks what Walk asks, in the same order, but makes a Place only where a
/// rule is asked, and needs no second look at an object's members.
class FastWalk {
public:
  FastWalk(const Contract &contract, const Document &document, const Settings &settings, Workspace &workspace)
      : contract_(contract), document_(document), nodes_(document.nodes().data()), settings_(settings),
        bytes_(document.bytes()), workspace_(workspace), idle_(settings.streams == nullptr ? ~std::uint64_t{0} : 0) {}

  /// Whether nothing is wrong. `units` receives the nodes of the shape `unit`.
  bool clean(const Shape &root, const Shape *unit, std::vector<std::uint32_t> &units);

private:
  /// A container at work. Its Place is made when something within is first asked about.
  struct Level {
    const Level *outer;
    std::uint32_t node;
    const Shape &shape;
    const Property *property;
    std::uint8_t marks;
    mutable std::optional<Place> place = {};
  };

  bool value(const Level *outer, std::uint32_t node, const Shape &shape, const Property *property, std::uint8_t marks);
  bool object(const Level &level);
  bool list(const Level &level);
  bool ask(const Level *outer, std::uint32_t node, const Shape &shape, const Property *property, const RuleSet &rules,
           RuleSet::Bits asked);
  bool may_be_absent(const Level &level, const Property &property);
  bool says(std::uint32_t key, const Shape &shape, std::size_t property) const;
  std::size_t find(const Shape &shape, std::uint32_t key) const;
  void stand(Place &place, const Level *outer, const Value &value, const Shape &shape, const Property *property);
  const Place &place_of(const Level &level);
  Value at(std::uint32_t node) const { return Value(document_, node); }
  /// Between the quotes, which are double ones in a text without flaws.
  std::string_view contents(const Node &string) const { return {bytes_.data() + string.offset + 1, string.length - 2}; }
  std::uint8_t marks_of(const Node &node, std::uint8_t wanted) const;

  const Contract &contract_;
  const Document &document_;
  const Node *const nodes_;
  const Settings &settings_;
  const std::string_view bytes_;
  Workspace &workspace_;
  const std::uint64_t idle_; ///< all bits, if there is no stream at hand
  Place here_{.settings = &settings_, .document = &document_, .siblings = &workspace_.siblings};
  const Shape *unit_ = nullptr;
  std::vector<std::uint32_t> *units_ = nullptr;
};

} // namespace stslint
