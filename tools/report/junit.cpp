#include "encode/xml.hpp"
#include "junit_text.hpp"
#include "summary_line.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint {
namespace {

/// One test case for each input, also clean ones. Findings at or above --fail-on fail it; others are its output.
class Junit : public Format {
public:
  Junit(std::ostream &out, const FormatOptions &options) : out_(out), least_(options.least) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings) {
      if (!reported.fails && reported.severity < least_)
        continue;
      const Description d = report.linter.describe(*reported.finding);
      lines_ += xml_escaped(place_of(report, d) + ": " + std::string(name(reported.severity)) + '[' +
                            std::string(reported.finding->rule->id) + "]: " + d.words.message) +
                '\n';
      if (reported.fails)
        ++failing_[static_cast<std::size_t>(reported.severity)];
    }
  }

  void input(const InputReport &report) override {
    const bool any = !lines_.empty() || failing_ != JunitCounts{};
    if (any || report.file != unjudged_) // which has a complete case already
      text_.judged(xml_escaped(report.file), failing_, lines_);
    lines_.clear();
    failing_ = {};
  }

  void unjudged(std::string_view file, std::string_view why) override {
    text_.unjudged(xml_escaped(file), xml_escaped(why));
    unjudged_ = file;
  }

  void finish(const Summary &) override { out_ << text_.text(); }

private:
  std::ostream &out_;
  Severity least_;
  JunitText text_;
  std::string lines_, unjudged_;
  JunitCounts failing_{}; ///< findings of the current input that fail it
};

} // namespace

std::unique_ptr<Format> junit_format(std::ostream &out, const FormatOptions &options) {
  return std::make_unique<Junit>(out, options);
}

} // namespace stslint
