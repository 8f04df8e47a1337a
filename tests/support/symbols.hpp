#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <set>
#include <sstream>
#include <string>

namespace stslint::test {

/// What a command of the shell prints.
inline std::string output_of(const std::string &command) {
  std::FILE *pipe = popen(command.c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.append(buffer.data(), got);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return output;
}

/// The names that nm prints, last on each line.
inline std::set<std::string> names(const std::string &options, const std::string &file) {
  std::istringstream in(output_of("nm " + options + " '" + file + "'"));
  std::set<std::string> found;
  for (std::string line; std::getline(in, line);)
    if (const std::size_t space = line.rfind(' '); space != std::string::npos)
      found.insert(line.substr(space + 1));
  return found;
}

} // namespace stslint::test
