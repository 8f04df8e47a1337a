#include "support/secrets.hpp"

namespace stslint::unfilled_placeholder {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("<component-identifier>")", R"("urn:host:/web01")"},
    {"text", R"("{{ .Values.title }}")", R"("Deployed web 1.4.2")"},
    {"data", R"({"version": "${VERSION}"})", R"({"version": "1.4.2"})"},
    {"data", R"({"owner": "[object Object]"})", R"({"owner": "team-web"})"},
};

/// A placeholder for a secret is better than the secret, but a field of the payload that nobody reads needs neither.
bool broken(const Place &place) {
  return placeholder_in(place.value.contents()) && (!names_secret(place) || place.property != nullptr);
}

Words words(const Place &place) {
  const std::string found(*placeholder_in(place.value.contents()));
  const bool key = place.document->nodes()[place.value.index()].key,
             whole = found.size() == place.value.contents().size();
  const std::string subject = key ? "a name in " + std::string(place.subject) : std::string(place.subject);
  const bool printed = is_printed_in_place(found);
  const std::string stated = subject + (whole ? " is " : " contains ") + (printed ? "" : "the unfilled placeholder ") +
                             in_quotes(found) + why_unfilled(place, found) +
                             (printed ? ", which a program printed in place of a value" : "");
  if (names_secret(place))
    return {stated + "; " + std::string(take_key_out)};
  const std::string meant = whole && !key ? expected(place) : "";
  return {stated + "; before sending, replace it with " + (meant.empty() ? "the actual value" : meant)};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("<value>")", R"("${VALUE}")", R"("##VALUE##")", R"("{{ value }}")"};
  const bool free = place.value.is(Kind::string) && only_its_type_matters(place);
  return free ? replaced(place.value, std::string(decisions.pick(bad))) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "unfilled-placeholder",
    .summary = "a string is or contains a placeholder instead of a value",
    .why = "Payloads are often copied from documentation or made from templates. Placeholders such as <…>, {{…}}, "
           "${…}, %{…} and ##…## are valid JSON inside quotes, so the receiver accepts them, and StackState shows the "
           "placeholder in place of the value. The same goes for text that a program prints in place of a value, for "
           "example [object Object].",
    .severity = Severity::warning,
    .types = bit(Kind::string),
    .mark = may_hold_placeholder,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unfilled_placeholder
