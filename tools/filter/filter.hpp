#pragma once

#include "check/check_options.hpp"

#include <string>

namespace stslint {

struct FilterOptions : CheckOptions {
  std::string bad = "2";  ///< a file, or the number of a descriptor
  std::string max_errors; ///< `N` or `N%`; "" to read on whatever is bad
  std::string envelope, stdin_filename = "<stdin>", jobs;
  bool line_buffered = false;
};

/// Passes the good lines of standard input on to standard output, and sets the bad ones aside. Returns the exit code.
int filter(const FilterOptions &options, Console &console);

} // namespace stslint
