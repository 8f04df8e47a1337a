#include "scan.hpp"
#include "secret_names.hpp"
#include "secret_value.hpp"
#include "secret_words.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

using namespace secret_words;

namespace {

bool in_token(char c) { return alphanumeric(c) || c == '_' || c == '-'; }

/// The number of bytes at the start of `text` for which `of` is true.
template <typename Of> std::size_t run(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, of) - text.begin());
}

/// How everything that holds a secret starts: a token of secret_words.hpp, or what parts a name from its value.
constexpr std::array<std::array<char, 2>, 13> starts = {{{':', '\0'},
                                                         {'h', 'f'},
                                                         {'=', '\0'},
                                                         {'A', 'K'},
                                                         {'A', 'S'},
                                                         {'g', 'h'},
                                                         {'g', 'i'},
                                                         {'g', 'l'},
                                                         {'x', 'o'},
                                                         {'s', 'k'},
                                                         {'n', 'p'},
                                                         {'e', 'y'},
                                                         {'-', '-'}}};

/// And where the JSON is broken.
constexpr auto starts_if_broken = [] {
  std::array<std::array<char, 2>, starts.size() + 2> all{};
  std::ranges::copy(starts, all.begin());
  all[starts.size()] = {'"', '\0'};
  all[starts.size() + 1] = {'\'', '\0'};
  return all;
}();

std::size_t token_length(std::string_view text) {
  for (const Token &token : tokens)
    if (text.starts_with(token.start))
      if (const std::size_t length = run(text, in_token); length >= token.least)
        return length;
  if (text.starts_with("eyJ")) { // a JSON Web Token: three parts, the first of which starts so
    std::size_t length = run(text, in_token), parts = 1;
    for (; parts < 4 && text.substr(length).starts_with('.'); ++parts)
      length += 1 + run(text.substr(length + 1), in_token);
    return parts == 3 && length >= 30 ? length : 0;
  }
  return text.starts_with("-----BEGIN ") && text.substr(0, 60).find("PRIVATE KEY") != std::string_view::npos
             ? text.size()
             : 0;
}

/// Whether the text before `at` is a name in double quotes, as in JSON, that is certainly not the name of a secret: by
/// its end, or because it is too short.
bool follows_harmless_name(std::string_view text, std::size_t at, bool shown) {
  const std::size_t shortest_name = shown ? 3 : 6;
  if (at < 3 || text[at - 1] != '"' || !alphanumeric(text[at - 2]))
    return false;
  const std::string_view before = text.substr(0, at - 1);
  return !secret_names::can_end_name(before, shown) ||
         before.find('"', before.size() - std::min(before.size(), shortest_name)) != std::string_view::npos;
}

/// `arn:…:secret:name` and `urn:…:secret:name` name a thing of that kind.
bool within_urn(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 200;
  const std::string_view before = text.substr(at - std::min(at, longest), std::min(at, longest));
  const std::size_t start = before.find_last_of(" \t\r\n,;\"'");
  const std::string_view word = before.substr(start == std::string_view::npos ? 0 : start + 1);
  return word.starts_with("urn:") || word.starts_with("arn:");
}

/// Whether a value, which starts after a colon at `at`, is a string or a list that starts with one.
bool is_string(std::string_view text, std::size_t at, std::size_t value) {
  const std::string_view between = text.substr(at, value - at);
  const std::size_t first = std::min(text.find_first_not_of(" \t\r\n", value), text.size());
  return between.find(',') == between.npos && // after a comma stands the next member
         (secret_value::quotes_back(between) > 0 || text.substr(first).starts_with('"'));
}

/// The value of a name of a secret that ends before `at`, where a `:` or `=` stands; or, in a broken text, the quote
/// that closes the name, where the colon is missing or something else in its place. In a text that is shown, it may be
/// an object, and more names count.
std::optional<Secret> named_value(std::string_view text, std::size_t at, bool shown) {
  const bool parted = text[at] == ':' || text[at] == '=';
  std::string_view before = text.substr(0, at + (parted ? 0 : 1));
  before.remove_suffix(parted ? secret_value::blanks_back(before) : 0);
  const std::size_t quotes = secret_value::quotes_back(before);
  before.remove_suffix(quotes);
  const bool member = parted && quotes > 0;
  if (!secret_names::can_end_name(before, shown))
    return std::nullopt;
  const auto [name, start] = secret_names::last_name(before, shown && quotes > 0);
  const Name *entry = secret_names::entry_of(name, shown);
  const bool in_query = text[at] == '=' && start > 0 && (before[start - 1] == '?' || before[start - 1] == '&') &&
                        same_word(name, "token");
  const bool by_pair = entry == nullptr && shown && member && same_word(name, "value");
  if (entry == nullptr && !in_query && !by_pair)
    return std::nullopt;
  if (text[at] == ':' && quotes == 0 && within_urn(text, start))
    return std::nullopt;
  // Before the search for the end of the value, which may take to the end of the line.
  if (entry != nullptr && entry->often_harmless && !in_query && !member)
    return std::nullopt;
  if (!parted) {
    const std::string_view rest = text.substr(at + 1);
    const std::size_t open = before.substr(0, start).find_last_not_of("\"'\\");
    const bool pair = open != std::string_view::npos && (before[open] == '(' || before[open] == '{');
    const std::size_t next = rest.find_first_not_of(pair ? " \t;.->|~," : " \t;.->|~");
    if (secret_value::quotes_back(before.substr(0, start)) == 0 || next == std::string_view::npos ||
        (rest[next] != '"' && rest[next] != '\''))
      return std::nullopt;
    at += next;
  }
  const auto span = secret_value::behind(
      text, at, quotes > 0, shown && entry != nullptr && !entry->often_harmless && !same_word(name, "secret"));
  if (!span)
    return std::nullopt;
  if (by_pair && (entry = secret_names::entry_beside(text, start, span->end)) == nullptr)
    return std::nullopt;
  if (entry != nullptr && entry->often_harmless && !in_query && !is_string(text, at, span->start))
    return std::nullopt;
  const std::string_view found = text.substr(span->start, span->end - span->start);
  const bool kind = same_word(name, "authorization") && span->start == at + 1 &&
                    found.find_first_of("0123456789") == std::string_view::npos; // authorization:ldap
  if (kind || secret_value::says_nothing(found) || placeholder_length(text.substr(span->start)) >= found.size())
    return std::nullopt;
  return Secret{span->start, found.size()};
}

