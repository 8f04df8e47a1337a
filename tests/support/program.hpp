#pragma once

#include "command_line/console.hpp"
#include "program/cli.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace stslint::test {

/// What the program prints for these arguments. It must not complain.
inline std::string printed(const std::vector<std::string> &arguments, const std::string &input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  Console console{in, out, err};
  run(arguments, console);
  EXPECT_EQ(err.str(), "");
  return out.str();
}

} // namespace stslint::test
