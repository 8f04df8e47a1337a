#include "support/duplicates.hpp"

namespace stslint::duplicate_tag {
namespace {

constexpr Example examples[] = {
    {"tags", R"(["env:prod", "env:prod"])", R"(["env:prod", "team:web"])"},
};

Words words(const Place &place) {
  return {"tag " + shown(place.value) + " is already in this list; remove it, or write the one you meant"};
}

} // namespace

extern constexpr Rule rule = {
    .id = "duplicate-tag",
    .summary = "the same tag stands twice in a list",
    .why = "StackState keeps tags as a map from key to value: the second is lost without harm, but usually another was "
           "meant.",
    .severity = Severity::warning,
    .on = "tag",
    .mark = may_repeat,
    .examples = examples,
    .broken = stands_before,
    .words = words,
    .fault = twice,
};

} // namespace stslint::duplicate_tag
