#pragma once

#include "report/reports.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace stslint::test {

/// A file's name that tempts every format: %, spaces, quotes, separators of properties, a line break, an escape of the
/// terminal, letters beyond ASCII, and what would be a command at the start of a line.
inline const std::string hostile_name =
    "::error::a\n::warning file=b,line=1::c %0A%25 \"d\" <e>&'f' \x1b[31m \u00e9\u202e](x) ";

/// The file in which report_of_examples puts an example.
inline std::string file_of(const Rule &rule, std::size_t example) {
  return hostile_name + std::string(rule.id) + std::to_string(example) + ".json";
}

/// How many files those are, and findings in them.
struct ExampleCounts {
  std::size_t files = 0, findings = 0, failing_files = 0;
};

/// What a format writes for every rule's examples, the bad ones or the good ones, each in a file of its own.
inline std::string report_of_examples(const std::string &format, bool bad, ExampleCounts *counts = nullptr) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  ReportOptions options;
  options.formats = {format};
  options.show = "info";
  Reports reports(options, {}, console);
  Linter linter({example_now, example_max_age});
  Summary summary;
  ExampleCounts counted;
  for (const Rule *rule : all_rules())
    for (std::size_t i = 0; i < rule->examples.size(); ++i) {
      const Example &example = rule->examples[i];
      const std::string file = file_of(*rule, i);
      const std::string_view text = bad ? example.bad : example.good;
      const Record record{text.substr(text.rfind('\n') + 1)}; // of a sequence, its last message
      std::vector<Reported> reported;
      bool fails = false;
      for (const Finding &finding : linter.lint(record.text, example.on)) {
        fails |= finding.rule->severity == Severity::error;
        reported.push_back({&finding, finding.rule->severity, finding.rule->severity == Severity::error});
      }
      counted.findings += reported.size();
      counted.failing_files += fails ? 1 : 0;
      ++counted.files;
      ++summary.inputs;
      reports.payload({file, record, linter, reported});
      reports.input({file});
    }
  reports.finish(summary);
  if (counts != nullptr)
    *counts = counted;
  return out.str();
}

inline std::vector<std::string> lines_of(const std::string &text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

} // namespace stslint::test
