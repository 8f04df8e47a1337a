#include "format.hpp"

#include "stslint/text.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace stslint {
namespace {

using Json = nlohmann::ordered_json;

/// Any bytes as valid UTF-8: a file's name may be none.
std::string text_of(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json finding_json(const PayloadReport &report, const Reported &reported) {
  const Finding &finding = *reported.finding;
  const Description d = report.linter.describe(finding);
  Json json = {{"file", report.file},
               {"rule", finding.rule->id},
               {"severity", name(reported.severity)},
               {"message", d.words.message},
               {"pointer", d.pointer},
               {"line", d.start.line},
               {"column", d.start.column},
               {"endLine", d.end.line},
               {"endColumn", d.end.column},
               {"offset", report.record.offset + finding.offset},
               {"length", finding.length}};
  if (d.event)
    json["event"] = {{"name", d.event->name}, {"index", d.event->index}};
  if (!d.words.suggestion.empty())
    json["suggestion"] = d.words.suggestion;
  if (!d.words.fix.empty()) {
    Json edits = Json::array();
    for (const Edit &edit : d.words.fix)
      edits.push_back({{"offset", report.record.offset + edit.offset}, {"length", edit.length}, {"text", edit.text}});
    json["fix"] = {{"safe", d.words.safe}, {"edits", std::move(edits)}};
  }
  return json;
}

/// The summary stands first, so the findings wait, as text, for the end.
class JsonFormat : public Format {
public:
  explicit JsonFormat(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings)
      findings_ += (findings_.empty() ? "\n  " : ",\n  ") + text_of(finding_json(report, reported));
  }

  void finish(const Summary &s) override {
    const Json summary = {{"inputs", s.inputs},   {"payloads", s.payloads}, {"events", s.events},
                          {"errors", s.errors},   {"warnings", s.warnings}, {"infos", s.infos},
                          {"skipped", s.skipped}, {"fixed", s.fixed},       {"suppressed", s.suppressed}};
    out_ << "{\"version\":1,\"summary\":" << text_of(summary) << ",\n \"findings\":[" << findings_ << "]}\n";
  }

private:
  std::ostream &out_;
  std::string findings_;
};

} // namespace

std::unique_ptr<Format> json_format(std::ostream &out) { return std::make_unique<JsonFormat>(out); }

} // namespace stslint
