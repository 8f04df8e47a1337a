#include "urns.hpp"

#include <algorithm>
#include <optional>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("urn:host")", R"("urn:host:/web01")"},
    {"element-identifier", R"("urn:host:/web 01")", R"("urn:host:/web01")"},
};

/// Letters, digits and ()+,-.:=@;$_!*'%/?#
constexpr std::array<scan::Range, 8> in_rest = {
    {{'!', '!'}, {'#', '%'}, {'\'', '/'}, {'0', ';'}, {'=', '='}, {'?', 'Z'}, {'_', '_'}, {'a', 'z'}}};

/// What is wrong with the text behind `urn:`; "" if it is a name of 1 to 32 letters, digits and hyphens, a colon, and
/// more of the characters of URNs. Letter case does not count.
std::string fault_of(std::string_view text) {
  static constexpr Bytes in_type("-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view type = text.substr(0, colon), rest = text.substr(std::min(colon + 1, text.size()));
  if (type.empty())
    return "has no type behind \"urn:\"";
  if (colon == text.size())
    return "has no colon behind its type " + in_quotes(type, 40);
  if (type.size() > 32 || type[0] == '-' || !in_type.all_of(type))
    return "has the type " + in_quotes(type, 40) + ", which is not up to 32 letters, digits and hyphens";
  if (rest.empty())
    return "has no name behind \"urn:" + shortened(type, 40) + ":\"";
  if (scan::all_within<in_rest>(rest))
    return "";
  std::size_t bad = 0;
  while (scan::all_within<in_rest>(rest.substr(bad, 1)))
    ++bad;
  const std::string_view character = rest.substr(bad, std::max<std::size_t>(1, utf8_length(rest.substr(bad, 4))));
  return character == " " ? "contains a space" : "contains " + in_quotes(character);
}

/// What stands behind `urn:`; nothing for other identifiers. White space around one is another rule's matter.
std::optional<std::string_view> rest_of(const Place &place) {
  const std::string_view text = trimmed(place.value.view());
  return is_urn(text) ? std::optional(text.substr(4)) : std::nullopt;
}

bool broken(const Place &place) {
  const auto rest = rest_of(place);
  return rest && !fault_of(*rest).empty();
}

Words words(const Place &place) {
  return {"identifier " + shown(place.value) + ' ' + fault_of(*rest_of(place)) +
          ", so it is no valid URN and probably matches no element; write urn:<type>:<name>, for example "
          "\"urn:host:/web01\""};
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
    .alone = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
