#include "scan.hpp"
#include "secret_words.hpp"

#include "stslint/text.hpp"

#include <array>
#include <bit>

namespace stslint {
namespace {

using namespace secret_words;

/// What a placeholder can start with, or what it has in the middle, as far as two bytes tell.
constexpr bool starts_placeholder(char first, char second) {
  const bool name = (second >= 'A' && second <= 'Z') || second == '_';
  const auto among = [second](std::string_view seconds) { return seconds.find(second) != std::string_view::npos; };
  switch (first) {
  case '$':
    return name || among("{(e"); // $env:NAME
  case '#':
    return among("{#");
  case '%':
    return name || among("{!(");
  case '[':
    return among("]oLS"); // System.Object[], [object Object], [Ljava.lang.String;@…, List`1[System.…
  case '@':
    return among("@{");
  case '{':
    return among("{%");
  default:
    return first == '<';
  }
}

/// Bytes that tell something, and some that do not but make fewer comparisons: `;` between : and =, + and the comma
/// with # $ % -, and DEL with [ { _. A string that is too short for a token needs fewer.
constexpr std::array<scan::Range, 5> telling = {{{':', '='}, {'#', '%', 8}, {'[', '[', 0x24}, {'@', '@'}, {'I', 'J'}}};
constexpr std::array<scan::Range, 4> telling_in_short = {{{':', '='}, {'#', '%'}, {'[', '[', 0x20}, {'@', '@'}}};

/// What a byte may be, a bit for each: one of Behind, the start of a placeholder, or the @ after a login.
constexpr std::string_view placeholder_starts = "$#%<{[@";
constexpr unsigned first_start = 256, login = first_start << placeholder_starts.size(), any_start = login - first_start;
constexpr auto tellings = [] {
  std::array<std::uint16_t, 256> all{};
  const auto of = [&](char c) -> std::uint16_t & { return all[static_cast<unsigned char>(c)]; };
  of(':') = of('=') = part;
  of('_') = underscore;
  of('-') = hyphen;
  of('I') = letter_i;
  of('J') = letter_j;
  of('@') = login;
  for (std::size_t at = 0; at < placeholder_starts.size(); ++at)
    of(placeholder_starts[at]) |= static_cast<std::uint16_t>(first_start << at);
  return all;
}();

/// What the byte before this one can be; index 0 stands for the end of a text.
constexpr auto before_byte = [] {
  std::array<std::uint16_t, 256> can{};
  for (unsigned c = 0; c < can.size(); ++c) {
    unsigned those = login;
    for (std::size_t at = 0; at < placeholder_starts.size() && c > 0; ++at)
      those |= starts_placeholder(placeholder_starts[at], static_cast<char>(c)) ? first_start << at : 0;
    can[c] = static_cast<std::uint16_t>(those);
  }
  return can;
}();

/// The marks that are possible given the bytes around the telling ones, without a branch for each.
template <const auto &Bytes> std::uint8_t marks_by(std::string_view text, std::size_t behind) {
  unsigned found = 0;
  const char *const second = text.data() + 1, *const last = second + text.size() - 2;
  scan::each_block(text, behind, [&](const char *block_at, const scan::Block &block) {
    for (unsigned those = block.within<Bytes>(); those != 0; those &= those - 1) {
      const char *const at = block_at + std::countr_zero(those);
      const unsigned before = at > second ? behind_pair[pair_of(at[-2], at[-1])] : 0u;
      const unsigned after = before_byte[static_cast<unsigned char>(at < last ? at[1] : '\0')];
      found |= tellings[static_cast<unsigned char>(*at)] & (before | after);
    }
    return true;
  });
  if (found == 0) [[likely]]
    return 0;
  const bool secret = found % first_start != 0 || ((found & login) != 0 && text.find("://") != std::string_view::npos);
  return static_cast<std::uint8_t>((secret ? may_hold_secret : 0) |
                                   ((found & any_start) != 0 ? may_hold_placeholder : 0));
}

} // namespace

std::uint8_t text_marks_of(std::string_view contents, std::size_t behind) {
  return contents.size() < shortest_token ? marks_by<telling_in_short>(contents, behind)
                                          : marks_by<telling>(contents, behind);
}

} // namespace stslint
