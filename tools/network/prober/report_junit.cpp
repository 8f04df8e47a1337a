#include "report.hpp"

#include "encode/xml.hpp"

#include <algorithm>
#include <ostream>

namespace stslint::prober {
namespace {

bool fails(const Discovery &found) { return !found.known && found.fault != Fault::slow; }

/// The text of a test case: one finding a line.
std::string content(const Survey &survey, const std::string &row) {
  std::string lines;
  bool failing = false;
  for (const Discovery &found : survey.discoveries)
    if (found.row == row) {
      lines += xml_escaped(heading(found) + ": " + in_words(found)) + '\n' + xml_escaped(found.replay) + '\n';
      failing |= fails(found);
    }
  if (lines.empty())
    return "";
  return failing ? "<failure type=\"findings\" message=\"" + lines.substr(0, lines.find('\n')) + "\">" + lines +
                       "</failure>"
                 : "<system-out>" + lines + "</system-out>";
}

} // namespace

/// One suite for each receiver, one case for each row of its matrix.
void junit_report(const Surveys &surveys, std::ostream &out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stslint fuzz\">\n";
  for (const Survey &survey : surveys) {
    auto rows = matrix(survey);
    for (const Discovery &found : survey.discoveries)
      rows[found.row];
    std::size_t failures = 0;
    std::string cases;
    for (const auto &[row, counts] : rows) {
      const std::string said = content(survey, row);
      failures += said.starts_with("<failure") ? 1u : 0u;
      cases += "<testcase classname=\"" + xml_escaped(survey.receiver) + "\" name=\"" + xml_escaped(row) + "\">" +
               said + "</testcase>\n";
    }
    if (!survey.unusable.empty())
      cases += "<testcase classname=\"" + xml_escaped(survey.receiver) +
               "\" name=\"calibration\"><error type=\"unusable\" message=\"" + xml_escaped(survey.unusable) +
               "\"/></testcase>\n";
    const std::size_t errors = survey.unusable.empty() ? 0 : 1;
    out << "<testsuite name=\"" << xml_escaped(survey.receiver) << "\" tests=\"" << rows.size() + errors
        << "\" failures=\"" << failures << "\" errors=\"" << errors << "\" time=\"" << survey.seconds << "\">\n"
        << cases << "</testsuite>\n";
  }
  out << "</testsuites>\n";
}

} // namespace stslint::prober
