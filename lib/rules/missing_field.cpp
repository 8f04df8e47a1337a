#include "support/renames.hpp"

namespace stslint::missing_field {
namespace {

constexpr Example examples[] = {
    {"source-link", R"({"title": "Build 4711"})",
     R"({"title": "Build 4711", "url": "https://ci.example.org/build/4711"})"},
    {"context", R"({"catgory": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]})",
     R"({"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]})"},
};

Words words(const Place &place) {
  const std::string name = in_quotes(place.member);
  if (place.value.absent())
    return {std::string(place.subject) + " has no " + name + ", which is required; add " + name + ": " +
            example_of(*place.property)};
  if (place.home == place.shape)
    return {std::string(place.subject) + " is wrapped in " + shown(place.value) + "; remove that level"};
  if (place.home != nullptr)
    return {shown(place.value) + " is in " + std::string(place.subject) + ", but it is required in " + home_of(place) +
            "; move it there"};
  return renamed(place, shown(place.value) + " is not a field of " + std::string(place.subject) + "; rename it to " +
                            name + ", which is required");
}

Edits fault(const Place &place, Decisions &decisions) {
  if (place.property == nullptr || !place.property->required)
    return {};
  if (decisions.draw(2) == 0)
    return removed(place);
  return replaced(key_of(place), json_string(std::string(place.property->name) + '_'));
}

} // namespace

extern constexpr Rule rule = {
    .id = "missing-field",
    .summary = "a required field is missing or has the wrong name",
    .why = "Without internalHostname the receiver answers 400. If any other required field is missing, the receiver "
           "refuses the part that lacks it, or stores it where it cannot be found. Names are case-sensitive: "
           "internalHostName is a "
           "different name.",
    .severity = Severity::error,
    .receiver =
        {Expected::reject,
         "a test of StackState's agent, which gets 400: \"Object is missing required member 'internalHostname'\""},
    .keywords = Keyword::required,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::missing_field
