#include "support/faults.hpp"

namespace stslint::malformed_tag {
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
  const std::string tag = place.value.text();
  const std::size_t equals = tag.find('=');
  if (is_blank(tag))
    return {std::string(place.subject) +
            " is an empty tag; write it as key:value, for example \"env:prod\", or remove it"};
  const std::string subject = "tag " + shown(place.value);
  if (tag.find(':') == std::string::npos && equals != std::string::npos && equals > 0 && equals + 1 < tag.size()) {
    std::string mend = tag;
    mend[equals] = ':';
    return {subject + " has no colon between its key and its value; write " + in_quotes(mend), mend,
            replaced(place.value, json_string(mend))};
  }
  const std::string problem = tag.find(':') == std::string::npos ? " has no colon, so it has a value but no key"
                              : tag.starts_with(':')             ? " has no key before its colon"
                                                                 : " has no value after its colon";
  return {subject + problem + "; write it as key:value, for example \"env:prod\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("production")", R"(":production")", R"("env:")", R"("")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "malformed-tag",
    .summary = "a tag does not have the form key:value",
    .why = "The documentation describes tags as \"A list of key/value tags to associate with the event.\" StackState "
           "accepts other strings too, but keeps them as tags without a key or without a value.",
    .severity = Severity::warning,
    .on = "tag",
    .mark = unpaired,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::malformed_tag
