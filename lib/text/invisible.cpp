#include "invisible.hpp"

#include <algorithm>
#include <array>

namespace stslint {

Invisible invisible_at(std::string_view text) {
  static constexpr std::array<Invisible, 25> known = {{
      {"\u00a0", "U+00A0 NO-BREAK SPACE"},
      {"\u00ad", "U+00AD SOFT HYPHEN"},
      {"\u034f", "U+034F COMBINING GRAPHEME JOINER"},
      {"\u1680", "U+1680 OGHAM SPACE MARK"},
      {"\u2000", "U+2000 EN QUAD"},
      {"\u2001", "U+2001 EM QUAD"},
      {"\u2002", "U+2002 EN SPACE"},
      {"\u2003", "U+2003 EM SPACE"},
      {"\u2004", "U+2004 THREE-PER-EM SPACE"},
      {"\u2005", "U+2005 FOUR-PER-EM SPACE"},
      {"\u2006", "U+2006 SIX-PER-EM SPACE"},
      {"\u2007", "U+2007 FIGURE SPACE"},
      {"\u2008", "U+2008 PUNCTUATION SPACE"},
      {"\u2009", "U+2009 THIN SPACE"},
      {"\u200a", "U+200A HAIR SPACE"},
      {"\u200b", "U+200B ZERO WIDTH SPACE"},
      {"\u200c", "U+200C ZERO WIDTH NON-JOINER"},
      {"\u200d", "U+200D ZERO WIDTH JOINER"},
      {"\u2028", "U+2028 LINE SEPARATOR"},
      {"\u2029", "U+2029 PARAGRAPH SEPARATOR"},
      {"\u202f", "U+202F NARROW NO-BREAK SPACE"},
      {"\u205f", "U+205F MEDIUM MATHEMATICAL SPACE"},
      {"\u2060", "U+2060 WORD JOINER"},
      {"\u3000", "U+3000 IDEOGRAPHIC SPACE"},
      {"\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"},
  }};
  if (text.empty() || static_cast<unsigned char>(text[0]) < 0x80)
    return {};
  const auto found = std::ranges::find_if(known, [&](const Invisible &each) { return text.starts_with(each.bytes); });
  return found == known.end() ? Invisible{} : *found;
}

} // namespace stslint
