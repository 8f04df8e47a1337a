#include "finding_json.hpp"
#include "totals.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint {
namespace {

/// The hours of the events of a payload.
class Hours {
public:
  explicit Hours(const Document &document) : lists_(document.root().member("events")) {}

  /// The hour of an event, such as 2020-12-08T13; "other" for a time that is not in this century.
  std::string of(const Description::Event &event) {
    constexpr double first = 946684800, last = 4102444800;
    const auto [known, added] = events_.try_emplace(event.name);
    std::vector<Value> &events = known->second;
    if (added)
      for (const Value item : lists_.member(event.name).items())
        events.push_back(item);
    const double time = event.index < events.size() ? events[event.index].member("timestamp").number() : 0;
    return time >= first && time < last ? utc_time(time).substr(0, std::string_view("2020-12-08T13").size()) : "other";
  }

private:
  Value lists_;
  std::map<std::string, std::vector<Value>> events_; ///< by name, so that each list is read once
};

/// Totals, and the first findings of each rule. They are small whatever the size of the input.
class SummaryFormat : public Format {
public:
  explicit SummaryFormat(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    Hours hours(report.linter.document());
    for (const Reported &reported : report.findings) {
      const Finding &finding = *reported.finding;
      const auto event = report.linter.describe(finding).event;
      totals_.count({report.file, finding.rule->id, reported.severity, report.record.offset + finding.offset,
                     event ? hours.of(*event) : ""},
                    [&] { return finding_text(report, reported); });
    }
  }

  void input(const InputReport &report) override { totals_.count(report); }

  void unjudged(std::string_view file, std::string_view why) override {
    totals_.leave_out(std::string(file), std::string(why));
  }

  void settings(const RunSettings &settings) override { totals_.settings = settings; }

  void finish(const Summary &summary) override {
    totals_.skipped = summary.skipped;
    totals_.fixed = summary.fixed;
    totals_.suppressed = summary.suppressed;
    out_ << totals_.text();
  }

private:
  std::ostream &out_;
  Totals totals_;
};

} // namespace

std::unique_ptr<Format> summary_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<SummaryFormat>(out);
}

} // namespace stslint
