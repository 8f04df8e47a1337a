#include "encode/json.hpp"
#include "fingerprints.hpp"
#include "format.hpp"

#include <ostream>

namespace stslint {
namespace {

std::string_view gitlab_severity(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

/// GitLab's code quality report: the part of Code Climate's format that it reads.
class Gitlab : public Format {
public:
  explicit Gitlab(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings) {
      const Finding &finding = *reported.finding;
      const Description d = report.linter.describe(finding);
      const Json lines = {{"begin", d.start.line}, {"end", d.end.line}};
      const Json json = {{"description", d.words.message},
                         {"check_name", finding.rule->id},
                         {"fingerprint", fingerprints_.of(report, finding, d.pointer)},
                         {"severity", gitlab_severity(reported.severity)},
                         {"location", {{"path", report.file}, {"lines", lines}}}};
      out_ << separator_ << text_of(json);
      separator_ = ",\n ";
    }
  }

  void finish(const Summary &) override { out_ << (*separator_ == '[' ? "[]\n" : "]\n"); }

private:
  std::ostream &out_;
  const char *separator_ = "[\n ";
  Fingerprints fingerprints_;
};

} // namespace

std::unique_ptr<Format> gitlab_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<Gitlab>(out);
}

} // namespace stslint
