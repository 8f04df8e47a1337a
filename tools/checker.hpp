#pragma once

#include "command.hpp"
#include "inputs.hpp"
#include "levels.hpp"
#include "reports.hpp"

#include "stslint/lint.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// How to lint, as the flags say it; where the bytes come from is another matter.
struct CheckOptions : ReportOptions {
  std::vector<std::string> select, ignore, severity;
  std::string as = "auto", fail_on = "error", max_age, now, schema;
  bool detect = false, stream = false;
};

/// Declares the flags that fill CheckOptions: for check, and for whoever else lints.
void declare_check_options(CLI::App &app, CheckOptions &options);

/// Whether a finding is to be reported.
using Keep = std::function<bool(Linter &, const Record &, const Finding &)>;

/// Lints one input after the other and reports what it finds; its exit code is the highest that came up.
class Checker {
public:
  /// Throws Error for options that cannot be.
  Checker(const CheckOptions &options, Console &console);

  /// Lints the bytes of one input. False if it turned out to be no payload that anybody asked to be linted. `keep`, if
  /// there is one, picks the findings that count.
  bool lint(const Input &input, std::string_view bytes, const Keep &keep = {});

  /// An input of which nothing can be said: one line on standard error, and the exit code it comes to.
  void complain(const std::string &name, const std::string &why, ExitCode code);

  /// All that git was to tell cannot be linted; `why` is a whole sentence.
  void complain_of_git(const std::string &why);

  /// One line on standard error that changes nothing else.
  void note(const std::string &what);

  /// What it came to so far.
  const Summary &summary() const { return summary_; }

  /// Ends the reports and answers the exit code.
  int finish();

private:
  void leave_unjudged(const std::string &name, const std::string &why, ExitCode code);
  void hold_to_schema(const std::string &file);
  void report(const Input &input, const Record &record, std::span<const Finding> found, const Keep &keep);

  Console &console_;
  bool detect_;
  std::string_view form_;
  std::optional<Severity> fail_on_;
  Levels levels_;
  std::optional<UserSchema> schema_;
  Streams streams_;
  Linter linter_;
  Reports reports_;
  std::vector<Reported> reported_;
  Summary summary_;
  int exit_ = clean;
};

} // namespace stslint
