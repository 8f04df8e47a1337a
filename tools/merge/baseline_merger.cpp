// Baselines, whose entries know how many findings they are for.
#include "report_merger.hpp"

#include "suppress/baseline_text.hpp"

#include "stslint/error.hpp"

namespace stslint {
namespace {

class BaselineMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    for (const Json &entry : report.json.at("suppress")) {
      const auto text = [&](const char *name) { return entry.contains(name) ? entry.at(name).get<std::string>() : ""; };
      if (!entry.contains("count") || entry.at("count") == 0)
        throw Error("an entry has no count, so this is a configuration and no baseline; only baselines can be merged");
      BaselineEntry &sum = entries_[{text("files"), text("pointer"), text("rule"), text("fingerprint")}];
      sum.count += entry.at("count").get<std::size_t>();
      sum.reason = text("reason");
    }
  }

  std::string result() override { return baseline_text(entries_); }

private:
  BaselineEntries entries_;
};

} // namespace

std::unique_ptr<ReportMerger> baseline_merger(const ReportText &report) {
  const bool is_one = report.json.is_object() && report.json.contains("suppress");
  return is_one ? std::make_unique<BaselineMerger>() : nullptr;
}

} // namespace stslint
