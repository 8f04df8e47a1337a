#include "scan.hpp"
#include "secret_value.hpp"
#include "secret_words.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

using namespace secret_words;

namespace {

bool in_token(char c) { return alphanumeric(c) || c == '_' || c == '-'; }

/// How long the run of characters is that `text` starts with and `of` takes.
template <typename Of> std::size_t run(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, of) - text.begin());
}

template <typename Of> std::size_t run_back(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::find_if_not(text.rbegin(), text.rend(), of) - text.rbegin());
}

/// How whatever holds a secret starts: a token as above, or what parts a name from its value.
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

/// Whether what stands before `at` is a name in double quotes, as JSON has it, that plainly is none of a secret: by its
/// end, or because it is too short.
bool follows_harmless_name(std::string_view text, std::size_t at) {
  constexpr std::size_t shortest_name = 6;
  if (at < 3 || text[at - 1] != '"' || !alphanumeric(text[at - 2]))
    return false;
  const std::string_view before = text.substr(0, at - 1);
  return !ends_like_name(text[at - 3], text[at - 2]) ||
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

/// The value of a name of a secret that ends before `at`, where a `:` or `=` stands; or, in a broken text, the quote
/// that closes the name, where the colon is missing or something else in its place. With `objects`, it may be one.
std::optional<Secret> named_value(std::string_view text, std::size_t at, bool objects) {
  constexpr std::size_t longest_name = 40;
  const bool parted = text[at] == ':' || text[at] == '=';
  std::string_view before = text.substr(0, at + (parted ? 0 : 1));
  before.remove_suffix(parted ? secret_value::blanks_back(before) : 0);
  const std::size_t quotes = secret_value::quotes_back(before);
  before.remove_suffix(quotes);
  if (!ends_like_name(before))
    return std::nullopt;
  std::string_view name = before.substr(
      before.size() - run_back(before.substr(before.size() - std::min(before.size(), longest_name)), in_token));
  if (name.starts_with("u0022") || name.starts_with("u0027")) // an escaped quote
    name.remove_prefix(5);
  const std::size_t start = before.size() - name.size();
  const bool in_query = text[at] == '=' && start > 0 && (before[start - 1] == '?' || before[start - 1] == '&');
  if (!names_secret(name) && !(in_query && same_word(name, "token")))
    return std::nullopt;
  if (text[at] == ':' && quotes == 0 && within_urn(text, start))
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
  const auto span = secret_value::behind(text, at, quotes > 0, objects && !same_word(name, "secret"));
  if (!span)
    return std::nullopt;
  const std::string_view found = text.substr(span->start, span->end - span->start);
  const bool kind = same_word(name, "authorization") && span->start == at + 1 &&
                    found.find_first_of("0123456789") == std::string_view::npos; // authorization:ldap
  if (kind || secret_value::says_nothing(found) || placeholder_length(text.substr(span->start)) >= found.size())
    return std::nullopt;
  return Secret{span->start, found.size()};
}

/// Whether a name ends with these words, written in any way: `DB_PASSWORD`, `dbPassword`. With `behind_words`, others
/// may stand before them.
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

/// The password of scheme://user:password@host, where `at` is on the slashes.
std::optional<Secret> password(std::string_view text, std::size_t at) {
  const std::string_view authority =
      text.substr(at + 3, std::min(text.find_first_of("/?# \"", at + 3), text.size()) - at - 3);
  const std::size_t end = authority.find('@'), colon = authority.substr(0, end).find(':');
  if (end == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= end)
    return std::nullopt;
  return Secret{at + 3 + colon + 1, end - colon - 1};
}

} // namespace

bool names_secret(std::string_view name) {
  if (name.size() < 6 || !ends_like_name(name))
    return false;
  const auto ends_as = [](std::string_view word, const Name &known) {
    return known.words.back() == static_cast<char>(word.back() | 0x20) &&
           ends_with_words(word, known.words, known.behind_words);
  };
  const bool plural = (name.back() | 0x20) == 's';
  const std::string_view singular = name.substr(0, name.size() - 1);
  return std::ranges::any_of(names, [&](const Name &known) {
    return ends_as(name, known) || (plural && known.plural && ends_as(singular, known));
  });
}

namespace {

/// In a text that may be broken, the quote that closes a name can be followed by its value, too, and an object under
/// that name holds the secret.
std::optional<Secret> next_secret(std::string_view text, std::size_t from, bool broken) {
  const auto next = [&](std::size_t at) {
    return broken ? scan::pair<starts_if_broken>(text, at) : scan::pair<starts>(text, at);
  };
  for (std::size_t at = from; (at = next(at)) < text.size(); ++at) {
    std::optional<Secret> found;
    if (text[at] == ':' && text.substr(at).starts_with("://"))
      found = password(text, at);
    else if (text[at] == ':' || text[at] == '=') {
      if (!follows_harmless_name(text, at))
        found = named_value(text, at, broken);
    } else if (text[at] == '"' || text[at] == '\'') {
      if (at > 5 && alphanumeric(text[at - 1]) && ends_like_name(text[at - 2], text[at - 1]))
        found = named_value(text, at, broken);
    } else if (at == 0 || !in_token(text[at - 1]) || text[at] == '-')
      if (const std::size_t length = token_length(text.substr(at)); length > 0)
        found = Secret{at, length};
    if (found)
      return found;
  }
  return std::nullopt;
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

/// How far before a place stands what may make a secret of it.
constexpr std::size_t reach = 256;

} // namespace

std::string masked(std::string_view text, std::size_t offset, std::size_t length) {
  const std::size_t before = std::min(offset, reach);
  return masked(text.substr(offset - before, before + length)).substr(before);
}

bool holds_secret(std::string_view text, std::size_t offset, std::size_t length) {
  const std::size_t before = std::min(offset, reach);
  const std::string_view around = text.substr(offset - before, before + length);
  for (auto secret = next_secret(around, 0, true); secret;
       secret = next_secret(around, secret->offset + secret->length, true)) {
    const std::size_t end = secret->offset + secret->length, from = std::min(std::max(secret->offset, before), end);
    if (around.substr(from, end - from).find_first_not_of('*') != std::string_view::npos)
      return true;
  }
  return false;
}

} // namespace stslint
