#include "merger.hpp"

#include "lib/report/finding_json.hpp"

#include "stslint/document.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <tuple>

namespace stslint {
namespace {

constexpr const char *no_report = "this is no report in the format summary, json or jsonl of stslint check";

/// A text that is not JSON is "discarded". Reports are not deep, and a very deep one could not be written again.
Json parsed(std::string_view text) {
  constexpr int deepest = 64;
  const auto not_deep = [](int depth, Json::parse_event_t, const Json &) {
    return depth <= deepest ? true : throw Error(no_report);
  };
  return Json::parse(text, not_deep, false);
}

/// Throws Error for a number that no report holds: all of its numbers are counts and positions.
void require_counts(std::string_view report, std::size_t first_line) {
  Document document;
  document.parse(report);
  for (const Node &node : document.nodes()) {
    const std::string_view number = report.substr(node.offset, node.length);
    if (node.kind == Kind::number &&
        (number.size() > Value::most_digits || number.find_first_not_of("0123456789") != std::string_view::npos))
      throw Error("line " + std::to_string(Locator(document, first_line).position(node.offset).line) + ": the number " +
                  shortened(number) + " is no count and no position, so the report is damaged; lint that part again");
  }
}

/// Why a line is not a finding.
std::string damage(std::string_view report, std::size_t line) {
  if (report.starts_with("{\"version\":"))
    return "the report was cut off or is damaged; lint that part again";
  if (report.starts_with("{\"file\":"))
    return "line " + std::to_string(line) + " was cut off or is damaged; lint that part again";
  return no_report;
}

} // namespace

void Merger::add(std::string_view text) try {
  ++reports_;
  const Json whole = parsed(text);
  if (whole.is_object())
    require_counts(text, 1);
  if (Totals::is_summary(whole)) {
    be(Kind::summary);
    if (reports_ == 1)
      totals_ = Totals::from(whole);
    else
      totals_.add(Totals::from(whole));
    return;
  }
  if (whole.is_object() && whole.contains("findings")) {
    be(Kind::json);
    add_counts(whole.at("summary"));
    for (const Json &finding : whole.at("findings"))
      add_finding(finding);
    return;
  }
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos)
    be(Kind::jsonl);
  else
    any_empty_ = true; // in jsonl, a report without a finding
  for (std::size_t at = 0, end = 0, line = 1; at < text.size(); at = end + 1, ++line) {
    end = std::min(text.find('\n', at), text.size());
    const std::string_view one = text.substr(at, end - at);
    const Json finding = parsed(one);
    if (!finding.is_object() || !finding.contains("file") || !finding.contains("offset"))
      throw Error(damage(text, line));
    require_counts(one, line);
    add_finding(finding);
  }
} catch (const Json::exception &) {
  throw Error(no_report);
}

void Merger::be(Kind kind) {
  if (kind_ != Kind::none && kind_ != kind)
    throw Error("this report has another format than those before it; merge reports of one format");
  kind_ = kind;
}

void Merger::add_finding(const Json &finding) {
  findings_.push_back({finding.at("file"), finding.at("offset"), reports_, text_of(finding)});
}

void Merger::add_counts(const Json &summary) {
  for (const auto &[name, count] : summary.items())
    counts_[name] = counts_.value(name, std::size_t{0}) + count.get<std::size_t>();
  if (counts_.value("continued", std::size_t{0}) > counts_.at("inputs").get<std::size_t>())
    throw Error(no_report);
}

/// By file and offset. Findings at one offset come from one report, and keep their order.
void Merger::sort() {
  std::ranges::stable_sort(findings_, {}, [](const Found &found) { return std::tie(found.file, found.offset); });
  const auto twice = std::ranges::adjacent_find(findings_, [](const Found &one, const Found &other) {
    return one.report != other.report && one.file == other.file && one.offset == other.offset;
  });
  if (twice != findings_.end())
    throw Error("offset " + std::to_string(twice->offset) + " of " + in_quotes(twice->file) +
                " is in two reports; name each report once");
}

std::string Merger::result() {
  if (any_empty_ && (kind_ == Kind::summary || kind_ == Kind::json))
    throw Error("one of the reports is empty, so its part was not finished; lint that part again");
  sort();
  if (kind_ == Kind::summary) {
    totals_.require_all();
    return totals_.text();
  }
  return kind_ == Kind::json ? json() : jsonl();
}

std::string Merger::json() const {
  // A file in several parts is one input.
  Json counts = counts_;
  counts["inputs"] = counts.at("inputs").get<std::size_t>() - counts.value("continued", std::size_t{0});
  counts.erase("continued");
  JsonReport report;
  for (const Found &found : findings_)
    report.add(found.text);
  return JsonReport::head(text_of(counts)).append(report.findings()).append(JsonReport::tail);
}

std::string Merger::jsonl() const {
  std::string out;
  for (const Found &found : findings_)
    out += found.text + '\n';
  return out;
}

} // namespace stslint
