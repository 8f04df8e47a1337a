#include "json.hpp"

#include "lib/text/scan.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace stslint {
namespace {

/// What a string does not show as it stands, a quote and a backslash among it.
constexpr std::array<scan::Range, 5> special = {
    {{'\0', '\x1f'}, {'"', '"'}, {'\\', '\\'}, {'\x7f', '\x7f'}, {static_cast<char>(0x80), static_cast<char>(0xff)}}};
constexpr std::size_t at_once = 16;

bool takes_backslash(char c) { return c == '"' || c == '\\'; }

/// How many bytes at the start of `text` are not special, as far as it looks.
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

} // namespace

std::string text_of(const Json &json, int indent) {
  return printable_json(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

void append_text_of(std::string &out, std::string_view text) {
  // Gathers short runs: one call to append them all.
  std::array<char, 1024> gathered{};
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
    const std::string escaped = text_of(Json(text.substr(0, length)));
    out.append(escaped, 1, escaped.size() - 2);
    text.remove_prefix(length);
  }
  flush();
  out += '"';
}

} // namespace stslint
