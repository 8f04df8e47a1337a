#include "help.hpp"

#include <nlohmann/json.hpp>
#include <zlib.h>

namespace stslint {

std::string version() {
  const auto json = nlohmann::json::meta();
  return "stslint " STSLINT_VERSION "\nbuilt by " STSLINT_COMPILER ": " STSLINT_BUILD "\nwith nlohmann/json " +
         json["version"]["string"].get<std::string>() + ", CLI11 " CLI11_VERSION ", zlib " + zlibVersion() +
         ", valijson";
}

} // namespace stslint
