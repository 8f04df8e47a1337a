#include "judges.hpp"

#include <simdjson.h>

namespace stslint::judges {

bool simdjson_accepts(std::string_view text) {
  simdjson::dom::parser parser;
  return parser.parse(simdjson::padded_string(text)).error() == simdjson::SUCCESS;
}

} // namespace stslint::judges
