#include "merger.hpp"

#include "lib/report/finding_json.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <tuple>

namespace stslint {
namespace {

constexpr const char *no_report = "this is no report in the format summary, json or jsonl of stslint check";

/// A text that is no JSON is "discarded". Reports are not deep, and a very deep one could not be written again.
Json parsed(std::string_view text) {
  constexpr int deepest = 64;
  const auto not_deep = [](int depth, Json::parse_event_t, const Json &) {
    return depth <= deepest ? true : throw Error(no_report);
  };
  return Json::parse(text, not_deep, false);
}

} // namespace

void Merger::add(std::string_view text) try {
  ++reports_;
  const Json whole = parsed(text);
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
    if (!counts_.contains("inputs"))
      throw Error(no_report);
    for (const Json &finding : whole.at("findings"))
      add_finding(finding);
    return;
  }
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos)
    be(Kind::jsonl);
  else
    any_empty_ = true; // in jsonl, a report without a finding
  for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
    end = std::min(text.find('\n', at), text.size());
    add_finding(parsed(text.substr(at, end - at)));
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
