#include "encode/json.hpp"
#include "example_text.hpp"
#include "fingerprints.hpp"
#include "format.hpp"

#include <array>
#include <cstdio>
#include <ostream>

namespace stslint {
namespace {

constexpr std::string_view base = "%SRCROOT%";

std::string_view sarif_level(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "note";
}

/// A message in SARIF can contain links, `[text](target)`; text of a payload must not become one.
std::string message(std::string text) {
  for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos; at += 2)
    text.insert(at, "\\");
  return text;
}

Json location_of_file(std::string_view file) {
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    std::array<char, 4> escape{};
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
        std::string_view("-._~/").find(c) != std::string_view::npos)
      uri += c;
    else {
      std::snprintf(escape.data(), escape.size(), "%%%02X", static_cast<unsigned>(byte));
      uri += escape.data();
    }
  }
  Json location = {{"uri", uri}};
  if (!file.starts_with('/'))
    location["uriBaseId"] = base;
  return location;
}

Json region(Position start, Position end) {
  return {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

Json described(const Rule &rule) {
  std::string text = std::string(rule.why), markdown = text + '\n';
  for (const Example &example : rule.examples) {
    const std::string indent = "      ", bad = example_text(example.bad, indent),
                      good = example_text(example.good, indent);
    text += "\nBad:  " + bad + "\nGood: " + good;
    markdown += "\n```text\nbad:  " + bad + "\ngood: " + good + "\n```\n";
  }
  return {{"id", rule.id},
          {"shortDescription", {{"text", rule.summary}}},
          {"fullDescription", {{"text", rule.why}}},
          {"help", {{"text", message(text)}, {"markdown", markdown}}},
          {"defaultConfiguration", {{"level", sarif_level(rule.severity)}}}};
}

/// The part before the results.
std::string opening() {
  Json rules = Json::array();
  for (const Rule *rule : all_rules())
    rules.push_back(described(*rule));
  const Json driver = {{"name", "stslint"}, {"version", STSLINT_VERSION}, {"rules", std::move(rules)}};
  const Json bases = {{base, {{"description", {{"text", "The folder that stslint ran in."}}}}}};
  return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[\n {\"tool\":"
         "{\"driver\":" +
         text_of(driver) + "},\n \"columnKind\":\"unicodeCodePoints\",\"originalUriBaseIds\":" + text_of(bases) +
         ",\n \"results\":[";
}

/// SARIF 2.1.0, one run. Results are written immediately.
class Sarif : public Format {
public:
  explicit Sarif(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    Locator starts(report.linter.document(), report.record.line), ends(starts); // separate, because each is ordered
    for (const Reported &reported : report.findings)
      write(result(report, *reported.finding, reported.severity, starts, ends));
    Locator more_starts(report.linter.document(), report.record.line), more_ends(more_starts);
    for (const Suppressed &known : report.suppressed) {
      Json json = result(report, *known.finding, known.severity, more_starts, more_ends);
      json["suppressions"] = {{{"kind", "external"}, {"justification", known.reason}}};
      write(json);
    }
  }

  void unjudged(std::string_view file, std::string_view why) override {
    notifications_.push_back({{"level", "error"},
                              {"message", {{"text", message(printable(why))}}},
                              {"locations", {{{"physicalLocation", {{"artifactLocation", location_of_file(file)}}}}}}});
  }

  void finish(const Summary &) override {
    if (!begun_)
      out_ << opening();
    const Json invocation = {{"executionSuccessful", notifications_.empty()},
                             {"toolExecutionNotifications", std::move(notifications_)}};
    out_ << "],\n \"invocations\":[" << text_of(invocation) << "]}]}\n";
  }

private:
  void write(const Json &result) {
    out_ << (begun_ ? ",\n  " : opening() + "\n  ") << text_of(result);
    begun_ = true;
  }

  Json result(const PayloadReport &report, const Finding &finding, Severity severity, Locator &starts, Locator &ends) {
    const Description d = report.linter.describe(finding);
    Json location = {{"physicalLocation",
                      {{"artifactLocation", location_of_file(report.file)}, {"region", region(d.start, d.end)}}}};
    if (!d.pointer.empty())
      location["logicalLocations"] = {{{"fullyQualifiedName", d.pointer}}};
    const auto rule = std::ranges::find(all_rules(), finding.rule);
    Json json = {{"ruleId", finding.rule->id},
                 {"ruleIndex", rule - all_rules().begin()},
                 {"level", sarif_level(severity)},
                 {"message", {{"text", message(d.words.message)}}},
                 {"locations", Json::array({std::move(location)})},
                 {"partialFingerprints", {{"stslint/v1", fingerprints_.of(report, finding, d.pointer)}}}};
    if (!d.words.fix.empty())
      json["fixes"] = Json::array({fix(report, d.words, starts, ends)});
    return json;
  }

  static Json fix(const PayloadReport &report, const Words &words, Locator &starts, Locator &ends) {
    Json replacements = Json::array();
    for (const Edit &edit : words.fix) {
      const Position start = starts.position(static_cast<std::uint32_t>(edit.offset));
      const Position end = ends.position(static_cast<std::uint32_t>(edit.offset + edit.length));
      replacements.push_back({{"deletedRegion", region(start, end)}, {"insertedContent", {{"text", edit.text}}}});
    }
    Json change = {{"artifactLocation", location_of_file(report.file)}, {"replacements", std::move(replacements)}};
    return {{"description", {{"text", words.safe ? "Safe to apply." : "May change what the payload means."}}},
            {"artifactChanges", Json::array({std::move(change)})}};
  }

  std::ostream &out_;
  bool begun_ = false;
  Fingerprints fingerprints_;
  Json notifications_ = Json::array();
};

} // namespace

std::unique_ptr<Format> sarif_format(std::ostream &out, const FormatOptions &) { return std::make_unique<Sarif>(out); }

} // namespace stslint
