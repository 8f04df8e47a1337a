#include "scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::size_t longest_placeholder = 200;

/// How the placeholders of templates begin and end; those that are clear enough within a sentence come first.
struct Form {
  std::string_view start, end;
};
constexpr std::array<Form, 12> forms = {{{"${{", "}}"},
                                         {"{{", "}}"},
                                         {"{%", "%}"},
                                         {"<%", "%>"},
                                         {"${", "}"},
                                         {"#{", "}"},
                                         {"%{", "}"},
                                         {"{$", "}"},
                                         {"$(", ")"},
                                         {"##", "##"},
                                         {"@@", "@@"},
                                         {"<", ">"}}};
constexpr std::size_t clear = 7;

bool upper(char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_name(char c) { return letter(c) || digit(c) || c == '_'; }

/// The number of bytes at the start of `text` for which `such` is true.
template <typename Such> std::size_t leading(std::string_view text, Such such) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, such) - text.begin());
}

/// `"name":` in doubled braces is a member of an object with a brace too many.
bool holds_member(std::string_view text) {
  for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"', quote + 1))
    if (const std::size_t next = text.find_first_not_of(" \t", quote + 1);
        next != std::string_view::npos && text[next] == ':')
      return true;
  return false;
}

std::size_t form_length(std::string_view text, const Form &form) {
  if (!text.starts_with(form.start))
    return 0;
  const std::size_t close = text.substr(0, text.find('\n')).find(form.end, form.start.size());
  if (close == std::string_view::npos || close == form.start.size())
    return 0;
  // `@@ -1,4 +1,5 @@` belongs to a diff.
  if (form.start == "@@" && text.substr(0, close).find(' ') != std::string_view::npos)
    return 0;
  // `{$name: 1}` is an object; `{$name}` is a variable of PHP.
  if (form.start == "{$" && text.substr(0, close).find(':') != std::string_view::npos)
    return 0;
  return form.start == "{{" && holds_member(text.substr(0, close)) ? 0 : close + form.end.size();
}

/// `$NAME`, `$env:NAME` and `%NAME%`, as shells write them.
std::size_t variable_length(std::string_view text) {
  const std::size_t start = text.starts_with("$env:") ? 5 : 1;
  if (text.size() < start + 2 || (text[0] != '$' && text[0] != '%') || !upper(text[start]))
    return 0;
  const std::size_t end = start + leading(text.substr(start), [](char c) { return upper(c) || digit(c); });
  const std::string_view name = text.substr(1, end - 1);
  if (text[0] == '$') {
    static constexpr std::array<std::string_view, 3> others = {"LATEST", "DEFAULT", "RECYCLE"}; // of AWS and Windows
    const bool whole_word = end > 2 && (end == text.size() || !letter(text[end]));
    return whole_word && std::ranges::find(others, name) == others.end() ? end : 0;
  }
  const bool bytes = name.size() == 2 && name.find_first_not_of("0123456789ABCDEF") == std::string_view::npos; // %C3%A4
  return text.substr(end).starts_with('%') && !bytes ? end + 1 : 0;
}

/// What a program printed because it had no text to print: `%!d(string=12)` of Go, `[object Object]` of JavaScript,
/// `[Ljava.lang.String;@6d06d69c` of Java; also `%(name)s`, which Python did not fill in.
std::size_t printed_length(std::string_view text) {
  const auto closed = [&](char close, std::size_t from) {
    const std::size_t end = std::min(text.find('\n'), text.size()), found = text.substr(0, end).find(close, from);
    return found == std::string_view::npos ? 0 : found + 1;
  };
  if (text.starts_with("%!")) {
    const std::size_t bracket = text.size() > 2 && letter(text[2]) ? 3 : 2;
    return text.substr(bracket).starts_with('(') ? closed(')', bracket) : 0;
  }
  if (text.starts_with("%(")) {
    const std::size_t end = 2 + leading(text.substr(2), in_name);
    const bool whole = end > 2 && text.substr(end).starts_with(')') && end + 1 < text.size();
    return whole && std::string_view("dfirs").find(text[end + 1]) != std::string_view::npos ? end + 2 : 0;
  }
  if (text.starts_with("[object ")) {
    const std::size_t end = 8 + leading(text.substr(8), letter);
    return end > 8 && text.substr(end).starts_with(']') ? end + 1 : 0;
  }
  if (text.starts_with("[L")) {
    const std::size_t end = 2 + leading(text.substr(2), [](char c) { return in_name(c) || c == '.' || c == '$'; });
    return text.substr(end).starts_with(";@") ? end + 2 + leading(text.substr(end + 2), in_name) : 0;
  }
  return 0;
}

