#include "stslint/edit.hpp"

#include <cassert>

namespace stslint {

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
