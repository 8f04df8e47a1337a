#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("<component-identifier>")", R"("urn:host:/web01")"},
    {"text", R"("{{ .Values.title }}")", R"("Deployed web 1.4.2")"},
    {"data", R"({"version": "${VERSION}"})", R"({"version": "1.4.2"})"},
};

/// The string is a template's placeholder from its start to its end; one within a text may be meant.
bool broken(const Place &place) {
  const std::string_view text = place.value.contents();
  for (const auto &[start, end] : placeholder_forms)
    if (text.size() > start.size() + end.size() && text.starts_with(start) && text.ends_with(end))
      return text.find_first_of("<>{}#", start.size()) == text.size() - end.size();
  return false;
}

Words words(const Place &place) {
  return {std::string(place.subject) + " is the placeholder " + shown(place.value) +
          ", which nobody filled in; put the value here before sending"};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view bad[] = {R"("<value>")", R"("${VALUE}")", R"("##VALUE##")", R"("{{ value }}")"};
  const bool free = place.value.is(Kind::string) && only_its_type_matters(place);
  return free ? replaced(place.value, std::string(choices.pick(bad))) : Edits{};
}

} // namespace

extern constexpr Rule unfilled_placeholder = {
    .id = "unfilled-placeholder",
    .summary = "a text is a placeholder of a template that nobody filled in",
    .why = "Payloads are copied from documents and made from templates. <…>, {{…}}, ${…}, #{…} and ##…## within quotes "
           "are JSON, so "
           "the receiver takes them, and the event says nothing.",
    .severity = Severity::warning,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
