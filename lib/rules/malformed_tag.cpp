#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"tag", R"("production")", R"("env:production")"},
    {"tag", R"(":production")", R"("env:production")"},
    {"tag", R"("env:")", R"("env:production")"},
};

bool broken(const Place &place) {
  const std::string_view tag = place.value.contents();
  const std::size_t colon = tag.find(':');
  return colon == std::string_view::npos || colon == 0 || colon + 1 == tag.size();
}

Words words(const Place &place) {
  const std::string_view tag = place.value.contents();
  const std::string what = tag.find(':') == std::string_view::npos ? " has no colon"
                           : tag.starts_with(':')                  ? " has no key before its colon"
                                                                   : " has no value after its colon";
  return {"tag " + shown(place.value) + what +
          "; StackState reads a tag as key:value and filters by its key: write it so, for example \"env:prod\""};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view bad[] = {R"("production")", R"(":production")", R"("env:")", R"("")"};
  return replaced(place.value, std::string(choices.pick(bad)));
}

} // namespace

extern constexpr Rule malformed_tag = {
    .id = "malformed-tag",
    .summary = "a tag is not of the form key:value",
    .why = "\"A list of key/value tags to associate with the event.\" StackState keeps an event's tags as a map from "
           "key to "
           "value; a tag without a colon, a key or a value is no entry of it.",
    .severity = Severity::warning,
    .on = "tag",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
