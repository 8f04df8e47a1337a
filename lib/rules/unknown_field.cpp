#include "support/agent_fields.hpp"
#include "support/renames.hpp"
#include "support/secrets.hpp"

namespace stslint::unknown_field {
namespace {

constexpr Example examples[] = {
    {"context",
     R"({"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"], "source_id": "4711"})",
     R"({"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"], "source_identifier": "4711"})"},
    {"source-link", R"({"title": "Build", "url": "https://ci.example.org", "icon": "gear"})",
     R"({"title": "Build", "url": "https://ci.example.org"})"},
};

bool broken(const Place &place) { return !is_agent_field(place) && !leads_to_secret(place); }

Words words(const Place &place) {
  const std::string message =
      shown(place.value) + " is not a field of " + std::string(place.subject) + ", so the receiver ignores it; ";
  if (place.home == place.shape)
    return {message + "its content belongs one level up: remove this level"};
  if (place.home != nullptr)
    return {message + "it belongs in " + home_of(place) + ": move it there"};
  if (place.member.empty())
    return {message + "remove it, or rename it if you meant another field"};
  return renamed(place, message + "did you mean " + in_quotes(place.member) + '?');
}

Edits fault(const Place &place, Decisions &decisions) {
  const auto wanted = [](const Rule *rule) { return rule->severity == Severity::error; };
  const bool optional = place.property != nullptr && std::ranges::none_of(place.property->absent_rules, wanted);
  if (optional && decisions.draw(2) == 1)
    return replaced(place.value, json_string(std::string(place.property->name) + '_'));
  return inserted(place.parent, R"("unheard-of": true)");
}

} // namespace

extern constexpr Rule rule = {
    .id = "unknown-field",
    .summary = "a payload has a field that the receiver does not know",
    .why = "The receiver ignores fields that it does not know, so their values are lost without notice. Most of these "
           "fields are misspelt. StackState's own agents refuse unknown fields in a context.",
    .severity = Severity::warning,
    .receiver = {Expected::accept, "the receiver ignores fields that it does not know"},
    .keywords = Keyword::additional_properties,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::unknown_field
