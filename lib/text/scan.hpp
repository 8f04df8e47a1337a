#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <bit>
#include <emmintrin.h>
#endif

/// Looks through bytes 16 at a time where the machine can. The functions that do so have portable twins, which return
/// the same; a test compares them.
namespace stslint::scan {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether two texts are the same: for short ones, such as names.
inline bool same(std::string_view a, std::string_view b) {
  const auto differ = [&](auto part, std::size_t at) {
    auto other = part;
    std::memcpy(&part, a.data() + at, sizeof part);
    std::memcpy(&other, b.data() + at, sizeof other);
    return part != other;
  };
  const std::size_t size = a.size();
  if (size != b.size())
    return false;
  if (size > 16)
    return std::memcmp(a.data(), b.data(), size) == 0;
  if (size >= 8)
    return !differ(std::uint64_t{}, 0) && !differ(std::uint64_t{}, size - 8);
  if (size >= 4)
    return !differ(std::uint32_t{}, 0) && !differ(std::uint32_t{}, size - 4);
  for (std::size_t at = 0; at < size; ++at)
    if (a[at] != b[at])
      return false;
  return true;
}

/// Whether a text of 32 bytes or more begins with the bytes of `other` whose bits are set in `those`.
inline bool begins_portable(const char *text, const std::array<char, 32> &other, std::uint32_t those) {
  bool same = true;
  for (std::size_t at = 0; at < other.size(); ++at)
    same &= text[at] == other[at] || (those >> at & 1) == 0;
  return same;
}

/// The bytes from `first` to `last`, and those that differ from one of these only in the bits of `whatever`.
struct Range {
  char first, last;
  char whatever = 0;
};

/// A bit for each of up to 16 bytes that is within one of these ranges.
template <const auto &Ranges> unsigned within_portable(std::string_view bytes) {
  unsigned found = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const auto &[first, last, whatever] : Ranges) {
      const char byte = static_cast<char>(bytes[at] & ~whatever);
      found |= unsigned{byte >= first && byte <= last} << at;
    }
  return found;
}

/// The bytes of a JSON string up to the first that is a quote, a backslash or a control character.
struct Plain {
  std::size_t length;
  bool ascii;
};

inline Plain plain_portable(std::string_view text) {
  bool ascii = true;
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\' || byte < 0x20)
      break;
    ascii &= byte < 0x80;
  }
  return {at, ascii};
}

/// How many bytes come before the first that is a quote, a backslash, a control character or not ASCII.
inline std::size_t ordinary_portable(std::string_view text) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\' || byte < 0x20 || byte >= 0x80)
      break;
  }
  return at;
}

/// The offset of the first byte at or after `from` that is one of `Set`; the length of the text if there is none.
template <char... Set> std::size_t any_portable(std::string_view text, std::size_t from = 0) {
  while (from < text.size() && !((text[from] == Set) || ...))
    ++from;
  return from;
}

struct Any {
  bool operator()(std::size_t) const { return true; }
};

/// The offset of the first byte at or after `from` that starts one of `Pairs` and for which `is_wanted` is true; the
/// length of the text if there is none. A pair is two bytes; a second byte of 0 matches any.
template <const auto &Pairs, typename IsWanted = Any>
std::size_t pair_portable(std::string_view text, std::size_t from = 0, IsWanted is_wanted = {}) {
  const auto starts_pair = [&](const std::array<char, 2> &pair) {
    return text[from] == pair[0] && (pair[1] == '\0' || (from + 1 < text.size() && text[from + 1] == pair[1]));
  };
  while (from < text.size() && !(std::ranges::any_of(Pairs, starts_pair) && is_wanted(from)))
    ++from;
  return from;
}

/// How many bytes at the start of a text to fetch ahead: after them, the processor fetches by itself.
inline constexpr std::size_t fetched = 1024;

/// How many digits a text of 16 bytes or more begins with, up to 16.
inline unsigned digits_portable(const char *text) {
  unsigned count = 0;
  while (count < 16 && text[count] >= '0' && text[count] <= '9')
    ++count;
  return count;
}

/// Whether one of `count` hashes is `what`. hashes_at_once - 1 more hashes after these must be readable.
inline constexpr std::size_t hashes_at_once = 8;
inline bool holds_portable(const std::uint16_t *hashes, std::size_t count, std::uint16_t what) {
  bool found = false;
  for (std::size_t at = 0; at < count; ++at)
    found |= hashes[at] == what;
  return found;
}

/// A bit for each of the first `count` of 64 hashes that is `what`.
using Hashes = std::array<std::uint16_t, 64>;
inline std::uint64_t equal_portable(const Hashes &hashes, std::size_t count, std::uint16_t what) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < count; ++at)
    found |= std::uint64_t{hashes[at] == what} << at;
  return found;
}

#ifdef __SSE2__

inline __m128i load(const char *at) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at)); }
inline unsigned bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

