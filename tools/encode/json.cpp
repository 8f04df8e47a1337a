#include "json.hpp"

namespace stslint {

std::string text_of(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace stslint
