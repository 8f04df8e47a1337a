#pragma once

#include "command_line/option.hpp"
#include "report/reports.hpp"
#include "suppress/baseline.hpp"

#include "stslint/user_schema.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// The flags that control linting, but not the source of the bytes.
struct CheckOptions : ReportOptions, FixFlags, ConfigFlags, BaselineFlags {
  std::vector<std::string> select, ignore, severity;
  std::string as = "auto", fail_on = "error", max_age, now, time_format, stackstate, schema;
  bool embedded = false, detect = false, explain_detection = false, stream = false, exit_zero = false;
  std::string_view noun = "file"; ///< the word for an input

  // The values of the flags. Each function throws Error for an invalid value.
  double time() const;
  Layer layer() const;
  std::optional<Severity> threshold() const; ///< the lowest severity that fails a run; empty for never
  std::string_view form() const;
  /// The flags that decide what is found, and their values; without those that have their default.
  std::map<std::string, std::string> judging() const;
  std::optional<UserSchema> user_schema() const; ///< of --schema
};

/// The flags that fill CheckOptions: for check, and for other commands that lint.
OptionTable check_options(CheckOptions &options);

} // namespace stslint
