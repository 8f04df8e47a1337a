#include "xml.hpp"

#include "stslint/text.hpp"

namespace stslint {

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    const std::string_view entity = c == '&'    ? "&amp;"
                                    : c == '<'  ? "&lt;"
                                    : c == '>'  ? "&gt;"
                                    : c == '"'  ? "&quot;"
                                    : c == '\'' ? "&apos;"
                                                : "";
    entity.empty() ? out += c : out += entity;
  }
  return out;
}

} // namespace stslint
