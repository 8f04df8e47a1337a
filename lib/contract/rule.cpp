#include "stslint/rule.hpp"

#include <cassert>

namespace stslint {

std::string_view name(Severity severity) {
  constexpr std::string_view names[] = {"info", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view name(Scope scope) {
  constexpr std::string_view names[] = {"payload", "clock", "stream", "run"};
  return names[static_cast<std::size_t>(scope)];
}

std::string edited(std::string_view bytes, const Edits &edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit &edit : edits) {
    assert(edit.offset >= at && edit.offset + edit.length <= bytes.size());
    out += bytes.substr(at, edit.offset - at);
    out += edit.text;
    at = edit.offset + edit.length;
  }
  out += bytes.substr(at);
  return out;
}

} // namespace stslint
