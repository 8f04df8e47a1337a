#include "summary_line.hpp"

#include "stslint/text.hpp"

#include <array>
#include <ostream>

namespace stslint {
namespace {

/// Text within a workflow command, which cannot start another command. Characters that the runner does not decode
/// become printable.
std::string command_text(std::string_view text, bool property = false) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return printable(out);
}

/// Workflow commands of GitHub Actions, which shows the first ten of each kind in a step: errors come first, the others
/// follow at the end.
class Github : public Format {
public:
  Github(std::ostream &out, const FormatOptions &options)
      : out_(out), quiet_(options.quiet), summary_line_(options.least) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings)
      if (!summary_line_.shows(reported))
        continue;
      else if (reported.severity == Severity::error)
        out_ << command(report, reported);
      else
        waiting_[static_cast<std::size_t>(reported.severity)] += command(report, reported);
  }

  void unjudged(std::string_view file, std::string_view why) override {
    out_ << "::error file=" << command_text(file, true) << "::" << command_text(file) << ": " << command_text(why)
         << '\n';
  }

  void finish(const Summary &summary) override {
    out_ << waiting_[1] << waiting_[0];
    if (!quiet_)
      out_ << summary_line_.line(summary) << '\n';
  }

private:
  /// The log shows only the message, so the message contains the place too.
  static std::string command(const PayloadReport &report, const Reported &reported) {
    const Description d = report.linter.describe(*reported.finding);
    const std::string kind(reported.severity == Severity::info ? "notice" : name(reported.severity));
    std::string out = "::" + kind + " file=" + command_text(report.file, true) +
                      ",line=" + std::to_string(d.start.line) + ",endLine=" + std::to_string(d.end.line);
    // GitHub accepts columns only within one line.
    if (d.start.line == d.end.line)
      out += ",col=" + std::to_string(d.start.column) + ",endColumn=" + std::to_string(d.end.column);
    return out + ",title=" + command_text(reported.finding->rule->id, true) + "::" + command_text(place_of(report, d)) +
           ": " + command_text(d.words.message) + '\n';
  }

  std::ostream &out_;
  bool quiet_;
  SummaryLine summary_line_;
  std::array<std::string, 2> waiting_; ///< infos, warnings
};

} // namespace

std::unique_ptr<Format> github_format(std::ostream &out, const FormatOptions &options) {
  return std::make_unique<Github>(out, options);
}

} // namespace stslint
