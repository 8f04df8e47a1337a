#include "finding_json.hpp"

#include "json_writer.hpp"

namespace stslint {

void append_finding(std::string &out, const Finding &finding, Severity severity, const Description &description,
                    const Origin &origin) {
  const Words &words = description.words;
  JsonWriter json(out);
  json.open('{');
  json.member("file", origin.file);
  json.member("rule", finding.rule->id);
  json.member("severity", name(severity));
  json.member("message", words.message);
  json.member("pointer", description.pointer);
  json.member("line", description.start.line);
  json.member("column", description.start.column);
  json.member("endLine", description.end.line);
  json.member("endColumn", description.end.column);
  json.member("offset", origin.offset + finding.offset);
  json.member("length", std::size_t{finding.length});
  if (const Block *block = origin.block) {
    json.key("block");
    json.open('{');
    json.member("line", block->line);
    if (!block->language.empty())
      json.member("language", block->language);
    if (!block->heading.empty())
      json.member("heading", block->heading);
    json.close('}');
  }
  if (description.event) {
    json.key("event");
    json.open('{');
    json.member("name", description.event->name);
    json.member("index", description.event->index);
    json.close('}');
  }
  if (!words.suggestion.empty())
    json.member("suggestion", words.suggestion);
  if (!words.fix.empty()) {
    json.key("fix");
    json.open('{');
    json.member("safe", words.safe);
    json.key("edits");
    json.open('[');
    for (const Edit &edit : words.fix) {
      json.open('{');
      json.member("offset", origin.offset + edit.offset);
      json.member("length", edit.length);
      json.member("text", edit.text);
      json.close('}');
    }
    json.close(']');
    json.close('}');
  }
  json.close('}');
}

void JsonReport::separate() { findings_ += findings_.empty() ? "\n  " : ",\n  "; }

void JsonReport::add(std::string_view finding) {
  separate();
  findings_ += finding;
}

void JsonReport::add(const Finding &finding, Severity severity, const Description &description, const Origin &origin) {
  separate();
  append_finding(findings_, finding, severity, description, origin);
}

std::string JsonReport::head(const Summary &summary) {
  std::string text;
  JsonWriter json(text);
  json.open('{');
  json.member("inputs", summary.inputs);
  json.member("payloads", summary.payloads);
  json.member("events", summary.events);
  json.member("errors", summary.errors);
  json.member("warnings", summary.warnings);
  json.member("infos", summary.infos);
  json.member("skipped", summary.skipped);
  json.member("fixed", summary.fixed);
  json.member("suppressed", summary.suppressed);
  if (summary.parts > 0)
    json.member("parts", summary.parts);
  if (summary.continued > 0)
    json.member("continued", summary.continued);
  json.close('}');
  return head(text);
}

std::string JsonReport::head(std::string_view summary) {
  return "{\"version\":1,\"summary\":" + std::string(summary) + ",\n \"findings\":[";
}

} // namespace stslint
