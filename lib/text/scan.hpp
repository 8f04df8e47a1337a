#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#ifdef __SSE2__
#include <bit>
#include <emmintrin.h>
#endif

/// Looks through bytes 16 at a time where the machine can. Each function has a portable twin, which says the same; a
/// test compares them.
namespace stslint::scan {

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

/// The first byte at or behind `from` that is one of `Set`; the length of the text if there is none.
template <char... Set> std::size_t any_portable(std::string_view text, std::size_t from = 0) {
  while (from < text.size() && !((text[from] == Set) || ...))
    ++from;
  return from;
}

/// The first byte at or behind `from` that starts one of `Pairs`, each two bytes of which the second may be 0 for any.
template <const auto &Pairs> std::size_t pair_portable(std::string_view text, std::size_t from = 0) {
  for (; from < text.size(); ++from)
    for (const auto &[first, second] : Pairs)
      if (text[from] == first && (second == '\0' || (from + 1 < text.size() && text[from + 1] == second)))
        return from;
  return from;
}

#ifdef __SSE2__

inline __m128i load(const char *at) { return _mm_loadu_si128(reinterpret_cast<const __m128i *>(at)); }
inline unsigned bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

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

template <char... Set> std::size_t any(std::string_view text, std::size_t from = 0) {
  for (; text.size() >= from + 16; from += 16) {
    const __m128i block = load(text.data() + from);
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(Set)))), ...);
    if (const unsigned at = bits(found); at != 0)
      return from + static_cast<unsigned>(std::countr_zero(at));
  }
  return any_portable<Set...>(text, from);
}

template <const auto &Pairs> std::size_t pair(std::string_view text, std::size_t from = 0) {
  for (; text.size() >= from + 17; from += 16) {
    const __m128i block = load(text.data() + from), next = load(text.data() + from + 1);
    __m128i found = _mm_setzero_si128();
    for (const auto &[first, second] : Pairs) {
      const __m128i here = _mm_cmpeq_epi8(block, _mm_set1_epi8(first));
      const bool any_next = second == '\0';
      found = _mm_or_si128(found, any_next ? here : _mm_and_si128(here, _mm_cmpeq_epi8(next, _mm_set1_epi8(second))));
    }
    if (const unsigned at = bits(found); at != 0)
      return from + static_cast<unsigned>(std::countr_zero(at));
  }
  return pair_portable<Pairs>(text, from);
}

#else

inline Plain plain(std::string_view text) { return plain_portable(text); }
template <char... Set> std::size_t any(std::string_view text, std::size_t from = 0) {
  return any_portable<Set...>(text, from);
}
template <const auto &Pairs> std::size_t pair(std::string_view text, std::size_t from = 0) {
  return pair_portable<Pairs>(text, from);
}

#endif

} // namespace stslint::scan
