#include "peers.hpp"

#if __has_include(<simdjson.h>)
#include <simdjson.h>

namespace stslint::peers {

bool simdjson_accepts(std::string_view text) {
  simdjson::dom::parser parser;
  return parser.parse(simdjson::padded_string(text)).error() == simdjson::SUCCESS;
}

} // namespace stslint::peers
#endif
