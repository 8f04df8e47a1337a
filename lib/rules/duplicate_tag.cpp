#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"tags", R"(["env:prod", "env:prod"])", R"(["env:prod", "team:web"])"},
};

bool broken(const Place &place) {
  return place.value.is(Kind::string) && !place.siblings->earlier(place.value, place.parent, whole).absent();
}

Words words(const Place &place) {
  return {"tag " + shown(place.value) + " is already in this list; remove it, or write the one you meant"};
}

Edits fault(const Place &place, Choices &) {
  return {{place.value.offset(), 0, std::string(place.value.raw()) + ", "}};
}

} // namespace

extern constexpr Rule duplicate_tag = {
    .id = "duplicate-tag",
    .summary = "the same tag stands twice in a list",
    .why = "StackState keeps tags as a map from key to value: the second is lost without harm, but usually another was "
           "meant.",
    .severity = Severity::warning,
    .on = "tag",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
