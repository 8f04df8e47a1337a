#include "json.hpp"

#include "stslint/text.hpp"

namespace stslint {

std::string text_of(const Json &json, int indent) {
  return printable_json(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

} // namespace stslint
