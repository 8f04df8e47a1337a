#include "finding_json.hpp"

#include <ostream>

namespace stslint {
namespace {

/// One finding a line, in order.
class JsonLines : public Format {
public:
  explicit JsonLines(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings) {
      std::string line;
      append_finding(line, *reported.finding, reported.severity, report.linter.describe(*reported.finding),
                     origin_of(report));
      out_ << line << '\n';
    }
  }

  void finish(const Summary &) override {}

private:
  std::ostream &out_;
};

} // namespace

std::unique_ptr<Format> jsonl_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<JsonLines>(out);
}

} // namespace stslint
