#include "diagnostics.hpp"

#include "command_line/arguments.hpp"

#include "lib/contract/place.hpp"
#include "lib/lint/places.hpp"

#include <functional>

namespace stslint {
namespace {

int lsp_severity(Severity severity, bool suppressed) {
  constexpr int error = 1, warning = 2, information = 3, hint = 4;
  return suppressed                      ? hint
         : severity == Severity::error   ? error
         : severity == Severity::warning ? warning
                                         : information;
}

/// What the other place of a flaw is; null for flaws without one.
const char *name_of_other_place(FlawKind kind) {
  switch (kind) {
  case FlawKind::duplicate_key:
    return "the first member of this name";
  case FlawKind::wrong_bracket:
  case FlawKind::truncated:
  case FlawKind::key_in_list:
    return "opened here";
  default:
    return nullptr;
  }
}

/// The first of two keys, or the bracket that nothing closes.
Json related_places(const WorkspaceFile &file, const PayloadReport &report, const Finding &finding, Ranges &ranges) {
  Json places = Json::array();
  const Flaw *flaw = place_of(report.linter, finding).flaw;
  const Document &document = report.linter.document();
  if (flaw == nullptr || name_of_other_place(flaw->kind) == nullptr || flaw->other >= document.nodes().size())
    return places;
  const Node &other = document.nodes()[flaw->other];
  const std::uint32_t length = is_container(other.kind) ? 1 : other.length;
  const std::size_t start = document.origin(other.offset), end = document.origin(other.offset + length - 1) + 1;
  places.push_back(
      {{"location", {{"uri", file.uri}, {"range", ranges.at_other(report.record.offset + start, end - start)}}},
       {"message", name_of_other_place(flaw->kind)}});
  return places;
}

/// A receiver does not read a member whose name it does not know.
bool is_unnecessary(const PayloadReport &report, const Finding &finding) {
  const auto nodes = report.linter.document().nodes();
  return any(finding.rule->keywords & Keyword::additional_properties) && finding.rule->severity != Severity::error &&
         finding.node < nodes.size() && nodes[finding.node].key;
}

} // namespace

Json diagnostic_of(const Features &features, const WorkspaceFile &file, const PayloadReport &report,
                   const Finding &finding, Severity severity, bool suppressed, Ranges &ranges) {
  constexpr int unnecessary = 1;
  Json json = {{"range", ranges.at(start_of(report, finding), finding.length)},
               {"severity", lsp_severity(severity, suppressed)},
               {"code", finding.rule->id}};
  const std::string &pages = features.workspace.options().rule_pages;
  if (!pages.empty() && features.client.code_descriptions)
    json["codeDescription"] = {{"href", pages + '#' + std::string(finding.rule->id)}};
  json["source"] = "stslint";
  json["message"] = report.linter.describe(finding).words.message;
  if (features.client.tags && is_unnecessary(report, finding))
    json["tags"] = {unnecessary};
  if (features.client.related_places)
    if (Json places = related_places(file, report, finding, ranges); !places.empty())
      json["relatedInformation"] = std::move(places);
  return json;
}

Json diagnostic_of(const OpenDocument &text, const ConfigMistake &mistake) {
  return {{"range", Ranges(text).at(mistake.offset, 0)},
          {"severity", lsp_severity(Severity::error, false)},
          {"source", "stslint"},
          {"message", printable(mistake.words)}};
}

Json diagnostics_of(Features &features, const WorkspaceFile &file) {
  const LspOptions &options = features.workspace.options();
  const Severity least = severity_named("--show", options.show);
  const std::size_t most = options.max_findings.value_or(static_cast<std::size_t>(-1));
  Json all = Json::array();
  Ranges ranges(file.document);
  report_payloads(features.workspace, file, [&](const PayloadReport &report) {
    const auto add = [&](const Finding &finding, Severity severity, bool suppressed) {
      if (severity >= least && all.size() < most)
        all.push_back(diagnostic_of(features, file, report, finding, severity, suppressed, ranges));
    };
    for (const Reported &reported : report.findings)
      add(*reported.finding, reported.severity, false);
    if (options.show_suppressed)
      for (const Suppressed &suppressed : report.suppressed)
        add(*suppressed.finding, suppressed.severity, true);
  });
  return all;
}

/// A client that has them already is told so.
Json pulled_diagnostics(Features &features, const WorkspaceFile &file, const nlohmann::json &params) {
  Json items = diagnostics_of(features, file);
  const std::string id = std::to_string(std::hash<std::string>()(items.dump()));
  if (text_at(params, "previousResultId") == id)
    return {{"kind", "unchanged"}, {"resultId", id}};
  return {{"kind", "full"}, {"resultId", id}, {"items", std::move(items)}};
}

} // namespace stslint
