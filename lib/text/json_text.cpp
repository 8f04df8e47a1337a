#include "json_text.hpp"

#include "scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdio>
#include <cstring>
#include <utility>

namespace stslint {
namespace {

/// Bytes that need a closer look: quotes, backslashes, control characters, and all that are not ASCII.
constexpr std::array<scan::Range, 5> special = {
    {{'\0', '\x1f'}, {'"', '"'}, {'\\', '\\'}, {'\x7f', '\x7f'}, {static_cast<char>(0x80), static_cast<char>(0xff)}}};
constexpr std::size_t at_once = 16;

bool takes_backslash(char c) { return c == '"' || c == '\\'; }

/// How many bytes at the start of `text` are not special; at most at_once.
std::size_t plain(std::string_view text) {
  unsigned found = 0, those = 0;
  scan::each_block(text.substr(0, at_once), 0, [&](const char *, const scan::Block &block) {
    found = block.within<special>();
    those = block.those;
    return false;
  });
  return static_cast<std::size_t>(found != 0 ? std::countr_zero(found) : std::countr_one(those));
}

/// How many bytes at the start of `text` are special, and neither a quote nor a backslash.
std::size_t rare(std::string_view text) {
  const auto is_rare = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e;
  };
  return static_cast<std::size_t>(std::ranges::find_if_not(text, is_rare) - text.begin());
}

/// How many bytes at the start of `text`, which is not UTF-8, could be the start of a character.
std::size_t broken_length(std::string_view text) {
  const auto begins = [&](std::size_t length, char last) {
    return utf8_length(std::string(text.substr(0, length)).append(3, last)) > length;
  };
  std::size_t length = 1;
  while (length < text.size() && (begins(length + 1, '\x80') || begins(length + 1, '\xbf')))
    ++length;
  return length;
}

/// Appends bytes that are special, but neither a quote nor a backslash.
void append_rare(std::string &out, std::string_view text) {
  static constexpr std::string_view shorts = "\b\t\n\f\r", letters = "btnfr";
  std::string valid;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    std::array<char, 8> escape{};
    if (const std::size_t at = shorts.find(text[0]); at != std::string_view::npos)
      (valid += '\\') += letters[at];
    else if (static_cast<unsigned char>(text[0]) < 0x20) {
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(text[0]));
      valid += escape.data();
    } else
      valid += length > 0 ? text.substr(0, length) : "\ufffd";
    text.remove_prefix(length > 0 ? length : broken_length(text));
  }
  out += printable_json(valid);
}

} // namespace

void append_text_of(std::string &out, std::string_view text) {
  // Gathers short runs: one call to append them all.
  std::array<char, 1024> gathered; // not cleared, which would take longer than most texts
  std::size_t size = 0;
  const auto flush = [&] { out.append(gathered.data(), std::exchange(size, 0)); };
  out += '"';
  while (!text.empty()) {
    if (size + at_once + 2 > gathered.size())
      flush();
    const std::size_t count = plain(text);
    if (text.size() >= at_once)
      std::memcpy(gathered.data() + size, text.data(), at_once); // with a fixed size, this is one instruction
    else
      std::memcpy(gathered.data() + size, text.data(), count);
    size += count;
    text.remove_prefix(count);
    if (count == at_once || text.empty())
      continue;
    if (takes_backslash(text[0])) {
      gathered[size++] = '\\';
      gathered[size++] = text[0];
      text.remove_prefix(1);
      continue;
    }
    flush();
    const std::size_t length = rare(text);
    append_rare(out, text.substr(0, length));
    text.remove_prefix(length);
  }
  flush();
  out += '"';
}

} // namespace stslint
