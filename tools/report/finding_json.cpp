#include "finding_json.hpp"

namespace stslint {

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
  if (const Block *block = report.record.block) {
    json["block"] = {{"line", block->line}};
    if (!block->language.empty())
      json["block"]["language"] = block->language;
    if (!block->heading.empty())
      json["block"]["heading"] = block->heading;
  }
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

} // namespace stslint
