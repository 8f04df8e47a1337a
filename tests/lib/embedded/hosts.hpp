#pragma once

#include "stslint/embedded.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

/// Writes payloads into hosts, byte by byte: what reads them again is held to this.
namespace stslint::test {

/// A host with a payload in it, and where it has each byte of that, and its end.
struct Written {
  std::string text;
  std::vector<std::uint32_t> places;

  void put(std::string_view quoted) {
    places.push_back(static_cast<std::uint32_t>(text.size()));
    text += quoted;
  }
};

/// A way to write a payload: what stands before and after it, and at the start of each of its lines, and how a byte is
/// quoted.
struct Way {
  std::string_view name;
  Host host;
  std::string_view before, after, prefix = "";
  std::string (*quoted)(char) = [](char c) { return std::string(1, c); };
  /// Whether the payload can be written in this way at all.
  bool (*holds)(std::string_view payload) = [](std::string_view) { return true; };
  const Way *around = nullptr; ///< a host in which this one stands
  bool fixable = true;         ///< all fixes within a line can be written back
};

/// How a test names it.
inline void PrintTo(const Way &way, std::ostream *out) { *out << way.name; }

inline Written written(const Way &way, std::string_view payload) {
  Written out{std::string(way.before), {}};
  bool starts_line = true;
  for (const char c : payload) {
    if (starts_line)
      out.text += way.prefix;
    starts_line = c == '\n';
    out.put(way.quoted(c));
  }
  out.put(way.after);
  if (way.around == nullptr)
    return out;
  Written outer = written(*way.around, out.text);
  for (std::uint32_t &place : out.places)
    place = outer.places[place];
  return {std::move(outer.text), std::move(out.places)};
}

/// `c` with `mark` before it if it is among `those`.
inline std::string after_mark(char c, std::string_view those, char mark) {
  return those.find(c) == std::string_view::npos ? std::string(1, c) : std::string{mark, c};
}

inline std::string shell_single(char c) { return c == '\'' ? R"('\'')" : std::string(1, c); }
inline std::string shell_double(char c) { return after_mark(c, "\\\"$`", '\\'); }
inline std::string shell_lines(char c) { return after_mark(c, "\\$`", '\\'); }
inline std::string doubled_single(char c) { return after_mark(c, "'", '\''); }
inline std::string doubled(char c) { return after_mark(c, "\"", '"'); }
inline std::string powershell_double(char c) { return after_mark(c, "\"$`", '`'); }
inline std::string powershell_breaks(char c) { return c == '\n' ? "`n" : powershell_double(c); }
inline std::string code_single(char c) { return c == '\n' ? "\\n" : after_mark(c, "\\'", '\\'); }
inline std::string code_double(char c) { return c == '\n' ? "\\n" : after_mark(c, "\\\"", '\\'); }
inline std::string code_triple(char c) { return after_mark(c, "\\", '\\'); }
inline std::string code_template(char c) { return after_mark(c, "\\`", '\\'); }

inline std::string html(char c) {
  return c == '"' ? "&quot;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
}

inline bool lacks(std::string_view text, std::string_view what) { return text.find(what) == std::string_view::npos; }
inline bool bracket_first(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && (text[start] == '{' || text[start] == '[');
}
inline bool bracket_at_once(std::string_view text) { return text.starts_with('{') || text.starts_with('['); }
inline bool on_one_line(std::string_view text) { return bracket_first(text) && lacks(text, "\n"); }

/// All ways, those of one host beside each other.
inline const std::vector<Way> &ways() {
  static const Way markdown_shell{"Markdown around",
                                  Host::markdown,
                                  "Send it:\n\n```sh\n",
                                  "```\nDone.\n",
                                  "",
                                  Way{}.quoted,
                                  [](std::string_view text) { return lacks(text, "```"); }};
  static const Way yaml_around{"YAML around", Host::yaml, "steps:\n  - run: |\n", "  - name: next\n", "      "};
  static const std::vector<Way> all = {
      {"Markdown, fence", Host::markdown, "# Send\n\nIt's:\n```json\n", "\n```\nDone: {x}.\n", "", Way{}.quoted,
       [](std::string_view text) { return lacks(text, "```"); }},
      {"Markdown, quotation", Host::markdown, "> ~~~~ json\n", "\n> ~~~~\n", "> ", Way{}.quoted,
       [](std::string_view text) { return bracket_at_once(text) && lacks(text, "~~~~") && lacks(text, "\n "); }},
      {"Markdown, list", Host::markdown, "1. ```\n", "\n   ```\n2. more\n", "   ", Way{}.quoted,
       [](std::string_view text) { return lacks(text, "```"); }},
      {"Markdown, indented", Host::markdown, "Send\n\n", "\nDone.\n", "    ", Way{}.quoted, bracket_at_once},
      {"Markdown, <pre>", Host::markdown, "# Send\n<pre>", "</pre>\nDone {x}.\n", "", html, bracket_first},
      {"Markdown, <pre><code>", Host::markdown, "<pre class=\"a\"><code class=\"b\">\n", "</code></pre>\n", "", html,
       bracket_first},
      {"AsciiDoc", Host::asciidoc, "= Send\n\n.Example\n[source,json]\n----\n", "\n----\n\nDone.\n", "", Way{}.quoted,
       [](std::string_view text) { return lacks(text, "----") && lacks(text, ">"); }},
      {"reStructuredText", Host::restructured_text, "Send\n====\n\n.. code-block:: json\n   :linenos:\n\n",
       "\n\nDone.\n", "   ", Way{}.quoted, bracket_at_once},
      {"shell, '…'", Host::shell, "# don't\ncurl -d '", "' \"$URL\"\n", "", shell_single, bracket_first},
      {"shell, \"…\"", Host::shell, "# don't\ncurl -d \"", "\" '$URL'\n", "", shell_double, bracket_first},
      {"shell, $'…'", Host::shell, "curl -d $'", "' \"$URL\"\n", "", code_single, bracket_first},
      {"shell, <<'EOF'", Host::shell, "cat <<'EOF' | send\n", "\nEOF\necho 'done'\n", "", Way{}.quoted, bracket_first},
      {"shell, <<EOF", Host::shell, "cat <<EOF | send\n", "\nEOF\necho 'done'\n", "", shell_lines, bracket_first},
      {"shell, <<-EOF", Host::shell, "cat <<-\"EOF\" | send\n", "\n\tEOF\necho 'done'\n", "\t\t", Way{}.quoted,
       [](std::string_view text) { return bracket_at_once(text) && lacks(text, "\n\t"); }},
      {"PowerShell, @'…'@", Host::powershell, "$body = @'\n", "\n'@\nsend $body\n", "", Way{}.quoted,
       [](std::string_view text) { return bracket_first(text) && lacks(text, "\n'@"); }, nullptr, false},
      {"PowerShell, @\"…\"@", Host::powershell, "$body = @\"\n", "\n\"@\nsend $body\n", "", powershell_double,
       bracket_first},
      {"PowerShell, '…'", Host::powershell, "send '", "'\n", "", doubled_single, bracket_first},
      {"PowerShell, \"…\"", Host::powershell, "send \"", "\"\n", "", powershell_double, bracket_first},
      {"PowerShell, \"…`n…\"", Host::powershell, "send \"", "\"\n", "", powershell_breaks, bracket_first},
      {"YAML, block scalar", Host::yaml, "job:\n  body: |\n", "\n  name: x\n", "    ", Way{}.quoted, bracket_at_once},
      {"YAML, '…'", Host::yaml, "job:\n  body: '", "'\n", "", doubled_single, on_one_line},
      {"YAML, \"…\"", Host::yaml, "job:\n  body: \"", "\"\n", "", code_double, bracket_first},
      {"request", Host::http, "### Send\nPOST http://x/y\nAccept: */*\n\n", "\n\n### Next\nGET http://x/y\n", "",
       Way{}.quoted, bracket_first},
      {"Python, '…'", Host::code, "# it's\nsend('", "')\n", "", code_single, bracket_first},
      {"Python, \"…\"", Host::code, "send(\"", "\")\n", "", code_double, bracket_first},
      {"Python, '''…'''", Host::code, "send('''", "\n''')\n", "", code_triple,
       [](std::string_view text) { return bracket_first(text) && lacks(text, "'''"); }, nullptr, false},
      {"Python, \"\"\"…\"\"\"", Host::code, "send(\"\"\"", "\n\"\"\")\n", "", code_triple,
       [](std::string_view text) { return bracket_first(text) && lacks(text, "\"\"\""); }, nullptr, false},
      {"Python, r'…'", Host::code, "send(r'", "')\n", "", Way{}.quoted,
       [](std::string_view text) { return on_one_line(text) && lacks(text, "'"); }, nullptr, false},
      {"JavaScript, `…`", Host::code, "send(`", "`);\n", "", code_template, bracket_first, nullptr, false},
      {"C#, @\"…\"", Host::raw_code, "Send(@\"", "\");\n", "", doubled, bracket_first},
      {"Rust, r#\"…\"#", Host::raw_code, "send(r#\"", "\"#);\n", "", Way{}.quoted,
       [](std::string_view text) { return bracket_first(text) && lacks(text, "\"#"); }, nullptr, false},
      {"Ruby, <<~JSON", Host::raw_code, "send(<<~JSON)\n", "\n  JSON\n", "", code_triple, bracket_at_once, nullptr,
       false},
      {"Ruby, <<~'JSON'", Host::raw_code, "send(<<~'JSON')\n", "\n  JSON\n", "", Way{}.quoted, bracket_at_once},
      {"PHP, <<<JSON", Host::raw_code, "send(<<<JSON\n", "\nJSON);\n", "", code_triple, bracket_at_once, nullptr,
       false},
      {"JSON, string", Host::json, "{\"body\": \"", "\"}\n", "", code_double, bracket_first},
      {"shell in Markdown", Host::markdown, "curl -d '", "'\n", "", shell_single,
       [](std::string_view text) { return bracket_first(text) && lacks(text, "```"); }, &markdown_shell},
      {"shell in YAML", Host::yaml, "curl -d \"", "\"\n", "", shell_double, bracket_first, &yaml_around}};
  return all;
}

} // namespace stslint::test
