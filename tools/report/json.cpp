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

  void input(const InputReport &report) override { continued_ += report.continued ? 1 : 0; }

  void finish(const Summary &summary) override {
    Summary all = summary;
    all.continued = continued_;
    out_ << JsonReport::head(all) << report_.findings() << JsonReport::tail;
  }

private:
  std::ostream &out_;
  JsonReport report_;
  std::size_t continued_ = 0;
};

} // namespace

std::unique_ptr<Format> json_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<JsonFormat>(out);
}

} // namespace stslint
