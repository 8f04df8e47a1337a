#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

bool alphanumeric(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool in_token(char c) { return alphanumeric(c) || c == '_' || c == '-'; }

/// How long the run of characters is that `text` starts with and `of` takes.
template <typename Of> std::size_t run(std::string_view text, Of of) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, of) - text.begin());
}

/// A token that services give out, known by its first letters and its length.
struct Shape {
  std::string_view start;
  std::size_t least;
};
constexpr std::array<Shape, 11> shapes = {{{"AKIA", 20},
                                           {"ASIA", 20},
                                           {"ghp_", 30},
                                           {"gho_", 30},
                                           {"ghs_", 30},
                                           {"github_pat_", 30},
                                           {"glpat-", 20},
                                           {"xoxb-", 20},
                                           {"xoxp-", 20},
                                           {"sk_live_", 20},
                                           {"npm_", 36}}};

std::size_t token_length(std::string_view text) {
  for (const Shape &shape : shapes)
    if (text.starts_with(shape.start))
      if (const std::size_t length = run(text, in_token); length >= shape.least)
        return length;
  if (text.starts_with("eyJ")) { // a JSON Web Token: three parts, the first of which starts so
    const std::size_t length = run(text, [](char c) { return in_token(c) || c == '.'; });
    return std::ranges::count(text.substr(0, length), '.') == 2 && length >= 30 ? length : 0;
  }
  return text.starts_with("-----BEGIN ") && text.substr(0, 60).find("PRIVATE KEY") != std::string_view::npos
             ? text.size()
             : 0;
}

/// Behind a name such as api_key, as a URL or a JSON text writes it: where its value starts, and how long it is.
std::optional<Secret> named_value(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 4> names = {"api_key", "apikey", "api-key", "access_token"};
  const auto is_here = [&](std::string_view name) {
    const std::string_view word = text.substr(at, name.size());
    return word.size() == name.size() && same_word(word, name);
  };
  const auto name = std::ranges::find_if(names, is_here);
  if (name == names.end())
    return std::nullopt;
  std::size_t value = at + name->size();
  const auto skip = [&](std::string_view what) { value = std::min(text.find_first_not_of(what, value), text.size()); };
  skip("\" \t");
  if (value == text.size() || (text[value] != ':' && text[value] != '='))
    return std::nullopt;
  ++value;
  skip("\" \t");
  const std::size_t length =
      run(text.substr(value), [](char c) { return in_token(c) || c == '.' || c == '~' || c == '+' || c == '%'; });
  return length >= 4 ? std::optional(Secret{value, length}) : std::nullopt;
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

std::optional<Secret> secret_in(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    std::optional<Secret> found;
    switch (text[at]) {
    case ':':
      found = text.substr(at).starts_with("://") ? password(text, at) : std::nullopt;
      break;
    case 'a':
    case 'A':
      found = named_value(text, at);
      [[fallthrough]];
    case 'g':
    case 'x':
    case 's':
    case 'n':
    case 'e':
    case '-':
      if (!found && (at == 0 || !in_token(text[at - 1]) || text[at] == '-'))
        if (const std::size_t length = token_length(text.substr(at)); length > 0)
          found = Secret{at, length};
      break;
    default:
      break;
    }
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

} // namespace stslint
