#pragma once

#include "command_line/option.hpp"
#include "report/reports.hpp"
#include "suppress/baseline.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// How to lint, as the flags say it; where the bytes come from is another matter.
struct CheckOptions : ReportOptions, FixFlags, ConfigFlags, BaselineFlags {
  std::vector<std::string> select, ignore, severity;
  std::string as = "auto", fail_on = "error", max_age, now, schema;
  bool detect = false, stream = false, exit_zero = false;
  std::string_view noun = "file"; ///< what an input is

  // What the flags come to. Each throws Error for words that it does not take.
  double time() const;
  Layer layer() const;
  std::optional<Severity> threshold() const; ///< the least severity that fails a run; none for never
  std::string_view form() const;
};

/// The flags that fill CheckOptions: for check, and for whoever else lints.
OptionTable check_options(CheckOptions &options);

} // namespace stslint
