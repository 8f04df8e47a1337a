#include "secret_names.hpp"

#include "secret_value.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

using namespace secret_words;

namespace secret_names {
namespace {

/// Whether a name ends with these words. With `behind_words`, others may stand before them.
bool ends_with_words(std::string_view name, std::string_view words, bool behind_words) {
  std::size_t at = name.size();
  for (std::size_t left = words.size(); left > 0; --left) {
    while (at > 0 && (name[at - 1] == '_' || name[at - 1] == '-' || name[at - 1] == ' '))
      --at;
    if (at == 0 || static_cast<char>(name[at - 1] | 0x20) != words[left - 1])
      return false;
    --at;
  }
  const auto before = name.substr(0, at).find_last_not_of("_- ");
  if (before == std::string_view::npos)
    return true;
  const bool camel =
      name[at] >= 'A' && name[at] <= 'Z' && name[at - 1] >= '0' && !(name[at - 1] >= 'A' && name[at - 1] <= 'Z');
  return behind_words && (before + 1 < at || camel);
}

constexpr int most_members = 4;

/// The entry for the value at this span of the text, taken as a name; null without a value.
const Name *entry_for(std::string_view text, const std::optional<secret_value::Span> &value) {
  return value ? entry_of(text.substr(value->start, value->end - value->start), true) : nullptr;
}

/// The entry for the value of one of the members that `text` ends with.
const Name *entry_for_last_values(std::string_view text) {
  std::size_t at = text.size();
  for (int left = most_members; left > 0 && at > 0 && (at = text.rfind(':', at - 1)) != text.npos; --left)
    if (const Name *entry = entry_for(text, secret_value::behind(text, at, true, false)))
      return entry;
  return nullptr;
}

/// The entry for the value of one of the members that `text` starts with.
const Name *entry_for_first_values(std::string_view text) {
  std::size_t at = 0;
  for (int left = most_members; left > 0 && (at = text.find(':', at)) != text.npos; --left) {
    const auto value = secret_value::behind(text, at, true, false);
    if (const Name *entry = entry_for(text, value))
      return entry;
    at = std::max(at + 1, value ? value->end : 0);
  }
  return nullptr;
}

} // namespace

const Name *entry_of(std::string_view name, bool shown) {
  if (!ends_like_name(name, shown ? shown_part : part))
    return nullptr;
  const auto ends_as = [](std::string_view word, const Name &known) {
    return known.words.back() == static_cast<char>(word.back() | 0x20) &&
           ends_with_words(word, known.words, known.behind_words);
  };
  const bool plural = (name.back() | 0x20) == 's';
  const std::string_view singular = name.substr(0, name.size() - 1);
  const auto entry = std::ranges::find_if(names, [&](const Name &known) {
    return (shown || !known.often_harmless) &&
           (ends_as(name, known) || (plural && known.plural && ends_as(singular, known)));
  });
  return entry == names.end() ? nullptr : &*entry;
}

bool can_end_name(std::string_view text, bool shown) {
  constexpr std::size_t longest_end = 7; // an escape, and one letter
  return ends_like_name(text, shown ? shown_part : part) ||
         (shown && text.substr(text.size() - std::min(text.size(), longest_end)).find('\\') != text.npos);
}

Last last_name(std::string_view text, bool in_quotes) {
  constexpr std::size_t longest = 40, longest_in_quotes = 100; // every letter can be an escape
  const std::size_t first = text.size() - std::min(text.size(), in_quotes ? longest_in_quotes : longest);
  std::size_t start = text.size();
  while (start > first && (alphanumeric(text[start - 1]) || text[start - 1] == '_' || text[start - 1] == '-' ||
                           (in_quotes && (text[start - 1] == ' ' || text[start - 1] == '\\'))))
    --start;
  std::string_view name = text.substr(start);
  for (const std::string_view quote : {"u0022", "u0027"}) // an escaped quote
    if (const std::size_t open = name.rfind(quote); open != name.npos && (open == 0 || name[open - 1] == '\\'))
      name.remove_prefix(open + quote.size());
  return {name.find('\\') == name.npos ? std::string(name) : unescaped(name), text.size() - name.size()};
}

const Name *entry_beside(std::string_view text, std::size_t start, std::size_t end) {
  constexpr std::size_t reach = 200;
  const std::string_view before = text.substr(start - std::min(start, reach), std::min(start, reach));
  const std::string_view behind = text.substr(std::min(end, text.size()), reach);
  const std::size_t open = before.find_last_of("{}");
  const Name *const entry = entry_for_last_values(before.substr(open == before.npos ? 0 : open));
  return entry != nullptr ? entry : entry_for_first_values(behind.substr(0, behind.find_first_of("{}")));
}

} // namespace secret_names

bool names_secret(std::string_view name) { return secret_names::entry_of(name, false) != nullptr; }

} // namespace stslint
