#include "case_templates.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace stslint {
namespace {

using Texts = std::vector<std::string_view>;

/// Calls `outside` for what stands between the strings of a good text, and `within` for each string with its quotes.
template <typename Outside, typename Within>
void for_each_stretch(std::string_view text, Outside outside, Within within) {
  while (!text.empty()) {
    const std::size_t quote = std::min(text.find('"'), text.size());
    outside(text.substr(0, quote));
    text.remove_prefix(quote);
    std::size_t end = 1;
    while (end < text.size() && text[end] != '"')
      end += text[end] == '\\' ? 2 : 1;
    const std::string_view string = text.substr(0, end + 1);
    text.remove_prefix(string.size());
    if (!string.empty())
      within(string);
  }
}

/// A place of one of these characters outside of strings; npos if there is none.
std::size_t find_mark(const std::string &text, std::string_view marks, Decisions &decisions) {
  std::array<bool, 256> is_mark{};
  for (const char mark : marks)
    is_mark[static_cast<unsigned char>(mark)] = true;
  std::vector<std::size_t> found;
  found.reserve(text.size() / 8);
  const auto look = [&](std::string_view stretch) {
    for (const char &c : stretch)
      if (is_mark[static_cast<unsigned char>(c)])
        found.push_back(static_cast<std::size_t>(&c - text.data()));
  };
  for_each_stretch(text, look, [](std::string_view) {});
  return found.empty() ? std::string::npos : decisions.pick(found);
}

/// A text without the mark that was looked for is broken otherwise: a bracket too many is always wrong.
std::string replaced_at(std::string text, std::size_t at, std::size_t length, std::string_view with) {
  return at == std::string::npos ? text + ']' : text.replace(at, length, with);
}

/// Where a string, number or literal of a good text stands.
struct Token {
  std::size_t offset, length;
};

/// Those after the first bracket, in order; strings are keys where a colon follows.
template <typename Wanted> std::vector<Token> tokens(const std::string &text, Wanted wanted) {
  std::vector<Token> found;
  found.reserve(text.size() / 16);
  const auto add = [&](std::string_view token) {
    const std::size_t offset = static_cast<std::size_t>(token.data() - text.data()), end = offset + token.size();
    const bool key = end < text.size() && text[end] == ':';
    if (offset > 0 && wanted(token, key))
      found.push_back({offset, token.size()});
  };
  const auto split = [&](std::string_view stretch) {
    for (std::size_t at = 0; (at = stretch.find_first_not_of("{}[]:, ", at)) < stretch.size();) {
      const std::size_t end = std::min(stretch.find_first_of("}], ", at), stretch.size());
      add(stretch.substr(at, end - at));
      at = end;
    }
  };
  for_each_stretch(text, split, add);
  return found;
}

/// One of the strings or keys, changed.
std::string with_string(const std::string &text, bool of_keys, Decisions &decisions,
                        std::string (*change)(std::string_view)) {
  const auto found = tokens(text, [&](std::string_view token, bool key) { return token[0] == '"' && key == of_keys; });
  if (found.empty())
    return text + ']';
  const Token token = decisions.pick(found);
  return edited(text,
                {{token.offset, token.length, change(std::string_view(text).substr(token.offset, token.length))}});
}

/// One of the words in place of a value.
template <std::size_t Size>
std::string with_one_of(const std::string_view (&words)[Size], const std::string &text, Decisions &decisions) {
  const std::string_view word = decisions.pick(words);
  const auto found = tokens(text, [](std::string_view, bool key) { return !key; });
  if (found.empty())
    return std::string(word);
  const Token token = decisions.pick(found);
  return edited(text, {{token.offset, token.length, std::string(word)}});
}

constexpr TextOperator broken_syntax[] = {
    {"truncated",
     [](const std::string &text, Decisions &decisions) {
       return text.substr(0, 1 + decisions.draw(static_cast<std::uint32_t>(text.size() - 1)));
     }},
    {"trailing-comma",
     [](const std::string &text, Decisions &decisions) {
       return replaced_at(text, find_mark(text, "}]", decisions), 0, ",");
     }},
    {"missing-comma", [](const std::string &text,
                         Decisions &decisions) { return replaced_at(text, find_mark(text, ",", decisions), 1, " "); }},
    {"double-comma", [](const std::string &text,
                        Decisions &decisions) { return replaced_at(text, find_mark(text, ",", decisions), 0, ","); }},
    {"missing-colon", [](const std::string &text,
                         Decisions &decisions) { return replaced_at(text, find_mark(text, ":", decisions), 1, " "); }},
    {"wrong-bracket",
     [](const std::string &text, Decisions &decisions) {
       const std::size_t at = find_mark(text, "}]", decisions);
       return replaced_at(text, at, 1, at != std::string::npos && text[at] == '}' ? "]" : "}");
     }},
    {"missing-bracket",
     [](const std::string &text, Decisions &decisions) {
       return replaced_at(text, find_mark(text, "}]", decisions), 1, "");
     }},
    {"stray-bracket",
     [](const std::string &text, Decisions &decisions) {
       return replaced_at(text, find_mark(text, "}]", decisions), 0, "]}");
     }},
    {"two-texts", [](const std::string &text, Decisions &) { return text + text; }},
    {"text-behind", [](const std::string &text, Decisions &) { return text + " end"; }},
    {"comment",
     [](const std::string &text, Decisions &decisions) {
       static constexpr std::string_view comments[] = {"/* now */ ", "// now\n", "# now\n"};
       const std::size_t at = find_mark(text, ",}]", decisions); // drawn first, whatever the compiler
       return replaced_at(text, at, 0, decisions.pick(comments));
     }},
    {"single-quotes",
     [](const std::string &text, Decisions &decisions) {
       return with_string(text, decisions.draw(2) == 0, decisions, [](std::string_view raw) {
         return '\'' + std::string(raw.substr(1, raw.size() - 2)) + '\'';
       });
     }},
    {"unquoted-key",
     [](const std::string &text, Decisions &decisions) {
       return with_string(text, true, decisions,
                          [](std::string_view raw) { return std::string(raw.substr(1, raw.size() - 2)); });
     }},
    {"unclosed-string",
     [](const std::string &text, Decisions &decisions) {
       return with_string(text, false, decisions,
                          [](std::string_view raw) { return std::string(raw.substr(0, raw.size() - 1)) + '\n'; });
     }},
    {"control-character",
     [](const std::string &text, Decisions &decisions) {
       return with_string(text, false, decisions,
                          [](std::string_view raw) { return std::string(raw.substr(0, raw.size() - 1)) + "\t\n\""; });
     }},
    {"bad-escape",
     [](const std::string &text, Decisions &decisions) {
       return with_string(text, false, decisions, [](std::string_view raw) {
         return std::string(raw.substr(0, raw.size() - 1)) + "\\x41\\u12\"";
       });
     }},
    {"bad-literal",
     [](const std::string &text, Decisions &decisions) {
       static constexpr std::string_view words[] = {"None", "True", "NaN", "-Infinity", "undefined", "nul", "TRUE"};
       return with_one_of(words, text, decisions);
     }},
    {"bad-number",
     [](const std::string &text, Decisions &decisions) {
       static constexpr std::string_view words[] = {"01", "+1", ".5", "1.", "0x1F", "1e", "-", "1_000", "--1", "1e+"};
       return with_one_of(words, text, decisions);
     }},
    {"placeholder",
     [](const std::string &text, Decisions &decisions) {
       static constexpr std::string_view words[] = {"<value>", "${VALUE}", "{{ value }}", "##VALUE##", "#{value}"};
       return with_one_of(words, text, decisions);
     }},
    {"empty", [](const std::string &, Decisions &decisions) { return std::string(decisions.draw(3), ' '); }},
};

/// As Latin-1 would be read: what the text says does not matter here.
std::string utf16(const std::string &text, bool big_endian, bool mark) {
  std::string out = !mark ? "" : big_endian ? "\xFE\xFF" : "\xFF\xFE";
  const std::size_t first = out.size() + (big_endian ? 1 : 0);
  out.resize(out.size() + 2 * text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    out[first + 2 * i] = text[i];
  return out;
}

/// Puts bytes that are no UTF-8 into a string.
std::string with_bytes(const std::string &text, std::string_view bytes) {
  const std::size_t quote = text.rfind('"');
  return replaced_at(text, quote, 0, bytes);
}

constexpr TextOperator encodings[] = {
    {"byte-order-mark", [](const std::string &text, Decisions &) { return "\xEF\xBB\xBF" + text; }},
    {"utf-16le-mark", [](const std::string &text, Decisions &) { return utf16(text, false, true); }},
    {"utf-16be-mark", [](const std::string &text, Decisions &) { return utf16(text, true, true); }},
    {"utf-16le", [](const std::string &text, Decisions &) { return utf16(text, false, false); }},
    {"utf-16be", [](const std::string &text, Decisions &) { return utf16(text, true, false); }},
    {"latin-1", [](const std::string &text, Decisions &) { return with_bytes(text, "\xFC"); }},
    {"overlong", [](const std::string &text, Decisions &) { return with_bytes(text, "\xC0\xAF"); }},
    {"surrogate-bytes", [](const std::string &text, Decisions &) { return with_bytes(text, "\xED\xA0\x80"); }},
    {"cut-sequence", [](const std::string &text, Decisions &) { return with_bytes(text, "\xE4\xB8"); }},
    {"lone-continuation", [](const std::string &text, Decisions &) { return with_bytes(text, "\x80"); }},
    {"byte-ff", [](const std::string &text, Decisions &) { return with_bytes(text, "\xFF"); }},
    {"beyond-unicode", [](const std::string &text, Decisions &) { return with_bytes(text, "\xF4\x90\x80\x80"); }},
    {"nul-behind", [](const std::string &text, Decisions &) { return text + std::string(1, '\0'); }},
    {"nul-within", [](const std::string &text, Decisions &) { return with_bytes(text, std::string_view("\0", 1)); }},
};

constexpr TextOperator variants[] = {
    {"plain", [](const std::string &text, Decisions &) { return text; }},
    {"compact",
     [](const std::string &text, Decisions &) {
       std::string out;
       out.reserve(text.size());
       const auto squeeze = [&](std::string_view stretch) {
         for (const char c : stretch)
           if (c != ' ')
             out += c;
       };
       for_each_stretch(text, squeeze, [&](std::string_view string) { out += string; });
       return out;
     }},
    {"white-space",
     [](const std::string &text, Decisions &decisions) {
       static constexpr std::string_view spaces[] = {" ", "\n", "\r\n  ", "\t"};
       std::string out;
       out.reserve(2 * text.size());
       const auto widen = [&](std::string_view stretch) {
         for (const char c : stretch) {
           out += c;
           if (c == '{' || c == '[' || c == ',' || c == ':')
             out += decisions.pick(spaces);
         }
       };
       for_each_stretch(text, widen, [&](std::string_view string) { out += string; });
       return out + '\n';
     }},
    {"order",
     [](const std::string &text, Decisions &) {
       Document document;
       document.parse(text);
       std::vector<Member> members;
       for (const Member member : document.root().members())
         members.push_back(member);
       std::string out = "{";
       out.reserve(text.size());
       for (auto member = members.rbegin(); member != members.rend(); ++member) {
         out += out.size() > 1 ? ", " : "";
         out += member->key.raw();
         out += ": ";
         out += member->value.raw();
       }
       return members.empty() ? text : out + '}';
     }},
    {"escapes",
     [](const std::string &text, Decisions &decisions) {
       static constexpr char digits[] = "0123456789abcdef";
       std::string out;
       out.reserve(3 * text.size());
       const auto escape = [&](std::string_view string) {
         std::size_t done = 0;
         for (std::size_t at = 0; at < string.size(); ++at) {
           const char c = string[at];
           if (c == '\\')
             at += string[at + 1] == 'u' ? 5 : 1;
           else if (c >= 'a' && c <= 'z' && decisions.draw(4) == 1) {
             out += string.substr(done, at - done);
             out += {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
             done = at + 1;
           }
         }
         out += string.substr(done);
       };
       for_each_stretch(
           text, [&](std::string_view stretch) { out += stretch; }, escape);
       return out;
     }},
};

} // namespace

std::span<const TextOperator> syntax_operators() { return broken_syntax; }
std::span<const TextOperator> encoding_operators() { return encodings; }
std::span<const TextOperator> variant_operators() { return variants; }

} // namespace stslint
