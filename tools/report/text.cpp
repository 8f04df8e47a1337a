#include "summary_line.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint {
namespace {

/// One line for each finding, and, with frames, its line of the payload.
class Text : public Format {
public:
  Text(std::ostream &out, const FormatOptions &options, bool frames)
      : out_(out), options_(options), frames_(frames), summary_line_(options.least) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings)
      if (summary_line_.shows(reported) && (!options_.most || in_file_++ < *options_.most))
        write(report, reported);
  }

  void input(const InputReport &report) override {
    if (options_.most && in_file_ > *options_.most)
      out_ << printable(report.file) << ": … and " << in_file_ - *options_.most << " more\n";
    in_file_ = 0;
  }

  void finish(const Summary &summary) override {
    if (!options_.quiet)
      out_ << (summary_line_.shown() > 0 && frames_ ? "\n" : "") << summary_line_.line(summary, options_.fixes.diff)
           << '\n';
  }

private:
  void write(const PayloadReport &report, const Reported &reported) {
    const Description d = report.linter.describe(*reported.finding);
    const char *const color = reported.severity == Severity::error     ? "31"
                              : reported.severity == Severity::warning ? "33"
                                                                       : "36";
    paint("1", place_of(report, d) + ':');
    out_ << ' ';
    paint(color, name(reported.severity));
    out_ << '[' << reported.finding->rule->id << "]: " << d.words.message << '\n';
    if (!frames_)
      return;
    const CodeFrame frame = code_frame(report.linter.document(), reported.finding->offset, reported.finding->length);
    if (frame.text.empty())
      return;
    std::string line = std::to_string(d.start.line);
    line.insert(0, line.size() < 4 ? 4 - line.size() : 0, ' ');
    paint("2", line + " | ");
    out_ << frame.text << '\n';
    paint("2", std::string(line.size(), ' ') + " | ");
    paint(color, frame.marks);
    // A fix that this run tried would have made the payload worse.
    if (const FixFlags &fixes = options_.fixes; !d.words.fix.empty() && fixes.applied_by && !fixes.tries(d.words.safe))
      out_ << ' ' << fixable(d.words, *fixes.applied_by);
    out_ << '\n';
  }

  void paint(const char *code, std::string_view text) {
    if (options_.color)
      out_ << "\x1b[" << code << 'm' << text << "\x1b[0m";
    else
      out_ << text;
  }

  std::ostream &out_;
  const FormatOptions options_;
  const bool frames_;
  SummaryLine summary_line_;
  std::size_t in_file_ = 0; ///< shown findings of the current file
};

} // namespace

std::unique_ptr<Format> text_format(std::ostream &out, const FormatOptions &options) {
  return std::make_unique<Text>(out, options, true);
}

std::unique_ptr<Format> concise_format(std::ostream &out, const FormatOptions &options) {
  return std::make_unique<Text>(out, options, false);
}

} // namespace stslint
