#include "recipes.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <vector>

namespace stslint {
namespace {

using Texts = std::vector<std::string_view>;

/// A place of one of these characters outside of strings; npos if there is none.
std::size_t find_mark(const std::string &text, std::string_view marks, Choices &choices) {
  std::vector<std::size_t> found;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (quoted && text[at] == '\\')
      ++at;
    else if (text[at] == '"')
      quoted = !quoted;
    else if (!quoted && marks.find(text[at]) != std::string_view::npos)
      found.push_back(at);
  return found.empty() ? std::string::npos : choices.pick(found);
}

/// A text without the mark that was looked for is broken otherwise: a bracket too many is always wrong.
std::string replaced_at(std::string text, std::size_t at, std::size_t length, std::string_view with) {
  return at == std::string::npos ? text + ']' : text.replace(at, length, with);
}

/// One of the values or keys of that kind.
std::string in_place_of(const std::string &text, Kind kind, bool key, Choices &choices,
                        std::string (*change)(std::string_view)) {
  Document document;
  document.parse(text);
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i)
    if (document.nodes()[i].kind == kind && document.nodes()[i].key == key)
      nodes.push_back(i);
  if (nodes.empty())
    return text + ']';
  const Value value(document, choices.pick(nodes));
  return edited(text, {{value.offset(), value.length(), change(value.raw())}});
}

template <std::size_t Size>
std::string one_of(const std::string_view (&words)[Size], const std::string &text, Choices &choices) {
  const std::string_view word = choices.pick(words);
  Document document;
  document.parse(text);
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 1; i < document.nodes().size(); ++i)
    if (!document.nodes()[i].key && document.nodes()[i].kind != Kind::object && document.nodes()[i].kind != Kind::array)
      nodes.push_back(i);
  if (nodes.empty())
    return std::string(word);
  const Value value(document, choices.pick(nodes));
  return edited(text, {{value.offset(), value.length(), std::string(word)}});
}

constexpr TextOperation syntax[] = {
    {"truncated",
     [](const std::string &text, Choices &choices) {
       return text.substr(0, 1 + choices.draw(static_cast<std::uint32_t>(text.size() - 1)));
     }},
    {"trailing-comma", [](const std::string &text,
                          Choices &choices) { return replaced_at(text, find_mark(text, "}]", choices), 0, ","); }},
    {"missing-comma", [](const std::string &text,
                         Choices &choices) { return replaced_at(text, find_mark(text, ",", choices), 1, " "); }},
    {"double-comma", [](const std::string &text,
                        Choices &choices) { return replaced_at(text, find_mark(text, ",", choices), 0, ","); }},
    {"missing-colon", [](const std::string &text,
                         Choices &choices) { return replaced_at(text, find_mark(text, ":", choices), 1, " "); }},
    {"wrong-bracket",
     [](const std::string &text, Choices &choices) {
       const std::size_t at = find_mark(text, "}]", choices);
       return replaced_at(text, at, 1, at != std::string::npos && text[at] == '}' ? "]" : "}");
     }},
    {"missing-bracket", [](const std::string &text,
                           Choices &choices) { return replaced_at(text, find_mark(text, "}]", choices), 1, ""); }},
    {"stray-bracket", [](const std::string &text,
                         Choices &choices) { return replaced_at(text, find_mark(text, "}]", choices), 0, "]}"); }},
    {"two-texts", [](const std::string &text, Choices &) { return text + text; }},
    {"text-behind", [](const std::string &text, Choices &) { return text + " end"; }},
    {"comment",
     [](const std::string &text, Choices &choices) {
       static constexpr std::string_view comments[] = {"/* now */ ", "// now\n", "# now\n"};
       const std::size_t at = find_mark(text, ",}]", choices); // drawn first, whatever the compiler
       return replaced_at(text, at, 0, choices.pick(comments));
     }},
    {"single-quotes",
     [](const std::string &text, Choices &choices) {
       return in_place_of(text, Kind::string, choices.draw(2) == 0, choices, [](std::string_view raw) {
         return '\'' + std::string(raw.substr(1, raw.size() - 2)) + '\'';
       });
     }},
    {"unquoted-key",
     [](const std::string &text, Choices &choices) {
       return in_place_of(text, Kind::string, true, choices,
                          [](std::string_view raw) { return std::string(raw.substr(1, raw.size() - 2)); });
     }},
    {"unclosed-string",
     [](const std::string &text, Choices &choices) {
       return in_place_of(text, Kind::string, false, choices,
                          [](std::string_view raw) { return std::string(raw.substr(0, raw.size() - 1)) + '\n'; });
     }},
    {"control-character",
     [](const std::string &text, Choices &choices) {
       return in_place_of(text, Kind::string, false, choices,
                          [](std::string_view raw) { return std::string(raw.substr(0, raw.size() - 1)) + "\t\n\""; });
     }},
    {"bad-escape",
     [](const std::string &text, Choices &choices) {
       return in_place_of(text, Kind::string, false, choices, [](std::string_view raw) {
         return std::string(raw.substr(0, raw.size() - 1)) + "\\x41\\u12\"";
       });
     }},
    {"bad-literal",
     [](const std::string &text, Choices &choices) {
       static constexpr std::string_view words[] = {"None", "True", "NaN", "-Infinity", "undefined", "nul", "TRUE"};
       return one_of(words, text, choices);
     }},
    {"bad-number",
     [](const std::string &text, Choices &choices) {
       static constexpr std::string_view words[] = {"01", "+1", ".5", "1.", "0x1F", "1e", "-", "1_000", "--1", "1e+"};
       return one_of(words, text, choices);
     }},
    {"placeholder",
     [](const std::string &text, Choices &choices) {
       static constexpr std::string_view words[] = {"<value>", "${VALUE}", "{{ value }}", "##VALUE##", "#{value}"};
       return one_of(words, text, choices);
     }},
    {"empty", [](const std::string &, Choices &choices) { return std::string(choices.draw(3), ' '); }},
};

