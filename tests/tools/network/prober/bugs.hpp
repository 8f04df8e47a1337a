#pragma once

#include "stslint/lint.hpp"

#include <span>
#include <string>
#include <string_view>

namespace stslint::test {

/// What a receiver does with a request.
struct Reaction {
  enum Kind { answer, die, hang, close, reset, garbage, truncate, excess } kind = answer;
  int status = 200;
  std::string body = "{}", headers = {};
  double delay = 0; ///< seconds
};

/// A mistake that receivers make: takes part in judging a body.
struct Bug {
  std::string_view name, summary;
  Reaction (*react)(const std::string &body);
};

/// Those of the table in tools/prober/README.md, "none" among them.
std::span<const Bug> bugs();

} // namespace stslint::test
