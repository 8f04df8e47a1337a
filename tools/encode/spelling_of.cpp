#include "spelling_of.hpp"

#include "lib/text/escapes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace stslint {
namespace {

/// What a piece of text stands for: so many of its bytes spell `bytes`.
struct Piece {
  std::size_t length;
  std::string bytes;
};

bool number(std::string_view digits, std::uint32_t &value, int base) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return !digits.empty() && error == std::errc() && end == digits.data() + digits.size();
}

std::string utf8(std::uint32_t c) {
  std::array<char, 4> bytes;
  return {bytes.data(), escapes::put(bytes.data(), c)};
}

/// %40, and %2540 where that was escaped again.
void of_url(std::string_view text, std::vector<Piece> &pieces) {
  std::size_t digits = 1;
  for (std::uint32_t value = 0; digits + 2 <= text.size(); digits += 2) {
    if (!number(text.substr(digits, 2), value, 16))
      return;
    pieces.push_back({digits + 2, std::string(1, static_cast<char>(value))});
    if (value != '%')
      return;
  }
}

void of_xml(std::string_view text, std::vector<Piece> &pieces) {
  static constexpr std::array<std::pair<std::string_view, char>, 5> names = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  const std::size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos)
    return;
  const std::string_view name = text.substr(1, end - 1);
  for (const auto &[known, c] : names)
    if (name == known)
      pieces.push_back({end + 1, std::string(1, c)});
  std::uint32_t value = 0;
  const bool hex = name.starts_with("#x") || name.starts_with("#X");
  if (name.starts_with('#') && number(name.substr(hex ? 2 : 1), value, hex ? 16 : 10))
    pieces.push_back({end + 1, utf8(value)});
}

constexpr int most_levels = 9;
std::vector<Piece> pieces_of(std::string_view text, int level = 0);

/// Behind a backslash: u0040, x40, n, ", or another backslash, where that was escaped again, each of them in any
/// spelling.
void of_json(std::string_view text, std::size_t behind, int level, std::vector<Piece> &pieces) {
  static constexpr std::string_view letters = "abfnrtv0", meant("\a\b\f\n\r\t\v\0", 8);
  const std::string_view rest = text.substr(behind);
  std::uint32_t value = 0, low = 0;
  if (rest.empty() || level == most_levels)
    return;
  if (rest[0] == 'u' && rest.size() >= 5 && number(rest.substr(1, 4), value, 16)) {
    std::size_t length = 5;
    const std::size_t second = std::min(rest.substr(0, 16).find_first_not_of('\\', length), rest.size());
    if (value >= 0xd800 && value < 0xdc00 && second > length && second + 5 <= rest.size() && rest[second] == 'u' &&
        number(rest.substr(second + 1, 4), low, 16)) {
      value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
      length = second + 5;
    }
    pieces.push_back({behind + length, utf8(value)});
  } else if (rest[0] == 'x' && rest.size() >= 3 && number(rest.substr(1, 2), value, 16))
    pieces.push_back({behind + 3, std::string(1, static_cast<char>(value))});
  for (const Piece &next : pieces_of(rest, level + 1)) {
    if (const std::size_t at = letters.find(next.bytes[0]); at != std::string_view::npos && next.length == 1)
      pieces.push_back({behind + 1, std::string(1, meant[at])});
    pieces.push_back({behind + next.length, next.bytes});
  }
}

std::vector<Piece> pieces_of(std::string_view text, int level) {
  std::vector<Piece> pieces = {{1, std::string(1, text[0])}};
  switch (text[0]) {
  case '%':
    of_url(text, pieces);
    break;
  case '&':
    of_xml(text, pieces);
    break;
  case '~': // of a JSON Pointer
    if (text.starts_with("~0") || text.starts_with("~1"))
      pieces.push_back({2, text[1] == '0' ? "~" : "/"});
    break;
  case '+':
    pieces.push_back({1, " "});
    break;
  case ' ':
    pieces.push_back({1, "+"});
    break;
  case '\'':
    if (text.starts_with("'\\''")) // of the shell
      pieces.push_back({4, "'"});
    break;
  default:
    break;
  }
  for (std::size_t i = 0, plain = pieces.size(); i < plain; ++i)
    if (pieces[i].bytes == "\\")
      of_json(text, pieces[i].length, level, pieces);
  return pieces;
}

/// Whether a text that starts with `c` may mean something else than `c`.
bool starts_escape(char c) { return std::string_view("%&\\+ '~").find(c) != std::string_view::npos; }

/// Whether so much of an escape can be left by a cut.
bool starts_long_escape(char c) { return starts_escape(c) && c != '+' && c != ' '; }

} // namespace

std::string first_bytes(std::string_view text) {
  std::string all(1, text[0]);
  if (starts_escape(text[0]))
    for (const Piece &piece : pieces_of(text))
      all += piece.bytes[0];
  return all;
}

/// An escape may be meant or not, so that several places of the text can be those after the same bytes.
Spelled spelled(std::string_view text, std::string_view secret) {
  Spelled found;
  std::vector<std::pair<std::size_t, std::size_t>> open; // known bytes, and the place after them
  const std::size_t most_tries = 64 + 16 * secret.size();
  std::size_t known = 0, at = 0;
  for (std::size_t tries = 0; tries < most_tries; ++tries) {
    while (known < secret.size() && at < text.size() && text[at] == secret[known] && !starts_escape(text[at]))
      ++known, ++at;
    if (known == secret.size())
      return {at, known};
    if (at + longest_escape > text.size() && (at >= text.size() || starts_long_escape(text[at])))
      found.known = std::max(found.known, known);
    if (at < text.size() && starts_escape(text[at]))
      for (const Piece &piece : pieces_of(text.substr(at)))
        if (secret.substr(known).starts_with(piece.bytes))
          open.emplace_back(known + piece.bytes.size(), at + piece.length);
    if (open.empty())
      break;
    std::tie(known, at) = open.back();
    open.pop_back();
  }
  return found;
}

} // namespace stslint