/// `System.Object[]`, as .NET prints a list. `at` is the place of its bracket.
std::string_view dotnet_type(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("[]") && !rest.starts_with("[System."))
    return {};
  std::size_t start = at;
  const auto in_type = [](char c) { return in_name(c) || c == '.' || c == '`'; };
  while (start > 0 && at - start < longest_placeholder && in_type(text[start - 1]))
    --start;
  const std::string_view type = text.substr(start, at - start + longest_placeholder);
  const std::size_t close = type.find(']');
  return type.starts_with("System.") && close != std::string_view::npos ? type.substr(0, close + 1)
                                                                        : std::string_view();
}

/// `@{name=web01; …}`, as PowerShell prints an object.
bool is_powershell_object(std::string_view text) {
  return text.starts_with("@{") && text.ends_with('}') && text.find('=') != std::string_view::npos;
}

/// The offset of the next byte that a placeholder could start with.
std::size_t next_start(std::string_view text, std::size_t from) {
  return scan::any<'$', '{', '#', '<', '%', '@', '['>(text, from);
}

/// What is not a placeholder in `<…>`: words for a missing value, as tools print them, names in code, and HTML tags
/// that need no end tag.
constexpr std::array<std::string_view, 19> no_names = {
    "none",    "unset",   "unknown", "pending", "nil",    "null", "empty", "missing", "invalid", "anonymous",
    "unnamed", "default", "init",    "clinit",  "module", "br",   "hr",    "p",       "b"};

/// Whether what looks like a placeholder at `at` is one in its text: `<…>` holds a name, rather than a tag of HTML, an
/// address or the argument of a type, and `$NAME` is not the end of a name, such as `MSSQL$PROD`.
bool stands_alone(std::string_view text, std::size_t at, std::string_view found) {
  const auto named_before = [&](std::size_t back) { return at >= back && in_name(text[at - back]); };
  if (found.starts_with('$'))
    return found[1] == '{' || found[1] == '(' || !named_before(1);
  if (found.starts_with('%') && found.ends_with('%'))
    return at == 0 || !digit(text[at - 1]);
  if (!found.starts_with('<'))
    return true;
  const std::string_view name = found.substr(1, found.size() - 2);
  return found.find_first_of("/:@=\"") == std::string_view::npos && std::ranges::any_of(name, letter) &&
         std::ranges::find(no_names, name) == no_names.end() && !(named_before(1) && named_before(2));
}

} // namespace

std::size_t placeholder_length(std::string_view text) {
  if (text.empty() || std::string_view("${#<%@[").find(text[0]) == std::string_view::npos)
    return 0;
  text = text.substr(0, longest_placeholder);
  for (const Form &form : forms)
    if (const std::size_t length = form_length(text, form))
      return length;
  const std::size_t printed = printed_length(text);
  return printed > 0 ? printed : variable_length(text);
}

std::optional<std::string_view> placeholder_in(std::string_view text) {
  if (next_start(text, 0) == text.size())
    return std::nullopt;
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos)
    return std::nullopt;
  const std::string_view all = text.substr(first, text.find_last_not_of(" \t") + 1 - first);
  if (const std::size_t length = placeholder_length(all); length == all.size() && stands_alone(all, 0, all))
    return all;
  if (is_powershell_object(all))
    return all;
  const bool one_word = all.find(' ') == std::string_view::npos && all.find("</") == std::string_view::npos;
  for (std::size_t at = 0; (at = next_start(all, at)) < all.size(); ++at) {
    const std::string_view rest = all.substr(at);
    if (const std::string_view type = dotnet_type(all, at); !type.empty())
      return type;
    const std::string_view found = rest.substr(0, placeholder_length(rest));
    const auto has_form = [&](const Form &form) { return form_length(found, form) == found.size(); };
    const bool anywhere = std::any_of(forms.begin(), forms.begin() + clear, has_form) || printed_length(found) > 0;
    const bool in_words = one_word && rest[0] != '#' && stands_alone(all, at, found);
    if (!found.empty() && (anywhere || in_words))
      return found;
  }
  return std::nullopt;
}

bool is_printed_in_place(std::string_view placeholder) {
  const std::size_t bracket = placeholder.find('[');
  return !placeholder.starts_with("%(") &&
         (printed_length(placeholder) > 0 || is_powershell_object(placeholder) ||
          (bracket != std::string_view::npos && !dotnet_type(placeholder, bracket).empty()));
}

} // namespace stslint
