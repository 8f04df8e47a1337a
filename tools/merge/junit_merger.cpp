// Reports of JUnit, whose test cases are files.
#include "report_merger.hpp"

#include "report/junit_text.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <vector>

namespace stslint {
namespace {

/// What stands behind `before` and before `after`, which are then taken from the text; nothing if they are not there.
std::optional<std::string_view> take(std::string_view &text, std::string_view before, std::string_view after) {
  if (!text.starts_with(before))
    return std::nullopt;
  const std::size_t end = text.find(after, before.size());
  if (end == std::string_view::npos)
    return std::nullopt;
  const std::string_view found = text.substr(before.size(), end - before.size());
  text.remove_prefix(end + after.size());
  return found;
}

/// A part of a file.
struct Part {
  std::size_t line = 0; ///< of its first finding
  JunitCounts failing{};
  std::string lines;
};

/// The number of the line in `name:line:column: …`.
std::size_t line_in(std::string_view lines, std::string_view name) {
  std::size_t line = 0;
  const std::size_t at = lines.find(name);
  if (at != std::string_view::npos && at + name.size() < lines.size())
    std::from_chars(lines.data() + at + name.size() + 1, lines.data() + lines.size(), line);
  return line;
}

/// Of `1 error, 2 infos`.
JunitCounts counts_in(std::string_view message) {
  JunitCounts counts{};
  for (std::size_t at = 0; at < message.size();) {
    std::size_t count = 0;
    const char *const end = std::from_chars(message.data() + at, message.data() + message.size(), count).ptr;
    const std::string_view noun = message.substr(static_cast<std::size_t>(end - message.data()));
    const std::size_t severity = noun.starts_with(" error") ? 2 : noun.starts_with(" warning") ? 1 : 0;
    counts[severity] += count;
    at = std::min(message.find(", ", at), message.size() - 2) + 2;
  }
  return counts;
}

class JunitMerger : public ReportMerger {
public:
  void add(const ReportText &report) override {
    std::string_view rest = report.text.substr(std::min(report.text.find("<testcase "), report.text.size()));
    if (!report.text.ends_with("</testsuite>\n</testsuites>\n"))
      throw Error(cut_off);
    std::size_t cases = 0;
    for (; rest.starts_with("<testcase "); ++cases) {
      const auto name = take(rest, "<testcase classname=\"stslint\" name=\"", "\" file=\"");
      const auto file = take(rest, "", "\">"), content = take(rest, "", "</testcase>\n");
      if (!name || !file || !content)
        throw Error(cut_off);
      add_case(std::string(*name), *content);
    }
    const std::string counted = "<testsuites name=\"stslint\" tests=\"" + std::to_string(cases) + '"';
    if (report.text.find(counted) == std::string_view::npos || (cases > 0 && rest != "</testsuite>\n</testsuites>\n"))
      throw Error(cut_off);
  }

  std::string result() override {
    JunitText text;
    for (auto &[name, parts] : files_) {
      std::ranges::stable_sort(parts, {}, &Part::line);
      Part whole;
      std::set<std::string_view> seen;
      for (const Part &part : parts) {
        if (!part.lines.empty() && !seen.insert(part.lines).second)
          throw Error("findings of " + in_quotes(name) + " are in two reports; name each report once");
        whole.lines += part.lines;
        for (std::size_t severity = 0; severity < whole.failing.size(); ++severity)
          whole.failing[severity] += part.failing[severity];
      }
      for (const std::string &why : unjudged_[name])
        text.unjudged(name, why);
      if (!parts.empty())
        text.judged(name, whole.failing, whole.lines);
    }
    return text.text();
  }

private:
  void add_case(const std::string &name, std::string_view content) {
    if (const auto why = take(content, "<error type=\"unjudged\" message=\"", "\"/>")) {
      files_[name];
      unjudged_[name].emplace_back(*why);
      return;
    }
    Part part;
    if (const auto message = take(content, "<failure type=\"findings\" message=\"", "\">")) {
      part.failing = counts_in(*message);
      part.lines = take(content, "", "</failure>").value_or("");
    } else
      part.lines = take(content, "<system-out>", "</system-out>").value_or("");
    part.line = line_in(part.lines, name);
    files_[name].push_back(std::move(part));
  }

  std::map<std::string, std::vector<Part>> files_; ///< by name, escaped
  std::map<std::string, std::vector<std::string>> unjudged_;
};

} // namespace

std::unique_ptr<ReportMerger> junit_merger(const ReportText &report) {
  const bool is_one =
      report.text.starts_with("<?xml ") && report.text.find("<testsuites name=\"stslint\"") != std::string_view::npos;
  return is_one ? std::make_unique<JunitMerger>() : nullptr;
}

} // namespace stslint