/// Fewer than 16 bytes; zeros follow them.
inline __m128i load_few(const char *at, std::size_t count) {
  const auto word = [at](auto part, std::size_t offset) {
    std::memcpy(&part, at + offset, sizeof part);
    return std::uint64_t{part};
  };
  if (count >= 8) {
    const std::uint64_t low = word(std::uint64_t{}, 0), high = word(std::uint64_t{}, count - 8);
    return _mm_set_epi64x(static_cast<long long>(count == 8 ? 0 : high >> 8 * (16 - count)),
                          static_cast<long long>(low));
  }
  std::uint64_t low = 0;
  if (count >= 4)
    low = word(std::uint32_t{}, 0) | word(std::uint32_t{}, count - 4) << 8 * (count - 4);
  else
    for (std::size_t i = 0; i < count; ++i)
      low |= std::uint64_t{static_cast<unsigned char>(at[i])} << 8 * i;
  return _mm_set_epi64x(0, static_cast<long long>(low));
}

inline bool begins(const char *text, const std::array<char, 32> &other, std::uint32_t those) {
  const auto equal = [&](std::size_t at) { return bits(_mm_cmpeq_epi8(load(text + at), load(other.data() + at))); };
  return (~(equal(0) | equal(16) << 16) & those) == 0;
}

inline void fetch(std::string_view text) {
  for (std::size_t at = 0; at < std::min(text.size(), fetched); at += 64)
    _mm_prefetch(text.data() + at, _MM_HINT_T0);
}

inline Plain plain(std::string_view text) {
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1f);
  bool ascii = true;
  std::size_t at = 0;
  for (; text.size() - at >= 16; at += 16) {
    const __m128i block = load(text.data() + at);
    const __m128i ends = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)),
                                      _mm_cmpeq_epi8(_mm_min_epu8(block, control), block));
    const unsigned high = bits(block);
    if (const unsigned found = bits(ends); found != 0) {
      const unsigned before = (found & (0u - found)) - 1;
      return {at + static_cast<unsigned>(std::countr_zero(found)), ascii && (high & before) == 0};
    }
    ascii &= high == 0;
  }
  const Plain rest = plain_portable(text.substr(at));
  return {at + rest.length, ascii && rest.ascii};
}

/// Most strings end within 32 bytes: so these are looked at without a branch in between.
inline std::size_t ordinary(std::string_view text) {
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x20);
  const auto ends = [&](const char *at) {
    const __m128i block = load(at);
    // As signed numbers, the bytes that are not ASCII are below the control characters.
    return bits(_mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, backslash)),
                             _mm_cmplt_epi8(block, control)));
  };
  std::size_t at = 0;
  for (; text.size() - at >= 32; at += 32)
    if (const unsigned found = ends(text.data() + at) | ends(text.data() + at + 16) << 16; found != 0) [[likely]]
      return at + static_cast<unsigned>(std::countr_zero(found));
  return at + ordinary_portable(text.substr(at));
}

inline unsigned digits(const char *text) {
  const __m128i distance = _mm_sub_epi8(load(text), _mm_set1_epi8('0'));
  const unsigned those = bits(_mm_cmpeq_epi8(_mm_min_epu8(distance, _mm_set1_epi8(9)), distance));
  return static_cast<unsigned>(std::countr_one(those));
}

inline bool holds(const std::uint16_t *hashes, std::size_t count, std::uint16_t what) {
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(what));
  unsigned found = 0;
  for (std::size_t at = 0; at < count; at += hashes_at_once) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(hashes + at));
    const unsigned equal = bits(_mm_cmpeq_epi16(block, wanted));
    found |= count - at >= hashes_at_once ? equal : equal & ((1u << 2 * (count - at)) - 1);
  }
  return found != 0;
}

inline std::uint64_t equal(const Hashes &hashes, std::size_t count, std::uint16_t what) {
  const __m128i wanted = _mm_set1_epi16(static_cast<short>(what));
  const auto eight = [&](std::size_t at) {
    return _mm_cmpeq_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i *>(hashes.data() + at)), wanted);
  };
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < count; at += 16)
    found |= std::uint64_t{bits(_mm_packs_epi16(eight(at), eight(at + 8)))} << at;
  return count == 64 ? found : found & ((std::uint64_t{1} << count) - 1);
}

template <char... Set> unsigned equal(__m128i block) {
  __m128i found = _mm_setzero_si128();
  ((found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(Set)))), ...);
  return bits(found);
}

/// Up to 16 bytes.
struct Block {
  __m128i bytes;
  unsigned those; ///< a bit for each that belongs to the text
  template <const auto &Ranges> unsigned within() const {
    __m128i found = _mm_setzero_si128();
    for (const auto &[first, last, whatever] : Ranges) {
      const __m128i those_bits =
          whatever == 0 ? bytes : _mm_and_si128(bytes, _mm_set1_epi8(static_cast<char>(~whatever)));
      const __m128i distance = _mm_sub_epi8(those_bits, _mm_set1_epi8(first));
      const auto width = static_cast<char>(last - first);
      found = _mm_or_si128(found, width == 0 ? _mm_cmpeq_epi8(those_bits, _mm_set1_epi8(first))
                                             : _mm_cmpeq_epi8(_mm_min_epu8(distance, _mm_set1_epi8(width)), distance));
    }
    return bits(found) & those;
  }
};

