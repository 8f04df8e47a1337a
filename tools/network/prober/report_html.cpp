#include "report.hpp"

#include "encode/xml.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace stslint::prober {
namespace {

constexpr std::string_view head = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>stslint fuzz</title>
<style>
:root { color-scheme: light dark; --line: #8884; --bad: #c62828; --warn: #b26a00; --good: #2e7d32; --soft: #8881; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: right; }
th:first-child, td:first-child { text-align: left; font-family: ui-monospace, monospace; }
td.bad { color: #fff; background: var(--bad); } td.none { color: #8888; }
tr.wrong td:first-child { font-weight: 600; }
pre { background: var(--soft); padding: .6rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
details { border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 4px; padding: .5rem .8rem; margin: .6rem 0; }
details.minor { border-left-color: var(--warn); } details.known { border-left-color: #888; }
summary { cursor: pointer; overflow-wrap: anywhere; } dt { font-weight: 600; margin-top: .5rem; } dd { margin: 0; }
svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: currentColor; }
.muted { color: #888; }
</style>
</head>
<body>
<h1>stslint fuzz</h1>
)";

std::string in_time(double seconds) {
  char text[32];
  if (seconds < 1)
    std::snprintf(text, sizeof text, seconds < 0.01 ? "%.2g ms" : "%.0f ms", seconds * 1000);
  else
    std::snprintf(text, sizeof text, "%.2g s", seconds);
  return text;
}

/// The duration of answers: one bar for each span of time, on a scale with doubling steps.
void latencies(const Survey &survey, std::ostream &out) {
  static constexpr std::size_t steps = 18;
  static constexpr double least = 0.0001; ///< seconds that the first bar ends at
  std::array<std::size_t, steps> bars{};
  for (const Tested &tested : survey.tested) {
    const double step = std::ceil(std::log2(std::max(tested.seconds, least) / least));
    ++bars[std::min(static_cast<std::size_t>(step), steps - 1)];
  }
  const std::size_t most = *std::ranges::max_element(bars);
  if (most == 0)
    return;
  out << "<h3>How long answers took</h3>\n<svg viewBox=\"0 0 750 170\" role=\"img\" aria-label=\"latencies\">\n";
  for (std::size_t i = 0; i < steps; ++i) {
    const std::size_t x = i * 40, height = bars[i] == 0 ? 0 : 2 + bars[i] * 118 / most;
    out << "<rect x=\"" << x + 4 << "\" y=\"" << 140 - height << "\" width=\"32\" height=\"" << height
        << "\" fill=\"#3b78c4\"/>";
    if (bars[i] > 0)
      out << "<text x=\"" << x + 20 << "\" y=\"" << 134 - height << "\" text-anchor=\"middle\">" << bars[i]
          << "</text>";
    if (i % 2 == 1)
      out << "<text x=\"" << x + 36 << "\" y=\"156\" text-anchor=\"middle\">"
          << in_time(least * std::exp2(static_cast<double>(i))) << "</text>";
    out << '\n';
  }
  out << "<line x1=\"0\" y1=\"140\" x2=\"720\" y2=\"140\" stroke=\"currentColor\" stroke-width=\"1\"/>\n</svg>\n";
}

void matrix_table(const Survey &survey, std::ostream &out) {
  constexpr auto none = static_cast<std::size_t>(Fault::none);
  out << "<h3>Rules and classes</h3>\n<div class=\"wide\"><table>\n<tr><th>rule or class</th><th>right</th>";
  for (std::size_t fault = 0; fault < none; ++fault)
    out << "<th>" << name(static_cast<Fault>(fault)) << "</th>";
  out << "</tr>\n";
  std::string wrong_rows, right_rows;
  for (const auto &[row, counts] : matrix(survey)) {
    const bool wrong = std::any_of(counts.begin(), counts.begin() + none, [](std::size_t count) { return count > 0; });
    std::string &rows = wrong ? wrong_rows : right_rows;
    rows += (wrong ? "<tr class=\"wrong\"><td>" : "<tr><td>") + xml_escaped(row) + "</td><td>" +
            std::to_string(counts[none]) + "</td>";
    for (std::size_t fault = 0; fault < none; ++fault)
      rows +=
          (counts[fault] > 0 ? "<td class=\"bad\">" + std::to_string(counts[fault]) : "<td class=\"none\">·") + "</td>";
    rows += "</tr>\n";
  }
  out << wrong_rows << right_rows;
  out << "</table></div>\n";
}

void item(std::string_view title, const std::string &content, std::ostream &out) {
  if (!content.empty())
    out << "<dt>" << title << "</dt><dd>" << content << "</dd>\n";
}

std::string block(std::string_view text) { return "<pre>" + xml_escaped(text) + "</pre>"; }

/// Bytes for a page: readable, and shortened if there are many.
std::string html_excerpt(const std::string &bytes) {
  static constexpr std::size_t enough = 4096;
  return bytes.empty() ? "" : block(masked(bytes.substr(0, enough)) + (bytes.size() > enough ? "…" : ""));
}

void html_finding(const Discovery &found, std::ostream &out) {
  out << "<details class=\""
      << (found.known                  ? "known"
          : found.fault == Fault::slow ? "minor"
                                       : "new")
      << "\" open><summary><b>" << name(found.fault) << "</b>" << heading(found).substr(name(found.fault).size())
      << ": " << xml_escaped(in_words(found)) << "</summary>\n<dl>\n";
  for (std::size_t i = 0; i < found.payloads.size(); ++i) {
    const std::string size = counted(found.payloads[i].size(), "byte");
    item("Payload",
         xml_escaped(i < found.files.size() ? found.files[i] + " (" + size + ")" : size) +
             html_excerpt(found.payloads[i]),
         out);
  }
  item("Answer", xml_escaped(in_short(found.answer)) + html_excerpt(found.answer.body), out);
  item("Note", xml_escaped(found.note), out);
  item("See it again", found.curl.empty() ? "" : block(found.curl) + block(found.replay), out);
  item("Found with", xml_escaped(found.what) + (found.seen > 1 ? ", " + std::to_string(found.seen) + " times" : ""),
       out);
  out << "</dl>\n</details>\n";
}

} // namespace

void html_report(const Surveys &surveys, std::ostream &out) {
  out << head;
  for (const Survey &survey : surveys) {
    out << "<h2>" << xml_escaped(survey.receiver) << "</h2>\n";
    if (!survey.unusable.empty()) {
      out << "<p>" << xml_escaped(survey.unusable) << "</p>\n";
      continue;
    }
    out << "<p>" << xml_escaped(in_figures(survey)) << (survey.interrupted ? " (interrupted)" : "") << "</p>\n";
    for (const std::string &note : survey.notes)
      out << "<p>" << xml_escaped(note) << "</p>\n";
    out << "<h3>" << (survey.discoveries.empty() ? "Nothing found" : counted(survey.discoveries.size(), "finding"))
        << "</h3>\n";
    for (const Discovery &found : survey.discoveries)
      html_finding(found, out);
    latencies(survey, out);
    matrix_table(survey, out);
  }
  const auto different = differences(surveys);
  if (!different.empty()) {
    out << "<h2>Where the receivers differ</h2>\n<div class=\"wide\"><table>\n<tr><th>rule or class</th>";
    for (const Survey &survey : surveys)
      out << "<th>" << xml_escaped(survey.receiver) << "</th>";
    out << "</tr>\n";
    for (const auto &all : different) {
      out << "<tr><td>" << xml_escaped(all.front()->row) << "</td>";
      for (const Tested *tested : all)
        out << "<td>" << name(tested->outcome) << "</td>";
      out << "</tr>\n";
    }
    out << "</table></div>\n";
  }
  out << "</body>\n</html>\n";
}

} // namespace stslint::prober
