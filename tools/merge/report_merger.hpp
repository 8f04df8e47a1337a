#pragma once

#include "encode/json.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stslint {

/// A report as text, and as JSON where it is JSON.
struct ReportText {
  std::string_view text;
  Json json; ///< "discarded" for a text that is not JSON
};

/// Adds the reports of one format.
class ReportMerger {
public:
  virtual ~ReportMerger() = default;
  /// Throws Error, or Json::exception, if the text is no such report, or does not fit those before it.
  virtual void add(const ReportText &report) = 0;
  /// The report of the whole. Throws Error if a part is missing, or is there twice.
  virtual std::string result() = 0;
  /// False if an empty text is a report of a part without findings.
  virtual bool empty_is_cut_off() const { return true; }
};

constexpr const char *no_report =
    "this is no report in the format summary, json, jsonl, sarif or junit of stslint check, and no baseline";
constexpr const char *cut_off = "the report was cut off or is damaged; lint that part again";

/// A text that is not JSON is "discarded". Throws Error for one that is nested deeper than reports are.
Json parsed_report(std::string_view text);
/// Throws Error for a number that no report holds: all of its numbers are counts and positions.
void require_counts(std::string_view report, std::size_t first_line);

/// For reports of this format; null for any other.
std::unique_ptr<ReportMerger> summary_merger(const ReportText &report);
std::unique_ptr<ReportMerger> json_merger(const ReportText &report);
std::unique_ptr<ReportMerger> jsonl_merger(const ReportText &report);
std::unique_ptr<ReportMerger> sarif_merger(const ReportText &report);
std::unique_ptr<ReportMerger> junit_merger(const ReportText &report);
std::unique_ptr<ReportMerger> baseline_merger(const ReportText &report);

} // namespace stslint
