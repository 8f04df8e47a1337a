#include "encode/xml.hpp"
#include "summary_line.hpp"

#include "stslint/text.hpp"

#include <array>
#include <ostream>

namespace stslint {
namespace {

/// One test case for each input, also clean ones. Findings at or above --fail-on fail it; others are its output. The
/// counts come first, so the cases are kept as text until the end.
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
    const std::string_view file = report.file;
    const std::string failing = counted_by_severity(failing_[2], failing_[1], failing_[0]);
    if (!failing.empty()) {
      ++failures_;
      write(file, "<failure type=\"findings\" message=\"" + failing + "\">" + lines_ + "</failure>");
    } else if (!lines_.empty())
      write(file, "<system-out>" + lines_ + "</system-out>");
    else if (file != unjudged_) // which has a complete case already
      write(file, "");
    lines_.clear();
    failing_ = {};
  }

  void unjudged(std::string_view file, std::string_view why) override {
    ++errors_;
    write(file, "<error type=\"unjudged\" message=\"" + xml_escaped(why) + "\"/>");
    unjudged_ = file;
  }

  void finish(const Summary &) override {
    const std::string counts = "name=\"stslint\" tests=\"" + std::to_string(tests_) + "\" failures=\"" +
                               std::to_string(failures_) + "\" errors=\"" + std::to_string(errors_) + '"';
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " << counts << ">\n<testsuite " << counts
         << " skipped=\"0\">\n"
         << cases_ << "</testsuite>\n</testsuites>\n";
  }

private:
  void write(std::string_view file, const std::string &content) {
    const std::string name = xml_escaped(file);
    ++tests_;
    cases_ +=
        "<testcase classname=\"stslint\" name=\"" + name + "\" file=\"" + name + "\">" + content + "</testcase>\n";
  }

  std::ostream &out_;
  Severity least_;
  std::string cases_, lines_, unjudged_;
  std::array<std::size_t, 3> failing_{}; ///< findings of the current input that fail it, by severity
  std::size_t tests_ = 0, failures_ = 0, errors_ = 0;
};

} // namespace

std::unique_ptr<Format> junit_format(std::ostream &out, const FormatOptions &options) {
  return std::make_unique<Junit>(out, options);
}

} // namespace stslint
