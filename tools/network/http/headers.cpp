#include "headers.hpp"

#include "stslint/error.hpp"

namespace stslint {

void expect_headers(std::span<const std::string> headers) {
  for (const std::string &header : headers)
    if (header.find(':') == std::string::npos || header.find_first_of("\r\n") != std::string::npos)
      throw Error("--header: write a name, a colon and a value, such as 'X-Tenant: one'");
}

} // namespace stslint
