#include "format.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <ostream>

namespace stslint {
namespace {

class Text : public Format {
public:
  Text(std::ostream &out, TextOptions options) : out_(out), options_(options) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings) {
      if (reported.severity < options_.least) {
        ++hidden_;
        least_hidden_ = std::min(least_hidden_, reported.severity);
        continue;
      }
      write(report, reported);
    }
  }

  void finish(const Summary &summary) override {
    if (options_.quiet)
      return;
    const std::size_t all = summary.errors + summary.warnings + summary.infos;
    if (shown_ > 0)
      out_ << '\n';
    if (summary.inputs == 0)
      out_ << "nothing checked";
    else if (all == 0)
      out_ << "no findings";
    else {
      const char *separator = "";
      for (const auto &[count, noun] :
           {std::pair(summary.errors, "error"), {summary.warnings, "warning"}, {summary.infos, "info"}})
        if (count > 0) {
          out_ << separator << counted(count, noun);
          separator = ", ";
        }
    }
    out_ << " in " << counted(summary.inputs, "file") << " (" << counted(summary.payloads, "payload") << ", "
         << counted(summary.events, "event") << ')';
    if (summary.skipped > 0)
      out_ << ", " << counted(summary.skipped, "file") << " skipped (not a payload)";
    if (summary.fixed > 0)
      out_ << "; " << summary.fixed << (options_.fixes.diff ? " fixed by the diff" : " fixed");
    if (summary.suppressed > 0)
      out_ << "; " << summary.suppressed << " suppressed";
    if (hidden_ > 0)
      out_ << "; " << hidden_ << " not shown (--show " << name(least_hidden_) << " shows all)";
    if (shown_ > 0)
      out_ << "; for more: stslint explain " << worst_rule_->id;
    out_ << '\n';
  }

private:
  void write(const PayloadReport &report, const Reported &reported) {
    const Description d = report.linter.describe(*reported.finding);
    const char *const color = reported.severity == Severity::error     ? "31"
                              : reported.severity == Severity::warning ? "33"
                                                                       : "36";
    if (shown_++ == 0 || reported.severity > worst_) {
      worst_ = reported.severity;
      worst_rule_ = reported.finding->rule;
    }
    out_ << paint("1", printable(report.file) + ':' + std::to_string(d.start.line) + ':' +
                           std::to_string(d.start.column) + ':')
         << ' ' << paint(color, std::string(name(reported.severity))) << '[' << reported.finding->rule->id
         << "]: " << d.words.message << '\n';
    const CodeFrame frame =
        code_frame(report.linter.document().bytes(), reported.finding->offset, reported.finding->length);
    if (frame.text.empty())
      return;
    std::string line = std::to_string(d.start.line);
    line.insert(0, line.size() < 4 ? 4 - line.size() : 0, ' ');
    out_ << paint("2", line + " | ") << frame.text << '\n'
         << paint("2", std::string(line.size(), ' ') + " | ") << paint(color, frame.marks) << fixable(d.words) << '\n';
  }

  /// A fix that this run tried would have made things worse.
  const char *fixable(const Words &words) const {
    if (words.fix.empty() || options_.fixes.tries(words.safe))
      return "";
    return words.safe ? " fixable with --fix" : " fixable with --unsafe-fixes";
  }

  std::string paint(const char *code, const std::string &text) const {
    return options_.color ? "\x1b[" + std::string(code) + 'm' + text + "\x1b[0m" : text;
  }

  std::ostream &out_;
  TextOptions options_;
  std::size_t shown_ = 0, hidden_ = 0;
  Severity least_hidden_ = Severity::error, worst_ = Severity::info;
  const Rule *worst_rule_ = nullptr; ///< the first of the worst shown
};

} // namespace

std::unique_ptr<Format> text_format(std::ostream &out, TextOptions options) {
  return std::make_unique<Text>(out, options);
}

} // namespace stslint
