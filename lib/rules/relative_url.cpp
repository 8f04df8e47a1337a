#include "urls.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"url", R"("/build/4711")", R"("https://ci.example.org/build/4711")"},
    {"url", R"("ci.example.org/build/4711")", R"("https://ci.example.org/build/4711")"},
};

bool broken(const Place &place) { return scheme(place.value.contents()).empty(); }

Words words(const Place &place) {
  return {std::string(place.subject) + ' ' + shown(place.value) +
          " is not absolute, so the link leads nowhere from StackState; write it with scheme and host, for example "
          "\"https://ci.example.org/build/4711\""};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view bad[] = {R"("link_url")", R"("/build/4711")", R"("")",
                                             R"("//ci.example.org/4711")"};
  return replaced(place.value, std::string(choices.pick(bad)));
}

} // namespace

extern constexpr Rule relative_url = {
    .id = "relative-url",
    .summary = "the address of a link is not absolute",
    .why =
        "\"A list of links related to the event, for example a dashboard or the event in the source system.\" A link "
        "is opened from within StackState: without scheme and host it leads nowhere. The agents refuse such a link.",
    .severity = Severity::warning,
    .on = "url",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
