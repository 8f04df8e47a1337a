#include "encode/json.hpp"
#include "format.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint {
namespace {

std::string_view rdjson_severity(Severity severity) {
  return severity == Severity::error ? "ERROR" : severity == Severity::warning ? "WARNING" : "INFO";
}

/// Lines and columns of reviewdog, whose columns are bytes. In ordered requests, each line is read once.
class BytePlaces {
public:
  BytePlaces(const Document &document, const Record &record)
      : bytes_(document.source()), lines_(document, record.line) {
    if (record.block == nullptr)
      return;
    last_ = record.block->origins.front();
    line_ = record.block->line_start;
  }

  Json at(std::size_t offset) {
    if (offset < line_)
      line_ = bytes_.substr(0, offset).rfind('\n') + 1; // without a line break: npos + 1 is 0
    else if (offset > last_) {
      const std::size_t line_break = bytes_.substr(last_, offset - last_).rfind('\n');
      line_ = line_break == std::string_view::npos ? line_ : last_ + line_break + 1;
    }
    last_ = offset;
    return {{"line", lines_.position(static_cast<std::uint32_t>(offset)).line}, {"column", offset - line_ + 1}};
  }

private:
  std::string_view bytes_;
  Locator lines_;
  std::size_t last_ = 0, line_ = 0; ///< the last requested place, and the start of its line
};

/// Starts and ends are separate, because each is ordered.
class Ranges {
public:
  explicit Ranges(const PayloadReport &report) : starts_(report.linter.document(), report.record), ends_(starts_) {}

  Json at(std::size_t offset, std::size_t length) {
    return {{"start", starts_.at(offset)}, {"end", ends_.at(offset + length)}};
  }

private:
  BytePlaces starts_, ends_;
};

/// A suggestion is one piece of text, so several edits include the text between them. Not if that is long, because
/// it would be hard to review; and not if a secret is among it.
Json suggestions(std::string_view bytes, const Edits &edits, Ranges &ranges) {
  const std::size_t start = edits.front().offset, end = edits.back().offset + edits.back().length;
  if (end - start > 4096 || holds_secret(bytes, start, end - start))
    return Json::array();
  Edits moved = edits;
  for (Edit &edit : moved)
    edit.offset -= start;
  const std::string text = edited(bytes.substr(start, end - start), moved);
  return Json::array({{{"range", ranges.at(start, end - start)}, {"text", text}}});
}

/// Reviewdog's diagnostics, one a line.
class Rdjsonl : public Format {
public:
  explicit Rdjsonl(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    Ranges ranges(report);
    for (const Reported &reported : report.findings) {
      const Finding &finding = *reported.finding;
      const Description d = report.linter.describe(finding);
      Json json = {{"message", d.words.message},
                   {"location", {{"path", report.file}, {"range", ranges.at(finding.offset, finding.length)}}},
                   {"severity", rdjson_severity(reported.severity)},
                   {"source", {{"name", "stslint"}}},
                   {"code", {{"value", finding.rule->id}}}};
      if (!d.words.fix.empty())
        json["suggestions"] = suggestions(report.linter.document().source(), d.words.fix, ranges);
      out_ << text_of(json) << '\n';
    }
  }

  void finish(const Summary &) override {}

private:
  std::ostream &out_;
};

} // namespace

std::unique_ptr<Format> rdjsonl_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<Rdjsonl>(out);
}

} // namespace stslint
