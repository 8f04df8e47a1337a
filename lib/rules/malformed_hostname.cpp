#include "support/faults.hpp"

namespace stslint::malformed_hostname {
namespace {

constexpr Example examples[] = {
    {"host-name", R"("")", R"("web01.example.org")"},
    {"host-name", R"("web 01")", R"("web01.example.org")"},
    {"host-name", R"("https://web01.example.org")", R"("web01.example.org")"},
};

constexpr std::array<scan::Range, 2> usual = {{{'!', '9'}, {';', '\x7f'}}}; // neither a space nor a colon

bool broken(const Place &place) {
  const std::string_view host = place.value.view();
  return host.empty() ||
         (!scan::all_within<usual>(host) && (host.find("://") != std::string_view::npos || has_space(host)));
}

Words words(const Place &place) {
  const std::string host = place.value.text();
  const std::string problem = host.empty() ? " is empty"
                              : host.find("://") != std::string_view::npos
                                  ? ' ' + shown(place.value) + " is a URL, not a host name"
                                  : ' ' + shown(place.value) + " contains white space, so it is not a host name";
  return {std::string(place.subject) + problem +
          "; write only the name of the sending host, for example \"web01.example.org\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("")", R"("web 01")", R"("https://web01")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "malformed-hostname",
    .summary = "the name of the sending host is empty, contains white space or is a URL",
    .why = "The documentation describes internalHostname as \"the host sending this data\". StackState binds the data "
           "to the host with that name, and a URL or a string with white space names no host.",
    .severity = Severity::warning,
    .on = "host-name",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::malformed_hostname
