#include "envelope.hpp"

#include "command_line/option.hpp"

#include "lib/text/escapes.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr std::size_t most_names = 16;

/// A step of a JSON Pointer: ~1 is a slash, and ~0 a tilde.
std::string step_named(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view escape = text.substr(at, 2);
    out += escape == "~1" ? '/' : escape == "~0" ? '~' : text[at];
    at += escape == "~1" || escape == "~0" ? 1 : 0;
  }
  return out;
}

/// The length of the escape at the start of `rest`, or 1 for any other byte.
std::size_t escape_length(std::string_view rest) {
  if (rest[0] != '\\' || rest.size() < 2)
    return 1;
  const char *const at = rest.data(), *const end = at + rest.size();
  const int unit = escapes::unit(at, end);
  if (unit < 0)
    return 2;
  return escapes::is_high(unit) && rest.size() >= 12 && escapes::is_low(escapes::unit(at + 6, end)) ? 12 : 6;
}

/// Where a payload should be; "" for the whole record, and for one that is not JSON at all.
std::string seen_at(Value value, const Document &around) {
  const std::string pointer = value.absent() ? "" : Locator(around).pointer(value.index());
  return pointer.empty() ? "" : ": see " + pointer;
}

} // namespace

Envelope::Envelope(std::string_view path) {
  if (!path.starts_with('/') || path.size() < 2)
    throw Error("--envelope " + in_quotes(path) +
                ": write the JSON Pointer of the payload in a record, such as /payload or /logEvents/*/message");
  for (const std::string &step : split(path.substr(1), '/'))
    steps_.push_back(step_named(step));
}

std::string Envelope::open(std::string_view record, Document &around, std::vector<FilterPayload> &payloads) const {
  around.parse(record);
  payloads.clear();
  std::vector<Value> here = {around.root()};
  for (const std::string &step : steps_) {
    std::vector<Value> next;
    for (const Value value : here) {
      const std::size_t before = next.size();
      std::size_t index = 0;
      for (const Value item : value.items())
        if (step == "*" || step == std::to_string(index++))
          next.push_back(item);
      if (const Value member = value.member(step); !member.absent())
        next.push_back(member);
      if (next.size() == before)
        return "this record has no payload at the place that --envelope names" + seen_at(value, around);
    }
    here = std::move(next);
  }
  for (const Value value : here) {
    if (value.is(Kind::null) || value.is(Kind::broken))
      return "the payload of this record is missing" + seen_at(value, around);
    payloads.push_back({value.is(Kind::string) ? value.view() : value.raw(), value});
  }
  // Payloads are in order, and flaws in a payload are findings.
  const auto in_payload = [&](const Flaw &flaw) {
    const auto behind = std::ranges::upper_bound(payloads, flaw.offset, {},
                                                 [](const FilterPayload &payload) { return payload.value.offset(); });
    return behind != payloads.begin() &&
           flaw.offset < std::prev(behind)->value.offset() + std::prev(behind)->value.length();
  };
  for (const Flaw &flaw : around.flaws()) {
    if (flaw.kind == FlawKind::imprecise_number || flaw.kind == FlawKind::lone_surrogate || in_payload(flaw))
      continue;
    return flaw.kind == FlawKind::duplicate_key
               ? "a key is in the record around the payload twice, and readers differ about which one counts"
               : "the record around the payload is not valid JSON";
  }
  return "";
}

Json Envelope::names(const Document &around) const {
  Json names = Json::object();
  for (const auto &[key, value] : around.root().members()) {
    if (names.size() == most_names || key.equals(steps_[0]))
      continue;
    const std::string name = shortened(key.view());
    if (names_secret(key.view()))
      names[name] = "***";
    else if (value.is(Kind::string))
      names[name] = shortened(value.view());
    else if (const Json number = Json::parse(value.raw(), nullptr, false); number.is_number())
      names[name] = number;
  }
  return names;
}

Excerpt excerpt_of(const Value &payload, const Document &around, Locator &places) {
  Excerpt excerpt;
  const bool quoted = payload.is(Kind::string);
  const std::string_view from = quoted ? payload.contents() : payload.raw();
  const auto start = static_cast<std::uint32_t>(from.data() - around.bytes().data());
  for (std::size_t at = 0, length = 0; at < from.size(); at += length) {
    length = quoted ? escape_length(from.substr(at)) : 1;
    excerpt.text += length > 1 ? unescaped(from.substr(at, length)) : std::string(1, from[at]);
    excerpt.origins.resize(excerpt.text.size(), start + static_cast<std::uint32_t>(at));
  }
  excerpt.origins.push_back(start + static_cast<std::uint32_t>(from.size()));
  if (quoted)
    excerpt.quoting = {Quoting::escaped};
  const Position position = places.position(start);
  excerpt.line = position.line;
  excerpt.column = position.column;
  return excerpt;
}

} // namespace stslint
