#include "summary_line.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

bool SummaryLine::shows(const Reported &reported) {
  if (reported.severity < least_) {
    ++hidden_;
    least_hidden_ = std::min(least_hidden_, reported.severity);
    return false;
  }
  if (shown_++ == 0 || reported.severity > worst_) {
    worst_ = reported.severity;
    worst_rule_ = reported.finding->rule;
  }
  return true;
}

std::string SummaryLine::line(const Summary &summary, bool by_diff) const {
  const std::string all = counted_by_severity(summary.errors, summary.warnings, summary.infos);
  const std::string none = summary.suppressed > 0 ? "no new findings" : "no findings";
  const bool no_payload = summary.inputs > 0 && summary.payloads == 0 && all.empty();
  std::string out = summary.inputs == 0 ? "nothing checked" : no_payload ? "no payload" : all.empty() ? none : all;
  out += " in " + counted(summary.inputs, summary.noun);
  if (!no_payload)
    out += " (" + counted(summary.payloads, "payload") + ", " + counted(summary.events, "event") + ')';
  if (summary.parts == 1 && summary.payloads == 1)
    out += ", read as a part of a payload (" + std::string(summary.part) + ')';
  else if (summary.parts > 0)
    out += ", " + std::to_string(summary.parts) + " read as parts of a payload";
  if (summary.skipped > 0)
    out += ", " + counted(summary.skipped, "file") + " skipped (not a payload)";
  if (summary.unjudged > 0)
    out += ", " + counted(summary.unjudged, summary.noun == "file" ? std::string_view("path") : summary.noun) +
           " not checked";
  if (summary.fixed > 0)
    out += "; " + std::to_string(summary.fixed) + (by_diff ? " fixed by the diff" : " fixed");
  if (summary.suppressed > 0)
    out += "; " + std::to_string(summary.suppressed) + " suppressed";
  if (hidden_ > 0)
    out += "; " + std::to_string(hidden_) + " not shown (--show " + std::string(name(least_hidden_)) + " shows all)";
  if (shown_ > 0)
    out += "; for more: stslint explain " + std::string(worst_rule_->id);
  return out;
}

std::string counted_by_severity(std::size_t errors, std::size_t warnings, std::size_t infos) {
  std::string out;
  for (const auto &[count, noun] : {std::pair(errors, "error"), {warnings, "warning"}, {infos, "info"}})
    if (count > 0)
      out += (out.empty() ? "" : ", ") + counted(count, noun);
  return out;
}

std::string place_of(const PayloadReport &report, const Description &description) {
  const std::size_t text = report.file.find_first_not_of(' ');
  const bool command = text != std::string_view::npos && report.file.substr(text).starts_with("::");
  return (command ? "./" : "") + printable(report.file) + ':' + std::to_string(description.start.line) + ':' +
         std::to_string(description.start.column);
}

} // namespace stslint
