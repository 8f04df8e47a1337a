#include "stslint/text.hpp"

namespace stslint {
namespace {

/// The one character that a pattern starts with, and how long its spelling is.
struct One {
  char character;
  std::size_t length;
};

One first(std::string_view pattern) {
  return pattern[0] == '\\' && pattern.size() > 1 ? One{pattern[1], 2} : One{pattern[0], 1};
}

} // namespace

/// Where two stars wait, only the last of each kind has to be tried again: what the earlier ones took stays taken.
bool matches(std::string_view pattern, std::string_view path) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t p = 0, t = 0;
  std::size_t star = none, star_from = 0, deep = none, deep_from = 0;
  while (true) {
    const std::string_view rest = pattern.substr(p);
    if (rest.starts_with("**")) {
      // `**/` stands for no segment, too.
      p += rest.starts_with("**/") ? 3 : 2;
      deep = p;
      deep_from = t;
      star = none;
      continue;
    }
    if (rest.starts_with('*')) {
      star = ++p;
      star_from = t;
      continue;
    }
    if (rest.empty() && t == path.size())
      return true;
    if (!rest.empty() && t < path.size()) {
      const One one = first(rest);
      if (rest[0] == '?' ? path[t] != '/' : path[t] == one.character) {
        p += one.length;
        ++t;
        continue;
      }
    }
    if (star != none && star_from < path.size() && path[star_from] != '/') {
      p = star;
      t = ++star_from;
    } else if (deep != none && deep_from < path.size()) {
      // Behind `**/` only the start of a segment will do.
      if (pattern[deep - 1] == '/')
        do
          ++deep_from;
        while (deep_from < path.size() && path[deep_from - 1] != '/');
      else
        ++deep_from;
      p = deep;
      t = deep_from;
      star = none;
    } else
      return false;
  }
}

} // namespace stslint
