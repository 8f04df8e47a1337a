#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"source-link", R"({"title": "Build 4711"})", R"({"title": "Build 4711", "url": "https://ci.example.org/4711"})"},
    {"context", R"({"catgory": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]})",
     R"({"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]})"},
};

Words words(const Place &place) {
  const std::string name = in_quotes(place.member), expects = expected(place);
  if (place.value.absent())
    return {std::string(place.subject) + " has no " + name + ", which the receiver requires: " + expects};
  return {"the required member " + name + " is spelt " + shown(place.value) +
              ", a name the receiver does not know: write " + name,
          std::string(place.member), replaced(place.value, json_string(place.member)),
          same_word(place.value.text(), place.member)};
}

Edits fault(const Place &place, Choices &choices) {
  if (place.property == nullptr || !place.property->required)
    return {};
  if (choices.draw(2) == 0)
    return removed(place);
  return replaced(key_of(place), json_string(place.property->name + '_'));
}

} // namespace

extern constexpr Rule missing_field = {
    .id = "missing-field",
    .summary = "a required member is not there, or its name is misspelt",
    .why = "The receiver answers 400 to a message without its required members (\"Object is missing required "
           "member\"), or "
           "stores an event that nobody can find. Letter case counts: internalHostName is another name.",
    .severity = Severity::error,
    .keywords = Keyword::required,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint
