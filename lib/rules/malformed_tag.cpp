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
  return colon == std::string_view::npos || colon == 0 ||
         tag.find_first_not_of(' ', colon + 1) == std::string_view::npos;
}

Words words(const Place &place) {
  const std::string_view tag = place.value.contents();
  const std::string what = tag.find(':') == std::string_view::npos ? " has no colon, so it has a value but no key"
                           : tag.starts_with(':')                  ? " has no key before its colon"
                                                                   : " has no value after its colon";
  return {"tag " + shown(place.value) + what + "; write it as key:value, for example \"env:production\""};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view bad[] = {R"("production")", R"(":production")", R"("env:")", R"("")"};
  return replaced(place.value, std::string(choices.pick(bad)));
}

} // namespace

extern constexpr Rule malformed_tag = {
    .id = "malformed-tag",
    .summary = "a tag is not of the form key:value",
    .why = "\"A list of key/value tags to associate with the event.\" StackState accepts a plain tag, but as a "
           "key/value pair it lacks its key or its value.",
    .severity = Severity::warning,
    .on = "tag",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
