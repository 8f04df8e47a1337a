#include "strings.hpp"
#include "yaml_mappings.hpp"

#include <algorithm>
#include <array>

/// YAML holds payloads as mappings, as block scalars (`body: |`), as strings in quotes, and in flow style, which is
/// JSON.
namespace stslint::embedded {
namespace {

/// `key: |`, `- >-`, `key: |2`: what a block scalar begins with.
bool opens_block_scalar(std::string_view line) {
  const std::size_t comment = line.find(" #");
  const std::string_view text = trimmed(line.substr(0, comment));
  const std::size_t at = text.find_last_of("|>");
  if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' '))
    return false;
  const std::string_view before = trimmed(text.substr(0, at));
  return text.find_first_not_of("+-0123456789", at + 1) == std::string_view::npos &&
         (before.ends_with(':') || before.ends_with('-') || before.empty() || before.starts_with('!'));
}

/// Where the brace of `key: {"`, `- {"` or `{key: a, other: {"` stands, which is right before the first quote; `npos`
/// for any other line.
std::size_t flow_mapping(std::string_view line) {
  const std::size_t quote = std::min(line.find_first_of("'\""), line.size());
  const std::string_view before = trimmed(line.substr(0, quote));
  if (!before.ends_with('{') || line.substr(quote, 1) != "\"")
    return std::string_view::npos;
  const std::string_view owner = trimmed(before.substr(0, before.size() - 1));
  const bool is_value = !owner.empty() && std::string_view(":-,[").find(owner.back()) != std::string_view::npos;
  return is_value ? static_cast<std::size_t>(&before.back() - line.data()) : std::string_view::npos;
}

/// The bracket that closes the one at `open`, past strings; `npos` if there is none.
std::size_t closing_bracket(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at)
        at += text[at] == '\\' ? 1 : 0;
    } else if (c == '{' || c == '[')
      ++depth;
    else if ((c == '}' || c == ']') && --depth == 0)
      return at;
  }
  return std::string_view::npos;
}

/// Finds block scalars and mappings in flow style, line by line.
class LineScanner {
public:
  LineScanner(std::string_view text, const Use &use) : text_(text), lines_(text), use_(use) {}

  void run() {
    while (lines_.next()) {
      const std::string_view line = trimmed(lines_.text());
      if (line.empty() || line.starts_with('#'))
        continue;
      if (std::optional<Copy> copy =
              opens_block_scalar(lines_.text()) ? indented_below(text_, lines_, indentation(lines_.text())) : flow();
          copy)
        use_({*std::move(copy)});
    }
  }

private:
  /// The mapping that begins on this line.
  std::optional<Copy> flow() {
    const std::size_t start = lines_.line().start, value = flow_mapping(lines_.text());
    if (!closed_ || value == std::string_view::npos)
      return std::nullopt;
    const std::size_t close = closing_bracket(text_, start + value);
    closed_ = close != std::string_view::npos;
    if (!closed_)
      return std::nullopt;
    Copy copy(text_);
    copy.keep(start + value, close + 1);
    copy.end_at(close + 1);
    while (lines_.behind() <= close && lines_.next())
      ;
    return copy;
  }

  std::string_view text_;
  Lines lines_;
  const Use &use_;
  bool closed_ = true; ///< all that opened before: else all would be searched to the end again
};

} // namespace

void scan_yaml(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 2> forms = {
      {{"'", "'", Quoting::doubled_single}, {"\"", "\"", Quoting::escaped}}};
  scan_yaml_mappings(text, use);
  LineScanner(text, use).run();
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
