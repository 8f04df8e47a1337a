#include "support/faults.hpp"

namespace stslint::empty_text {
namespace {

constexpr Example examples[] = {
    {"text", R"("")", R"("Deployed web 1.4.2")"},
    {"text", R"(" \n")", R"("Deployed web 1.4.2")"},
};

bool broken(const Place &place) { return is_blank(place.value.view()); }

Words words(const Place &place) {
  const std::string noun = expected(place);
  const auto &examples_of = place.property != nullptr ? place.property->examples : place.shape->examples;
  const std::string example = examples_of.empty() ? "" : ", for example " + std::string(examples_of[0]);
  return {std::string(place.subject) + (place.value.contents().empty() ? " is empty" : " is blank") +
          ", so StackState has nothing to show; write " + noun.substr(0, noun.find(", as a")) + example};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view blank[] = {R"("")", R"("   ")", R"("\t\n")"};
  return replaced(place.value, std::string(decisions.pick(blank)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "empty-text",
    .summary = "a displayed text is empty or blank",
    .why =
        "The documentation marks msg_title and msg_text as required. The receiver accepts empty ones, but StackState "
        "then shows an event that says nothing. The same goes for the source of an event and the title of a link.",
    .severity = Severity::warning,
    .on = "text",
    .mark = odd_edge,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::empty_text
