// A diff on a terminal shows no secret, not even one whose name stands far above; a diff for a program is exact.
#include "fix/fix_input.hpp"
#include "input/inputs.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace stslint {
namespace {

std::string diff_of(const std::string &text, std::string_view old, std::string_view fresh, bool terminal) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err, terminal};
  write_diff(console, {"", "a.json"}, text, {{text.find(old), old.size(), std::string(fresh)}});
  return out.str();
}

/// A value under a name, in the context of the diff; the name is in none of its lines.
std::string far_below(const std::string &name) {
  return "{\"" + name + "\":\n\n\n\n\n \"value-4711\",\n \"type\": \"Gauge\"}\n";
}

TEST(DiffSecrets, AreMaskedOnATerminalAlone) {
  for (const std::string name : {"password", "token", "api key", "session", "api\\u005fkey"}) {
    const std::string text = far_below(name);
    EXPECT_EQ(diff_of(text, "Gauge", "gauge", true).find("4711"), std::string::npos) << name;
    EXPECT_NE(diff_of(text, "Gauge", "gauge", true).find("+ \"type\": \"gauge\"}"), std::string::npos) << name;
    EXPECT_NE(diff_of(text, "Gauge", "gauge", false).find(" \"value-4711\","), std::string::npos) << name;
  }
}

TEST(DiffSecrets, OtherLinesStayReadable) {
  for (const std::string name : {"author", "session_count", "token bucket"})
    EXPECT_NE(diff_of(far_below(name), "Gauge", "gauge", true).find(" \"value-4711\","), std::string::npos) << name;
}

} // namespace
} // namespace stslint
