#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// The byte that a pattern starts with, and the length of its spelling.
struct One {
  char character;
  std::size_t length;
};

One first(std::string_view pattern) {
  return pattern[0] == '\\' && pattern.size() > 1 ? One{pattern[1], 2} : One{pattern[0], 1};
}

} // namespace

/// After a mismatch, only the last `*` and the last `**` are tried again: earlier ones keep what they matched. If a `*`
/// after a `**` found no match up to the end of its segment, it finds none either if it starts later in the segment
/// where it started.
bool matches(std::string_view pattern, std::string_view path) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t p = 0, t = 0;
  std::size_t star = none, star_from = 0, deep = none, deep_from = 0;
  bool starred = false; // after the last `**`
  while (true) {
    const std::string_view rest = pattern.substr(p);
    if (rest.starts_with("**")) {
      // `**/` also matches no segment at all.
      p += rest.starts_with("**/") ? 3 : 2;
      deep = p;
      deep_from = t;
      star = none;
      starred = false;
      continue;
    }
    if (rest.starts_with('*')) {
      star = ++p;
      star_from = t;
      starred = true;
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
      const std::size_t end = starred ? std::min(path.find('/', deep_from), path.size()) : deep_from;
      // After `**/`, only the start of a segment will do.
      if (pattern[deep - 1] == '/')
        for (deep_from = std::max(deep_from + 1, end); deep_from < path.size() && path[deep_from - 1] != '/';)
          ++deep_from;
      else
        deep_from = std::max(deep_from + 1, end);
      p = deep;
      t = deep_from;
      star = none;
      starred = false;
    } else
      return false;
  }
}

} // namespace stslint
