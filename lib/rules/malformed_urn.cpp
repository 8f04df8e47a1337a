#include "faults.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("urn:host")", R"("urn:host:/web01")"},
    {"element-identifier", R"("urn:host:/web 01")", R"("urn:host:/web01")"},
};

/// urn:, a name of 1 to 32 letters, digits and hyphens, a colon, and more of the characters of URNs. Letter case does
/// not count.
bool is_urn(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto in_name = [&](char c) { return letter(c) || c == '-'; };
  const auto in_rest = [&](char c) {
    return letter(c) || std::string_view("()+,-.:=@;$_!*'%/?#").find(c) != std::string_view::npos;
  };
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view name = text.substr(0, colon), rest = text.substr(std::min(colon + 1, text.size()));
  return !name.empty() && name.size() <= 32 && letter(name[0]) && std::ranges::all_of(name, in_name) && !rest.empty() &&
         std::ranges::all_of(rest, in_rest);
}

bool broken(const Place &place) {
  const std::string text = place.value.text();
  return text.size() >= 4 && same_word(text.substr(0, 4), "urn:") && !is_urn(std::string_view(text).substr(4));
}

Words words(const Place &place) {
  return {"identifier " + shown(place.value) +
          " starts like a URN but is not a valid one, so it probably matches no element; write urn:<type>:<name> "
          "without spaces, for example \"urn:host:/web01\""};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view bad[] = {R"("urn:host")", R"("urn:host:/web 01")", R"("urn::x")", R"("URN:-a:b")",
                                             R"("urn:host:")"};
  return replaced(place.value, std::string(choices.pick(bad)));
}

} // namespace

extern constexpr Rule malformed_urn = {
    .id = "malformed-urn",
    .summary = "an identifier starts like a URN but is none",
    .why = "Identifiers bind an event to an element, letter by letter. A URN is urn:<type>:<name>, of letters, digits "
           "and ()+,-.:=@;$_!*'%/?# only. Some systems do send others, so this is a warning: what matters is that the "
           "element has the same identifier.",
    .severity = Severity::warning,
    .on = "element-identifier",
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
