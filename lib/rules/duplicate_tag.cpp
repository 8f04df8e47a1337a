#include "support/duplicates.hpp"

namespace stslint::duplicate_tag {
namespace {

constexpr Example examples[] = {
    {"tags", R"(["env:prod", "env:prod"])", R"(["env:prod", "team:web"])"},
};

Words words(const Place &place) {
  return {"tag " + shown(place.value) +
          " is already in this list, so the second one has no effect; remove it, or write the tag you meant"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-tag",
    .summary = "a list has the same tag twice",
    .why = "StackState keeps tags as a map from key to value. Losing the second tag does no harm, but usually the "
           "sender meant another one.",
    .severity = Severity::warning,
    .on = "tag",
    .mark = may_repeat,
    .examples = examples,
    .broken = stands_before,
    .words = words,
    .fault = twice,
};

} // namespace stslint::duplicate_tag
