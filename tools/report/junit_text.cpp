#include "junit_text.hpp"

#include "summary_line.hpp"

namespace stslint {

void JunitText::judged(std::string_view file, const JunitCounts &failing, std::string_view lines) {
  const std::string counts = counted_by_severity(failing[2], failing[1], failing[0]), text(lines);
  failures_ += counts.empty() ? 0 : 1;
  write(file, !counts.empty() ? "<failure type=\"findings\" message=\"" + counts + "\">" + text + "</failure>"
              : text.empty()  ? ""
                              : "<system-out>" + text + "</system-out>");
}

void JunitText::unjudged(std::string_view file, std::string_view why) {
  ++errors_;
  write(file, "<error type=\"unjudged\" message=\"" + std::string(why) + "\"/>");
}

std::string JunitText::text() const {
  const std::string counts = "name=\"stslint\" tests=\"" + std::to_string(tests_) + "\" failures=\"" +
                             std::to_string(failures_) + "\" errors=\"" + std::to_string(errors_) + '"';
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites " + counts + ">\n<testsuite " + counts +
         " skipped=\"0\">\n" + cases_ + "</testsuite>\n</testsuites>\n";
}

void JunitText::write(std::string_view file, const std::string &content) {
  const std::string name(file);
  ++tests_;
  cases_ += "<testcase classname=\"stslint\" name=\"" + name + "\" file=\"" + name + "\">" + content + "</testcase>\n";
}

} // namespace stslint
