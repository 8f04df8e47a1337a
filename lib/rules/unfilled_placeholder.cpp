#include "support/secrets.hpp"

namespace stslint::unfilled_placeholder {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("<component-identifier>")", R"("urn:host:/web01")"},
    {"text", R"("{{ .Values.title }}")", R"("Deployed web 1.4.2")"},
    {"data", R"({"version": "${VERSION}"})", R"({"version": "1.4.2"})"},
};

/// A placeholder for a secret is better than the secret.
bool broken(const Place &place) { return placeholder_in(place.value.contents()) && !names_secret(place); }

Words words(const Place &place) {
  const std::string found(*placeholder_in(place.value.contents()));
  const bool key = place.document->nodes()[place.value.index()].key,
             whole = found.size() == place.value.contents().size();
  const std::string subject = key ? "a name in " + std::string(place.subject) : std::string(place.subject);
  const std::string what = whole ? " is the placeholder " : " holds the placeholder ";
  const std::string meant = whole && !key ? expected(place) : "";
  return {subject + what + in_quotes(found) + ", which nobody filled in; put the value here before sending" +
          (meant.empty() ? "" : ": " + meant)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("<value>")", R"("${VALUE}")", R"("##VALUE##")", R"("{{ value }}")"};
  const bool free = place.value.is(Kind::string) && only_its_type_matters(place);
  return free ? replaced(place.value, std::string(decisions.pick(bad))) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "unfilled-placeholder",
    .summary = "a text is a placeholder of a template that nobody filled in",
    .why = "Payloads are copied from documents and made from templates. <…>, {{…}}, ${…}, #{…} and ##…## within quotes "
           "are JSON, so "
           "the receiver takes them, and the event says nothing.",
    .severity = Severity::warning,
    .types = bit(Kind::string),
    .mark = may_hold_placeholder,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unfilled_placeholder
