#include "help.hpp"
#include "parse_arguments.hpp"

#include <nlohmann/json.hpp>
#include <zlib.h>

namespace stslint {

std::string version() {
  std::string json;
  for (const int part : {NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH})
    json += (json.empty() ? "" : ".") + std::to_string(part);
  return "stslint " STSLINT_VERSION "\nbuilt by " STSLINT_COMPILER ": " STSLINT_BUILD "\nwith nlohmann/json " + json +
         ", CLI11 " + std::string(cli11_version) + ", zlib " + zlibVersion() + ", valijson";
}

} // namespace stslint
