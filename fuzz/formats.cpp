// Any payload in a file of any name: each format for programs is what its readers parse, each for people is printable.
// The file is called what the first text in the payload says.
#include "target.hpp"

#include "report/format.hpp"

#include "stslint/text.hpp"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <sstream>

using namespace stslint;

namespace {

using MakeFormat = std::unique_ptr<Format> (*)(std::ostream &, const FormatOptions &);

std::string name_of(const Document &document) {
  std::string name;
  for (std::uint32_t i = 0; i < document.nodes().size() && name.empty(); ++i)
    name = Value(document, i).text();
  return name + ".json";
}

std::string report(MakeFormat make, Linter &linter, std::string_view text) {
  std::ostringstream out;
  std::vector<Reported> findings;
  Summary summary{.inputs = 1, .payloads = 1};
  for (const Finding &finding : linter.lint(text)) {
    const bool fails = finding.rule->severity == Severity::error;
    findings.push_back({&finding, finding.rule->severity, fails});
    ++(fails ? summary.errors : finding.rule->severity == Severity::warning ? summary.warnings : summary.infos);
  }
  const Record record{text};
  const std::string file = name_of(linter.document());
  const auto format = make(out, {.least = Severity::info});
  format->payload({file, record, linter, findings});
  format->input({file});
  format->unjudged(file, "it could not be read");
  format->finish(summary);
  return std::move(out).str();
}

void require_json(const std::string &text) { require(nlohmann::json::accept(text), "no JSON: " + text); }

/// Calls `check` with each line, which must be ended.
template <typename Check> void each_line(const std::string &text, Check check) {
  require(text.empty() || text.back() == '\n', "the last line has no end: " + text);
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    check(line);
}

void require_xml(const std::string &text) {
  pugi::xml_document document;
  require(static_cast<bool>(document.load_string(text.c_str())), "no XML: " + text);
  require(!invalid_utf8(text), "not UTF-8: " + text);
  for (const char c : text)
    require(c < 0 || c >= ' ' || c == '\n' || c == '\t', "a character that XML does not have: " + text);
}

void require_printable(const std::string &line) {
  require(printable(line) == line, "a line that is not printable: " + line);
  require(!line.starts_with("::"), "a line that a CI service takes for a command: " + line);
}

void require_command(const std::string &line) {
  require(printable(line) == line, "a line that is not printable: " + line);
  if (line.starts_with("::"))
    require(line.starts_with("::error ") || line.starts_with("::warning ") || line.starts_with("::notice "),
            "a command that is none of ours: " + line);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static Linter linter({example_now, example_max_age});
  const std::string_view text = text_of(data, size);
  if (size > 8192) // nine reports of thousands of findings find nothing more
    return 0;
  for (const MakeFormat whole : {json_format, summary_format, sarif_format, gitlab_format})
    require_json(report(whole, linter, text));
  for (const MakeFormat lines : {jsonl_format, rdjsonl_format})
    each_line(report(lines, linter, text), require_json);
  require_xml(report(junit_format, linter, text));
  for (const MakeFormat people : {text_format, concise_format})
    each_line(report(people, linter, text), require_printable);
  each_line(report(github_format, linter, text), require_command);
  return 0;
}