/// The password of scheme://user:password@host, where `at` is on the slashes.
std::optional<Secret> password(std::string_view text, std::size_t at) {
  const std::string_view authority =
      text.substr(at + 3, std::min(text.find_first_of("/?# \"", at + 3), text.size()) - at - 3);
  const std::size_t end = authority.find('@'), colon = authority.substr(0, end).find(':');
  if (end == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= end)
    return std::nullopt;
  return Secret{at + 3 + colon + 1, end - colon - 1};
}

/// The same of user:password@host without a scheme, where `at` is on the colon. An address that follows the name of a
/// kind, such as mailto:, is not one, but it may be masked where a text is shown.
std::optional<Secret> bare_password(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 256;
  const std::string_view rest = text.substr(at + 1, longest);
  const std::size_t end = rest.find_first_of("@/\\?#\"'`,;<>()[]{} \t\r\n");
  const bool host = end != std::string_view::npos && rest[end] == '@' && end + 1 < rest.size() &&
                    (alphanumeric(rest[end + 1]) || rest[end + 1] == '[');
  if (end == 0 || !host || at == 0 || !in_token(text[at - 1]) || text.substr(0, at).ends_with("mailto"))
    return std::nullopt;
  return Secret{at + 1, end};
}

/// The secret whose start, or whose name, is told by the bytes at `at`.
std::optional<Secret> secret_at(std::string_view text, std::size_t at, bool shown) {
  const char c = text[at];
  if (c == ':' && text.substr(at).starts_with("://"))
    return password(text, at);
  if (c == ':' && shown)
    if (const auto found = bare_password(text, at))
      return found;
  if (c == ':' || c == '=')
    return follows_harmless_name(text, at, shown) ? std::nullopt : named_value(text, at, shown);
  if (c == '"' || c == '\'')
    return at > 5 && alphanumeric(text[at - 1]) && ends_like_name(text[at - 2], text[at - 1])
               ? named_value(text, at, shown)
               : std::nullopt;
  const std::size_t length = at == 0 || !in_token(text[at - 1]) || c == '-' ? token_length(text.substr(at)) : 0;
  return length > 0 ? std::optional(Secret{at, length}) : std::nullopt;
}

/// In a text that is shown, and may be broken, the quote that closes a name can be followed by its value, too.
std::optional<Secret> next_secret(std::string_view text, std::size_t from, bool shown) {
  std::optional<Secret> found;
  const auto look = [&](std::size_t at) { return (found = secret_at(text, at, shown)).has_value(); };
  if (shown)
    scan::pair<starts_if_broken>(text, from, look);
  else
    scan::pair<starts>(text, from, look);
  return found;
}

} // namespace

std::optional<Secret> secret_in(std::string_view text, std::size_t from) { return next_secret(text, from, false); }

std::string masked(std::string_view text) {
  std::string out(text);
  for (auto secret = next_secret(text, 0, true); secret;
       secret = next_secret(text, secret->offset + secret->length, true))
    std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(secret->offset), secret->length, '*');
  return out;
}

namespace {

/// How many bytes around a place can make a secret of it.
constexpr std::size_t reach = 256;

} // namespace

std::string masked(std::string_view text, std::size_t offset, std::size_t length) {
  const std::size_t before = std::min(offset, reach);
  return masked(text.substr(offset - before, before + length + reach)).substr(before, length);
}

bool holds_secret(std::string_view text, std::size_t offset, std::size_t length) {
  const std::size_t before = std::min(offset, reach);
  const std::string_view around = text.substr(offset - before, before + length + reach);
  for (auto secret = next_secret(around, 0, true); secret;
       secret = next_secret(around, secret->offset + secret->length, true)) {
    const std::size_t end = std::min(secret->offset + secret->length, before + length);
    const std::size_t from = std::min(std::max(secret->offset, before), end);
    if (around.substr(from, end - from).find_first_not_of('*') != std::string_view::npos)
      return true;
  }
  return false;
}

} // namespace stslint
