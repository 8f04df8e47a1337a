#include "support/urns.hpp"

#include <algorithm>
#include <optional>

namespace stslint::malformed_urn {
namespace {

constexpr Example examples[] = {
    {"element-identifier", R"("urn:host")", R"("urn:host:/web01")"},
    {"element-identifier", R"("urn:host:/web 01")", R"("urn:host:/web01")"},
};

/// Letters, digits and ()+,-.:=@;$_!*'%/?#
constexpr std::array<scan::Range, 7> in_rest = {
    {{'!', '!'}, {'#', '%'}, {'\'', ';'}, {'=', '='}, {'?', 'Z'}, {'_', '_'}, {'a', 'z'}}};
constexpr std::array<scan::Range, 3> in_type = {{{'-', '-'}, {'0', '9'}, {'A', 'Z', 'a' ^ 'A'}}};

/// A type of 1 to 32 letters, digits and hyphens, a colon, and a name of URN characters. Letter case does not count.
struct Urn {
  std::string_view type, name; ///< the parts before and after the first colon after `urn:`
  bool colon;

  explicit Urn(std::string_view rest)
      : type(rest.substr(0, rest.find(':'))), name(rest.substr(std::min(type.size() + 1, rest.size()))),
        colon(type.size() < rest.size()) {}
  bool good_type() const { return type.size() <= 32 && type[0] != '-' && scan::all_within<in_type>(type); }
  bool good() const { return !type.empty() && good_type() && !name.empty() && scan::all_within<in_rest>(name); }
};

/// The part after `urn:`; nothing for other identifiers. Another rule reports white space around an identifier.
std::optional<Urn> urn_of(const Place &place) {
  const std::string_view text = trimmed(place.value.view());
  return is_urn(text) ? std::optional(Urn(text.substr(4))) : std::nullopt;
}

bool broken(const Place &place) {
  const auto urn = urn_of(place);
  return urn && !urn->good();
}

std::string fault_of(const Urn &urn) {
  if (urn.type.empty())
    return "has no type after \"urn:\"";
  if (!urn.colon)
    return "has no colon after its type " + in_quotes(urn.type, 40);
  if (!urn.good_type())
    return "has the type " + in_quotes(urn.type, 30) + ", but a type is up to 32 letters, digits and inner hyphens";
  if (urn.name.empty())
    return "has no name after \"urn:" + shortened(urn.type, 40) + ":\"";
  std::size_t bad = 0;
  while (scan::all_within<in_rest>(urn.name.substr(bad, 1)))
    ++bad;
  const std::string_view character =
      urn.name.substr(bad, std::max<std::size_t>(1, utf8_length(urn.name.substr(bad, 4))));
  return character == " " ? "contains a space" : "contains " + in_quotes(character);
}

Words words(const Place &place) {
  return {"identifier " + shown(place.value) + ' ' + fault_of(*urn_of(place)) +
          ", so it is not a valid URN and probably matches no element; write urn:<type>:<name>, for example "
          "\"urn:host:/web01\""};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("urn:host")", R"("urn:host:/web 01")", R"("urn::x")", R"("URN:-a:b")",
                                             R"("urn:host:")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "malformed-urn",
    .summary = "an identifier starts like a URN but is not a valid one",
    .why = "StackState binds an event to the element with exactly the same identifier. A URN has the form "
           "urn:<type>:<name>. The name consists of letters, digits and the characters ( ) + , - . : = @ ; $ _ ! * ' % "
           "/ ? #. This is only a warning, because an "
           "identifier need not be a URN: it must only equal the identifier of the element.",
    .severity = Severity::warning,
    .on = "element-identifier",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::malformed_urn
