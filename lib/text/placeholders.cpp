#include "scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

/// How the placeholders of templates begin and end; those that are clear enough within a sentence come first.
struct Form {
  std::string_view start, end;
};
constexpr std::array<Form, 8> forms = {
    {{"${{", "}}"}, {"{{", "}}"}, {"<%=", "%>"}, {"${", "}"}, {"#{", "}"}, {"$(", ")"}, {"##", "##"}, {"<", ">"}}};
constexpr std::size_t clear = 5;

bool upper(char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

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
  return form.start == "{{" && holds_member(text.substr(0, close)) ? 0 : close + form.end.size();
}

/// `$NAME` and `%NAME%`, as shells write them.
std::size_t variable_length(std::string_view text) {
  if (text.size() < 3 || (text[0] != '$' && text[0] != '%') || !upper(text[1]))
    return 0;
  const auto name_end = std::find_if_not(text.begin() + 1, text.end(), [](char c) { return upper(c) || digit(c); });
  const auto length = static_cast<std::size_t>(name_end - text.begin());
  const bool whole_word = length > 2 && (name_end == text.end() || !(*name_end >= 'a' && *name_end <= 'z'));
  if (text[0] == '$')
    return whole_word ? length : 0;
  return text.substr(length).starts_with('%') ? length + 1 : 0;
}

/// The next byte that a placeholder could start with.
std::size_t next_start(std::string_view text, std::size_t from) {
  return scan::any<'$', '{', '#', '<', '%'>(text, from);
}

/// What stands between the brackets of `<…>` is a name, rather than a tag of HTML or an address.
bool names_something(std::string_view placeholder) {
  return !placeholder.starts_with('<') || placeholder.find_first_of("/:@=\"") == std::string_view::npos;
}

} // namespace

std::size_t placeholder_length(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (text.empty() || std::string_view("${#<%").find(text[0]) == std::string_view::npos)
    return 0;
  text = text.substr(0, longest);
  for (const Form &form : forms)
    if (const std::size_t length = form_length(text, form))
      return length;
  return variable_length(text);
}

std::optional<std::string_view> placeholder_in(std::string_view text) {
  if (next_start(text, 0) == text.size())
    return std::nullopt;
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos)
    return std::nullopt;
  const std::string_view all = text.substr(first, text.find_last_not_of(" \t") + 1 - first);
  if (const std::size_t length = placeholder_length(all); length == all.size() && names_something(all))
    return all;
  const bool one_word = all.find(' ') == std::string_view::npos && all.find("</") == std::string_view::npos;
  for (std::size_t at = 0; (at = next_start(all, at)) < all.size(); ++at) {
    const std::string_view rest = all.substr(at);
    const std::string_view found = rest.substr(0, placeholder_length(rest));
    const auto has_form = [&](const Form &form) { return form_length(found, form) == found.size(); };
    const bool anywhere = std::any_of(forms.begin(), forms.begin() + clear, has_form);
    const bool in_words = one_word && rest[0] != '#' && names_something(found);
    if (!found.empty() && (anywhere || in_words))
      return found;
  }
  return std::nullopt;
}

} // namespace stslint
