#pragma once

#include "format.hpp"

#include "lib/report/finding_json.hpp"

namespace stslint {

/// The text that the findings of a report were found in.
inline Origin origin_of(const PayloadReport &report) {
  return {report.file, report.record.offset, report.record.block};
}

/// A finding as a JSON object, in the form of `json` and `jsonl`.
inline std::string finding_text(const PayloadReport &report, const Reported &reported) {
  std::string out;
  append_finding(out, *reported.finding, reported.severity, report.linter.describe(*reported.finding),
                 origin_of(report));
  return out;
}

} // namespace stslint
