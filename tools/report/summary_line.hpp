#pragma once

#include "format.hpp"

namespace stslint {

/// What the formats for people have shown and what not, and the line that sums it up.
class SummaryLine {
public:
  explicit SummaryLine(Severity least) : least_(least) {}

  /// Counts a finding; true if it is to be shown.
  bool shows(const Reported &reported);
  /// `2 errors in 1 file (1 payload, 1 event); …`, with what was not shown and how to see it.
  /// `by_diff`: what is fixed, is so in a diff only.
  std::string line(const Summary &summary, bool by_diff = false) const;
  std::size_t shown() const { return shown_; }

private:
  Severity least_, least_hidden_ = Severity::error, worst_ = Severity::info;
  std::size_t shown_ = 0, hidden_ = 0;
  const Rule *worst_rule_ = nullptr; ///< the first of the worst shown
};

/// `2 errors, 1 warning`; "" if there are none.
std::string counted_by_severity(std::size_t errors, std::size_t warnings, std::size_t infos);

/// `file:line:column`, as it may start a line: a CI service takes lines that start with `::` for commands.
std::string place_of(const PayloadReport &report, const Description &description);

} // namespace stslint