std::string utf16(const std::string &text, bool big_endian, bool mark) {
  std::string out;
  const auto unit = [&](unsigned code) {
    const char high = static_cast<char>(code >> 8), low = static_cast<char>(code & 0xff);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  };
  if (mark)
    unit(0xFEFF);
  for (const char c : text) // as Latin-1 would be read: what the text says does not matter here
    unit(static_cast<unsigned char>(c));
  return out;
}

/// Puts bytes that are no UTF-8 into a string.
std::string with_bytes(const std::string &text, std::string_view bytes) {
  const std::size_t quote = text.rfind('"');
  return replaced_at(text, quote, 0, bytes);
}

constexpr TextOperation encodings[] = {
    {"byte-order-mark", [](const std::string &text, Choices &) { return "\xEF\xBB\xBF" + text; }},
    {"utf-16le-mark", [](const std::string &text, Choices &) { return utf16(text, false, true); }},
    {"utf-16be-mark", [](const std::string &text, Choices &) { return utf16(text, true, true); }},
    {"utf-16le", [](const std::string &text, Choices &) { return utf16(text, false, false); }},
    {"utf-16be", [](const std::string &text, Choices &) { return utf16(text, true, false); }},
    {"latin-1", [](const std::string &text, Choices &) { return with_bytes(text, "\xFC"); }},
    {"overlong", [](const std::string &text, Choices &) { return with_bytes(text, "\xC0\xAF"); }},
    {"surrogate-bytes", [](const std::string &text, Choices &) { return with_bytes(text, "\xED\xA0\x80"); }},
    {"cut-sequence", [](const std::string &text, Choices &) { return with_bytes(text, "\xE4\xB8"); }},
    {"lone-continuation", [](const std::string &text, Choices &) { return with_bytes(text, "\x80"); }},
    {"byte-ff", [](const std::string &text, Choices &) { return with_bytes(text, "\xFF"); }},
    {"beyond-unicode", [](const std::string &text, Choices &) { return with_bytes(text, "\xF4\x90\x80\x80"); }},
    {"nul-behind", [](const std::string &text, Choices &) { return text + std::string(1, '\0'); }},
    {"nul-within", [](const std::string &text, Choices &) { return with_bytes(text, std::string_view("\0", 1)); }},
};

constexpr TextOperation variants[] = {
    {"plain", [](const std::string &text, Choices &) { return text; }},
    {"compact",
     [](const std::string &text, Choices &) {
       std::string out;
       bool quoted = false;
       for (std::size_t at = 0; at < text.size(); ++at) {
         if (text[at] == '"')
           quoted = !quoted;
         if (quoted || text[at] != ' ')
           out += text[at];
         if (quoted && text[at] == '\\')
           out += text[++at];
       }
       return out;
     }},
    {"white-space",
     [](const std::string &text, Choices &choices) {
       static constexpr std::string_view spaces[] = {" ", "\n", "\r\n  ", "\t"};
       std::string out;
       bool quoted = false;
       for (std::size_t at = 0; at < text.size(); ++at) {
         if (text[at] == '"')
           quoted = !quoted;
         out += text[at];
         if (quoted && text[at] == '\\')
           out += text[++at];
         if (!quoted && std::string_view("{[,:").find(text[at]) != std::string_view::npos)
           out += choices.pick(spaces);
       }
       return out + '\n';
     }},
    {"order",
     [](const std::string &text, Choices &) {
       Document document;
       document.parse(text);
       std::vector<Member> members;
       for (const Member member : document.root().members())
         members.push_back(member);
       std::string out = "{";
       for (auto member = members.rbegin(); member != members.rend(); ++member)
         out += (out.size() > 1 ? ", " : "") + std::string(member->key.raw()) + ": " + std::string(member->value.raw());
       return members.empty() ? text : out + '}';
     }},
    {"escapes",
     [](const std::string &text, Choices &choices) {
       static constexpr char digits[] = "0123456789abcdef";
       std::string out;
       bool quoted = false;
       for (std::size_t at = 0; at < text.size(); ++at) {
         const char c = text[at];
         if (c == '"')
           quoted = !quoted;
         if (quoted && c == '\\') {
           const std::size_t length = text[at + 1] == 'u' ? 6 : 2;
           out += text.substr(at, length);
           at += length - 1;
         } else if (quoted && c >= 'a' && c <= 'z' && choices.draw(4) == 1)
           out += std::string("\\u00") + digits[c >> 4] + digits[c & 15];
         else
           out += c;
       }
       return out;
     }},
};

} // namespace

std::span<const TextOperation> syntax_operations() { return syntax; }
std::span<const TextOperation> encoding_operations() { return encodings; }
std::span<const TextOperation> variant_operations() { return variants; }

} // namespace stslint
