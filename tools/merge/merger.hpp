#pragma once

#include "report_merger.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace stslint {

/// Adds reports of the parts of a run, which are all of one format: summary, json, jsonl, sarif or junit, or baselines.
/// The result is the report of one run over all inputs, in the order of their names.
class Merger {
public:
  /// Throws Error if the text is no such report, or does not fit those before it.
  void add(std::string_view text);
  /// Throws Error if a part is missing, or is there twice.
  std::string result();

private:
  using Make = std::unique_ptr<ReportMerger> (*)(const ReportText &);
  Make format_ = nullptr;
  std::unique_ptr<ReportMerger> merger_;
  bool any_empty_ = false;
};

} // namespace stslint
