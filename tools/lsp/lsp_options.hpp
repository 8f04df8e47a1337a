#pragma once

#include "check/check_options.hpp"

#include <string>

namespace stslint {

/// The settings of the server: the flags of check that choose rules, and a few of its own.
struct LspOptions : CheckOptions {
  std::string rule_pages; ///< the address of a page with a heading for each rule; "" for none
  bool show_suppressed = false;
  bool stdio = false; ///< says what is always so

  LspOptions() {
    show = "info";
    max_findings = 1000;
    // An editor opens files of all kinds; and what it has is not yet on disk.
    detect = true;
    quiet = true;
  }
};

} // namespace stslint
