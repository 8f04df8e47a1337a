#include "scan.hpp"
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
constexpr std::array<std::array<char, 2>, 12> starts = {{{':', '\0'},
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

std::size_t token_length(std::string_view text) {
  for (const Token &token : tokens)
    if (text.starts_with(token.start))
      if (const std::size_t length = run(text, in_token); length >= token.least)
        return length;
  if (text.starts_with("eyJ")) { // a JSON Web Token: three parts, the first of which starts so
    const std::size_t length = run(text, [](char c) { return in_token(c) || c == '.'; });
    return std::ranges::count(text.substr(0, length), '.') == 2 && length >= 30 ? length : 0;
  }
  return text.starts_with("-----BEGIN ") && text.substr(0, 60).find("PRIVATE KEY") != std::string_view::npos
             ? text.size()
             : 0;
}

/// Whether what stands before `at` is a name in double quotes, as JSON has it, that plainly is none of a secret.
bool follows_harmless_name(std::string_view text, std::size_t at) {
  return at > 2 && text[at - 1] == '"' && alphanumeric(text[at - 2]) && !ends_like_name(text[at - 3], text[at - 2]);
}

/// The value behind the `:` or `=` at `at`, if the word before that names a secret.
std::optional<Secret> named_value(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_name = 40, longest_list = 400;
  constexpr std::string_view quotes = "\"'\\", blanks = " \t\r\n";
  const auto is_in = [](std::string_view set) {
    return [set](char c) { return set.find(c) != std::string_view::npos; };
  };
  std::string_view before = text.substr(0, at);
  before.remove_suffix(run_back(before, is_in(blanks)));
  const std::size_t name_quotes = run_back(before, is_in(quotes));
  before.remove_suffix(name_quotes);
  if (!ends_like_name(before))
    return std::nullopt;
  const std::string_view name = before.substr(
      before.size() - run_back(before.substr(before.size() - std::min(before.size(), longest_name)), in_token));
  const std::size_t start = before.size() - name.size();
  const bool in_query = text[at] == '=' && start > 0 && (before[start - 1] == '?' || before[start - 1] == '&');
  if (!names_secret(name) && !(in_query && same_word(name, "token")))
    return std::nullopt;
  std::size_t value = std::min(text.find_first_not_of(blanks, at + 1), text.size());
  const bool apart = value > at + 1;
  for (const std::string_view scheme : {"Bearer ", "Basic "})
    value += text.substr(value).starts_with(scheme) ? scheme.size() : 0;
  const std::size_t quote = value;
  value += run(text.substr(value), is_in(quotes));
  std::size_t end;
  if (std::ranges::count(text.substr(quote, value - quote), '"') > 1)
    return std::nullopt; // an empty string
  if (value > quote) {
    const bool escaped = text[quote] == '\\';
    for (end = value; end < text.size() && text[end] != text[value - 1] && text[end] != '\n'; ++end)
      if (text[end] == '\\' && !escaped)
        ++end;
      else if (text[end] == '\\')
        break;
    end = std::min(end, text.size());
  } else if (text.substr(value).starts_with('[')) {
    end = std::min(text.find(']', ++value), text.size());
    end = std::min(end, value + longest_list);
  } else {
    end = std::min(text.find_first_of(" \t\r\n,;&#\"'`()[]{}<>\\", value), text.size());
    // `password: reset it` is a sentence.
    const bool digits = text.substr(value, end - value).find_first_of("0123456789") != std::string_view::npos;
    if (apart && name_quotes == 0 && (!digits || end - value < 4))
      return std::nullopt;
  }
  const std::string_view found = text.substr(value, end - value);
  static constexpr std::array<std::string_view, 5> literals = {"null", "true", "false", "None", "undefined"};
  const bool nothing = found.find_first_not_of("* \t\r\n\"'") == std::string_view::npos;
  const bool placeholder = placeholder_length(text.substr(value)) >= found.size();
  if (nothing || placeholder || std::ranges::find(literals, found) != literals.end())
    return std::nullopt;
  return Secret{value, found.size()};
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
  const char last = static_cast<char>(name.back() | 0x20);
  for (const std::string_view known : names)
    if (known.back() == last && same_word(name, known))
      return true;
  // STS_API_KEY and sts-api-key are keys like any.
  return last == 'y' && (same_word(name.substr(name.size() - 6), "apikey") ||
                         (name.size() > 7 && same_word(name.substr(name.size() - 7), "api_key")));
}

std::optional<Secret> secret_in(std::string_view text, std::size_t from) {
  for (std::size_t at = from; (at = scan::pair<starts>(text, at)) < text.size(); ++at) {
    std::optional<Secret> found;
    if (text[at] == ':' && text.substr(at).starts_with("://"))
      found = password(text, at);
    else if (text[at] == ':' || text[at] == '=') {
      if (!follows_harmless_name(text, at))
        found = named_value(text, at);
    } else if (at == 0 || !in_token(text[at - 1]) || text[at] == '-')
      if (const std::size_t length = token_length(text.substr(at)); length > 0)
        found = Secret{at, length};
    if (found)
      return found;
  }
  return std::nullopt;
}

std::string masked(std::string_view text) {
  std::string out(text);
  for (auto secret = secret_in(text); secret; secret = secret_in(text, secret->offset + secret->length))
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
  for (auto secret = secret_in(around); secret; secret = secret_in(around, secret->offset + secret->length)) {
    const std::size_t end = secret->offset + secret->length, from = std::min(std::max(secret->offset, before), end);
    if (around.substr(from, end - from).find_first_not_of('*') != std::string_view::npos)
      return true;
  }
  return false;
}

} // namespace stslint