/// Calls `use(at, block)` for each block of the text, as long as it returns true. `behind` bytes after the text can be
/// read, too.
template <typename Use> void each_block(std::string_view text, std::size_t behind, Use use) {
  const char *at = text.data(), *const end = at + text.size();
  for (; end - at >= 16; at += 16)
    if (!use(at, Block{load(at), 0xffff}))
      return;
  if (const auto rest = static_cast<std::size_t>(end - at); rest > 0)
    use(at, Block{rest + behind >= 16 ? load(at) : load_few(at, rest), (1u << rest) - 1});
}

template <char... Set> std::size_t any(std::string_view text, std::size_t from = 0) {
  static_assert(((Set != '\0') && ...));
  for (; text.size() >= from + 16; from += 16)
    if (const unsigned at = equal<Set...>(load(text.data() + from)); at != 0)
      return from + static_cast<unsigned>(std::countr_zero(at));
  if (from >= text.size())
    return from;
  const unsigned at = equal<Set...>(load_few(text.data() + from, text.size() - from));
  return at != 0 ? from + static_cast<unsigned>(std::countr_zero(at)) : text.size();
}

template <const auto &Pairs> unsigned equal_pairs(__m128i block, __m128i next) {
  __m128i found = _mm_setzero_si128();
  for (const auto &[first, second] : Pairs) {
    const __m128i here = _mm_cmpeq_epi8(block, _mm_set1_epi8(first));
    found =
        _mm_or_si128(found, second == '\0' ? here : _mm_and_si128(here, _mm_cmpeq_epi8(next, _mm_set1_epi8(second))));
  }
  return bits(found);
}

template <const auto &Pairs, typename IsWanted = Any>
std::size_t pair(std::string_view text, std::size_t from = 0, IsWanted is_wanted = {}) {
  const auto wanted_of = [&](unsigned found) {
    for (; found != 0; found &= found - 1)
      if (const std::size_t at = from + static_cast<unsigned>(std::countr_zero(found)); is_wanted(at))
        return at;
    return text.size();
  };
  for (; text.size() >= from + 17; from += 16)
    if (const std::size_t at = wanted_of(equal_pairs<Pairs>(load(text.data() + from), load(text.data() + from + 1)));
        at < text.size())
      return at;
  if (from >= text.size())
    return from;
  const std::size_t rest = text.size() - from;
  const __m128i block = rest == 16 ? load(text.data() + from) : load_few(text.data() + from, rest);
  return wanted_of(equal_pairs<Pairs>(block, _mm_srli_si128(block, 1)));
}

#else

struct Block {
  std::string_view bytes;
  unsigned those = (1u << bytes.size()) - 1;
  template <const auto &Ranges> unsigned within() const { return within_portable<Ranges>(bytes); }
};

template <typename Use> void each_block(std::string_view text, std::size_t, Use use) {
  for (std::size_t from = 0; from < text.size(); from += 16)
    if (!use(text.data() + from, Block{text.substr(from, 16)}))
      return;
}

inline bool begins(const char *text, const std::array<char, 32> &other, std::uint32_t those) {
  return begins_portable(text, other, those);
}
inline void fetch(std::string_view) {}
inline Plain plain(std::string_view text) { return plain_portable(text); }
inline std::size_t ordinary(std::string_view text) { return ordinary_portable(text); }
inline unsigned digits(const char *text) { return digits_portable(text); }
inline bool holds(const std::uint16_t *hashes, std::size_t count, std::uint16_t what) {
  return holds_portable(hashes, count, what);
}
inline std::uint64_t equal(const Hashes &hashes, std::size_t count, std::uint16_t what) {
  return equal_portable(hashes, count, what);
}
template <char... Set> std::size_t any(std::string_view text, std::size_t from = 0) {
  return any_portable<Set...>(text, from);
}
template <const auto &Pairs, typename IsWanted = Any>
std::size_t pair(std::string_view text, std::size_t from = 0, IsWanted is_wanted = {}) {
  return pair_portable<Pairs>(text, from, is_wanted);
}

#endif

/// Whether all bytes of a text are within these ranges.
template <const auto &Ranges> bool all_within(std::string_view text) {
  bool all = true;
  const auto look = [&](const char *, const Block &block) { return all = block.within<Ranges>() == block.those; };
  each_block(text.substr(0, text.size() < 16 ? text.size() : text.size() & ~std::size_t{15}), 0, look);
  if (all && text.size() > 16) // the rest, together with some bytes that were seen already
    each_block(text.substr(text.size() - 16), 0, look);
  return all;
}

} // namespace stslint::scan
