#include "support/urls.hpp"

#include <algorithm>

namespace stslint::script_url {
namespace {

constexpr Example examples[] = {
    {"url", R"_("javascript:alert(1)")_", R"("https://ci.example.org/build/4711")"},
};

constexpr std::string_view scripts[] = {"javascript", "data", "vbscript"};
constexpr Bytes initial("jJdDvV"); // their first letters: most URLs start with another

bool broken(const Place &place) {
  const std::string_view url = place.value.view();
  if (url.empty() || !initial(url[0]))
    return false;
  const std::string_view found = scheme(url);
  return std::ranges::any_of(scripts, [&](std::string_view script) { return same_word(found, script); });
}

Words words(const Place &place) {
  return {subject_with_value(place) +
          " holds code or data that opens in the browser of anyone who clicks it; link to a page over https instead"};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"_("javascript:alert(1)")_", R"("data:text/html,hi")",
                                             R"_("JavaScript:void(0)")_"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "script-url",
    .summary = "the URL of a link contains code or data instead of an address",
    .why = "A javascript: or data: link can run the sender's code in the browser of anyone who clicks it.",
    .severity = Severity::warning,
    .on = "url",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::script_url
