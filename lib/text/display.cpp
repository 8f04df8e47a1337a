#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace stslint {
namespace {

/// Code points that change how the text around them is shown, or break lines: bidirectional controls, separators,
/// the byte order mark, and the C1 controls that some terminals obey.
bool disruptive(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff0 && c <= 0xfffb) ||
         c == 0xfffe || c == 0xffff || c >= 0xe0000;
}

/// `##vso[`, `##[` and the like: CI services take them for commands wherever they stand in a line.
bool starts_command(std::string_view text) {
  if (!text.starts_with("##"))
    return false;
  const std::size_t word = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 2);
  return word != std::string_view::npos && text[word] == '[';
}

char32_t code_point(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  switch (bytes.size()) {
  case 1:
    return byte(0);
  case 2:
    return (byte(0) & 0x1fu) << 6 | (byte(1) & 0x3fu);
  case 3:
    return (byte(0) & 0x0fu) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu);
  default:
    return (byte(0) & 0x07u) << 18 | (byte(1) & 0x3fu) << 12 | (byte(2) & 0x3fu) << 6 | (byte(3) & 0x3fu);
  }
}

/// Appends `\uxxxx`, or two of them for a code point beyond 16 bits.
void append_json_escape(std::string &out, char32_t c) {
  std::array<char, 16> escape{};
  if (c > 0xffff)
    std::snprintf(escape.data(), escape.size(), "\\u%04x\\u%04x", static_cast<unsigned>(0xd7c0 + (c >> 10)),
                  static_cast<unsigned>(0xdc00 + (c & 0x3ff)));
  else
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
  out += escape.data();
}

/// The length of the run at the start of `text` that is shown as it is, one byte for each character.
std::size_t plain_run(std::string_view text) {
  const auto plain = [](char c) { return c >= ' ' && c < 0x7f && c != '#'; };
  return static_cast<std::size_t>(std::ranges::find_if_not(text, plain) - text.begin());
}

/// Appends at most `limit` characters of `text`, made visible; true if all of it fitted.
bool append_printable(std::string &out, std::string_view text, std::size_t limit) {
  for (std::size_t shown = 0;; ++shown) {
    const std::size_t plain = plain_run(text.substr(0, limit - shown));
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    shown += plain;
    if (text.empty() || shown == limit)
      return text.empty();
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    std::array<char, 16> escape{};
    if (length == 0)
      std::snprintf(escape.data(), escape.size(), "\\x%02x", static_cast<unsigned char>(text[0]));
    else if (const char32_t c = code_point(character); disruptive(c) || starts_command(text))
      std::snprintf(escape.data(), escape.size(), c > 0xffff ? "\\U%08x" : "\\u%04x", static_cast<unsigned>(c));
    out += escape[0] == '\0' ? character : std::string_view(escape.data());
    text.remove_prefix(character.size());
  }
  return true;
}

} // namespace

std::string printable(std::string_view text) {
  std::string out;
  append_printable(out, text, text.size());
  return out;
}

std::string printable_json(std::string_view json) {
  std::string out;
  while (!json.empty()) {
    const auto ascii = std::ranges::find_if(json, [](char c) { return static_cast<unsigned char>(c) >= 0x7f; });
    out.append(json.begin(), ascii);
    json.remove_prefix(static_cast<std::size_t>(ascii - json.begin()));
    const std::string_view character = json.substr(0, std::max<std::size_t>(utf8_length(json), 1));
    if (json.empty() || !disruptive(code_point(character)))
      out += character;
    else
      append_json_escape(out, code_point(character));
    json.remove_prefix(std::min(character.size(), json.size()));
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t limit) {
  // Text far beyond the limit is not shown. `reach` is for a secret that crosses the limit.
  constexpr std::size_t longest_character = 4, reach = 4096;
  text = text.substr(0, std::min(text.size(), longest_character * std::min(limit, text.size()) + reach));
  std::string out;
  if (!append_printable(out, masked(text), limit))
    out += "…";
  return out;
}

std::string in_quotes(std::string_view text, std::size_t limit) { return '"' + shortened(text, limit) + '"'; }

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    std::array<char, 8> escape{};
    if (c == '"' || c == '\\')
      out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      out += escape.data();
    } else
      out += c;
  }
  return out + '"';
}

std::string counted(std::size_t count, std::string_view noun) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3)
    digits.insert(at - 3, ",");
  return digits + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string alternatives(std::span<const std::string_view> words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0)
      out += i + 1 == words.size() ? ' ' + std::string(last) + ' ' : ", ";
    out += in_quotes(words[i]);
  }
  return out;
}

} // namespace stslint
