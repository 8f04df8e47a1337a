#pragma once

#include "format.hpp"

namespace stslint {

/// The shown and hidden findings of the formats for people, and the summary line.
class SummaryLine {
public:
  explicit SummaryLine(Severity least) : least_(least) {}

  /// Counts a finding; true if it is shown.
  bool shows(const Reported &reported);
  /// `2 errors in 1 file (1 payload, 1 event); …`, with the number of hidden findings and the flag that shows them.
  /// `by_diff`: the fixes are only in a diff.
  std::string line(const Summary &summary, bool by_diff = false) const;
  std::size_t shown() const { return shown_; }

private:
  Severity least_, least_hidden_ = Severity::error, worst_ = Severity::info;
  std::size_t shown_ = 0, hidden_ = 0;
  const Rule *worst_rule_ = nullptr; ///< the rule of the first worst shown finding
};

/// `2 errors, 1 warning`; "" if there are none.
std::string counted_by_severity(std::size_t errors, std::size_t warnings, std::size_t infos);

/// `file:line:column`, safe at the start of a line: CI services read lines that start with `::` as commands.
std::string place_of(const PayloadReport &report, const Description &description);

} // namespace stslint
