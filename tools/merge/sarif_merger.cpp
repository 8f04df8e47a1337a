// Reports in SARIF, whose results know files and lines.
#include "report_merger.hpp"

#include "encode/url.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace stslint {
namespace {

constexpr std::string_view before_results = "\"results\":[";

struct Result {
  std::string file;
  std::size_t part_line; ///< the first line of its file in its report
  std::size_t report;
  Json json;
};

std::string named_file(const Json &located) {
  return located.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri");
}

const Json &region_of(const Json &result) { return result.at("locations").at(0).at("physicalLocation").at("region"); }

class SarifMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    ++reports_;
    const Json &run = report.json.at("runs").at(0);
    const std::size_t end = report.text.find(before_results);
    if (run.at("tool").at("driver").at("name") != "stslint" || end == std::string_view::npos)
      throw Error(no_report);
    const std::string_view head = report.text.substr(0, end + before_results.size());
    if (reports_ > 1 && head != head_)
      throw Error("this report is of another version of stslint than those before it; lint all parts with one version");
    head_ = head;
    std::map<std::string, std::size_t> part_lines;
    for (const Json &result : run.at("results")) {
      std::string file = url_unescaped(named_file(result));
      const std::size_t line = region_of(result).at("startLine");
      const std::size_t part_line = part_lines.emplace(file, line).first->second;
      results_.push_back({std::move(file), part_line, reports_, result});
    }
    for (const Json &notification : run.at("invocations").at(0).at("toolExecutionNotifications"))
      notifications_.emplace(url_unescaped(named_file(notification)), notification);
  }

  std::string result() override {
    std::ranges::stable_sort(results_, {},
                             [](const Result &each) { return std::tie(each.file, each.part_line, each.report); });
    require_once();
    std::string out = head_;
    for (Result &each : results_) {
      count(each.json.at("partialFingerprints").at("stslint/v1"));
      out += (out.size() > head_.size() ? ",\n  " : "\n  ") + text_of(each.json);
    }
    Json notifications = Json::array();
    for (const auto &[file, notification] : notifications_)
      notifications.push_back(notification);
    const Json invocation = {{"executionSuccessful", notifications.empty()},
                             {"toolExecutionNotifications", std::move(notifications)}};
    return out + "],\n \"invocations\":[" + text_of(invocation) + "]}]}\n";
  }

private:
  /// A line of a file belongs to one part.
  void require_once() const {
    std::map<std::pair<std::string_view, std::size_t>, std::size_t> reports;
    for (const Result &each : results_) {
      const std::size_t line = region_of(each.json).at("startLine");
      if (reports.emplace(std::pair(std::string_view(each.file), line), each.report).first->second != each.report)
        throw Error("line " + std::to_string(line) + " of " + in_quotes(each.file) +
                    " is in two reports; name each report once");
    }
  }

  /// Equal fingerprints are numbered through the whole.
  void count(Json &fingerprint) {
    const std::string text = fingerprint, plain = text.substr(0, text.find('-'));
    const std::size_t number = ++seen_[plain];
    fingerprint = plain + (number > 1 ? '-' + std::to_string(number) : "");
  }

  std::size_t reports_ = 0;
  std::string head_;
  std::vector<Result> results_;
  std::multimap<std::string, Json> notifications_; ///< by file
  std::map<std::string, std::size_t> seen_;
};

} // namespace

std::unique_ptr<ReportMerger> sarif_merger(const ReportText &report) {
  const bool is_one = report.json.is_object() && report.json.contains("runs");
  return is_one ? std::make_unique<SarifMerger>() : nullptr;
}

} // namespace stslint
