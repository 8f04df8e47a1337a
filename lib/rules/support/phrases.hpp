#pragma once

#include "../../contract/place.hpp"
#include "../../text/blanks.hpp"
#include "../../text/scan.hpp"

#include "stslint/rule.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <string>

/// Shared pieces of the rules' messages.
namespace stslint {

/// The bytes of a value, with secrets masked, even a secret that only its key reveals.
inline std::string masked_raw(const Value &value) {
  return masked(value.text_until_end(), value.offset(), value.length());
}

/// A value as a message shows it.
inline std::string shown(const Value &value, std::size_t limit = 80) {
  const std::string raw = masked_raw(value);
  if (!value.is(Kind::string))
    return shortened(raw, limit);
  return in_quotes(raw == value.raw() ? value.text() : raw.substr(1, raw.size() - 2), limit);
}

/// The value and what it is called: `timestamp 7`, but `the time of metric 1, 7,`.
inline std::string subject_with_value(const Place &place) {
  const bool numbered = !place.subject.empty() && scan::is_digit(place.subject.back());
  const std::string comma = numbered ? "," : "";
  return std::string(place.subject) + comma + ' ' + shown(place.value) + comma;
}

/// "an object", "the number 7", "the string \"7\"", "null": a value that is not the expected one.
inline std::string what_it_is(const Value &value) {
  switch (value.kind()) {
  case Kind::object:
    return "an object";
  case Kind::array:
    return "a list";
  case Kind::string:
    return "the string " + shown(value, 40);
  case Kind::number:
    return "the number " + shown(value, 40);
  default:
    return shown(value, 40);
  }
}

/// The expected value in words: the title of the field, else the title of its definition.
inline std::string expected(const Place &place) {
  return std::string(place.property != nullptr ? place.property->title : place.shape->title);
}

/// A good value of a field as JSON, else its title.
inline std::string example_of(const Property &property) {
  return std::string(property.examples.empty() ? property.title : property.examples[0]);
}

inline std::string example_of(const Shape &shape) {
  return std::string(shape.examples.empty() ? shape.title : shape.examples[0]);
}

/// What the place is an item of: "metric 3", or the given noun if that is the whole input.
inline std::string owner_of(const Place &place, std::string_view noun) {
  const std::size_t of = place.subject.find(" of ");
  return std::string(of == std::string_view::npos ? noun : place.subject.substr(of + 4));
}

/// Why a shell did not fill a placeholder; "" if no shell was to fill it.
inline std::string why_unfilled(const Place &place, std::string_view placeholder) {
  const Excerpt *excerpt = place.document->excerpt();
  const bool quoted = excerpt != nullptr && !excerpt->quoting.empty() && excerpt->quoting.front() == Quoting::single;
  return quoted && placeholder.starts_with('$') ? ": the shell expands nothing between single quotes" : "";
}

/// The key is a well-known wrong name for the field.
inline bool is_known_slip(const Place &place) {
  const std::string name = place.value.text();
  return std::ranges::any_of(all_slips(), [&](const Slip &slip) {
    return slip.definition == place.shape->name && same_word(slip.wrong, name) && slip.right == place.member;
  });
}

/// The right object for a field that is in the wrong one: `"context"`, `a "context" object`, `the enclosing event`.
inline std::string home_of(const Place &place) {
  for (const Property &property : place.shape->properties)
    if (property.shape == place.home) {
      const bool there = !place.parent.member(property.name).absent();
      return there ? in_quotes(property.name) : "a " + in_quotes(property.name) + " object";
    }
  return "the enclosing " + std::string(place.home->name);
}

/// The member of that name, else a misspelt one, even if it has a finding: for rules that compare two members.
inline Value written(const Value &object, std::string_view name) {
  const std::uint16_t hash = key_hash(name);
  for (const Member member : object.members())
    if (member.key.hash() == hash && member.key.equals(name))
      return member.value;
  const std::string_view wanted[] = {name};
  for (const Member member : object.members())
    if (closest(member.key.text(), wanted))
      return member.value;
  return {};
}

/// The two differ only in the case of ASCII letters.
inline bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, [&](char x, char y) { return lower(x) == lower(y); });
}

/// A set of bytes with a lookup in one step.
class Bytes {
public:
  constexpr explicit Bytes(std::string_view those) {
    for (const char c : those)
      among_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator()(char c) const { return among_[static_cast<unsigned char>(c)]; }
  // No branch for each byte.
  bool any_in(std::string_view text) const {
    bool any = false;
    for (const char c : text)
      any |= (*this)(c);
    return any;
  }
  bool all_of(std::string_view text) const {
    bool all = true;
    for (const char c : text)
      all &= (*this)(c);
    return all;
  }

private:
  std::array<bool, 256> among_{};
};

inline constexpr Bytes is_space(" \t\r\n");

/// Bytes that are certainly not white space.
inline constexpr std::array<scan::Range, 1> no_space = {{{'!', '\x7f'}}};

inline bool has_space(std::string_view text) { return !scan::all_within<no_space>(text) && is_space.any_in(text); }

inline bool is_blank(std::string_view text) { return trimmed(text).empty(); }

/// `90 seconds`, `5 hours`, `3 days`: in the largest unit that gives a number above 1.
inline std::string time_span(double seconds) {
  static constexpr std::pair<double, const char *> units[] = {{86400, "day"}, {3600, "hour"}, {60, "minute"}};
  for (const auto &[length, name] : units)
    if (seconds >= 2 * length)
      return counted(static_cast<std::size_t>(seconds / length), name);
  return counted(static_cast<std::size_t>(seconds), "second");
}

inline Edits replaced(const Value &value, std::string text) {
  return value.absent() ? Edits{} : Edits{{value.offset(), value.length(), std::move(text)}};
}

} // namespace stslint
