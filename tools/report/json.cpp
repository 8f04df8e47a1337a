#include "finding_json.hpp"

#include <ostream>

namespace stslint {
namespace {

class JsonFormat : public Format {
public:
  explicit JsonFormat(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings)
      report_.add(*reported.finding, reported.severity, report.linter.describe(*reported.finding), origin_of(report));
  }

  void finish(const Summary &summary) override { out_ << report_.text(summary); }

private:
  std::ostream &out_;
  JsonReport report_;
};

} // namespace

std::unique_ptr<Format> json_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<JsonFormat>(out);
}

} // namespace stslint
