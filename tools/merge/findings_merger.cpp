// Reports in the formats summary, json and jsonl, which know files and offsets.
#include "report_merger.hpp"

#include "lib/report/finding_json.hpp"
#include "report/totals.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

namespace stslint {
namespace {

class SummaryMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    if (totals_)
      totals_->add(Totals::from(report.json));
    else
      totals_ = Totals::from(report.json);
  }

  std::string result() override {
    totals_->require_all();
    return totals_->text();
  }

private:
  std::optional<Totals> totals_;
};

/// Findings by file and offset. Those at one offset come from one report, and keep their order.
class Findings {
public:
  void begin_report() { ++reports_; }
  void add(const Json &finding) {
    findings_.push_back({finding.at("file"), finding.at("offset"), reports_, text_of(finding)});
  }

  struct Found {
    std::string file;
    std::uint64_t offset;
    std::size_t report; ///< the number of the report that it comes from
    std::string text;   ///< of its JSON
  };
  const std::vector<Found> &sorted() {
    std::ranges::stable_sort(findings_, {}, [](const Found &found) { return std::tie(found.file, found.offset); });
    const auto twice = std::ranges::adjacent_find(findings_, [](const Found &one, const Found &other) {
      return one.report != other.report && one.file == other.file && one.offset == other.offset;
    });
    if (twice != findings_.end())
      throw Error("offset " + std::to_string(twice->offset) + " of " + in_quotes(twice->file) +
                  " is in two reports; name each report once");
    return findings_;
  }

private:
  std::size_t reports_ = 0;
  std::vector<Found> findings_;
};

class JsonMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    findings_.begin_report();
    for (const auto &[name, count] : report.json.at("summary").items())
      counts_[name] = counts_.value(name, std::size_t{0}) + count.get<std::size_t>();
    if (counts_.value("continued", std::size_t{0}) > counts_.at("inputs").get<std::size_t>())
      throw Error(no_report);
    for (const Json &finding : report.json.at("findings"))
      findings_.add(finding);
  }

  /// A file in several parts is one input.
  std::string result() override {
    JsonReport report;
    for (const Findings::Found &found : findings_.sorted())
      report.add(found.text);
    counts_["inputs"] = counts_.at("inputs").get<std::size_t>() - counts_.value("continued", std::size_t{0});
    counts_.erase("continued");
    return JsonReport::head(text_of(counts_)).append(report.findings()).append(JsonReport::tail);
  }

private:
  Json counts_ = Json::object();
  Findings findings_;
};

class JsonlMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    findings_.begin_report();
    for (std::size_t at = 0, end = 0, line = 1; at < report.text.size(); at = end + 1, ++line) {
      end = std::min(report.text.find('\n', at), report.text.size());
      const std::string_view one = report.text.substr(at, end - at);
      const Json finding = parsed_report(one);
      if (!finding.is_object() || !finding.contains("file") || !finding.contains("offset"))
        throw Error("line " + std::to_string(line) + " was cut off or is damaged; lint that part again");
      require_counts(one, line);
      findings_.add(finding);
    }
  }

  std::string result() override {
    std::string out;
    for (const Findings::Found &found : findings_.sorted())
      out += found.text + '\n';
    return out;
  }
  bool empty_is_cut_off() const override { return false; }

private:
  Findings findings_;
};

} // namespace

std::unique_ptr<ReportMerger> summary_merger(const ReportText &report) {
  return Totals::is_summary(report.json) ? std::make_unique<SummaryMerger>() : nullptr;
}

std::unique_ptr<ReportMerger> json_merger(const ReportText &report) {
  const bool is_one = report.json.is_object() && report.json.contains("findings");
  return is_one ? std::make_unique<JsonMerger>() : nullptr;
}

std::unique_ptr<ReportMerger> jsonl_merger(const ReportText &report) {
  return report.text.starts_with("{\"file\":") ? std::make_unique<JsonlMerger>() : nullptr;
}

} // namespace stslint
