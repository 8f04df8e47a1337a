// Finding blocks is linear whatever a host says: twice as much text copies twice as much. A text that is read again and
// again is copied again and again, so what is allocated shows it; no clock is asked.
#include "stslint/embedded.hpp"

#include "support/allocations.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i)
    text += unit;
  return text;
}

std::size_t work(const std::string &text, Host host) {
  const std::size_t before = test::allocated_bytes;
  blocks_in(text, host);
  return test::allocated_bytes - before;
}

TEST(BlocksWork, IsLinear) {
  constexpr std::size_t times = 5000;
  for (const std::string_view unit : {"'{",
                                      "\"{",
                                      "\"{\\\"",
                                      "r'{",
                                      "r\"\"\"{",
                                      "'''{",
                                      "r#\"{",
                                      "`[",
                                      "$'{",
                                      "@\"{",
                                      "@'\n{",
                                      "'{' ",
                                      "'{ '$",
                                      "<<A\n",
                                      "<<A\n{\n",
                                      "<<A\nA\n",
                                      "```\n[\n```\n",
                                      "```\n[\n",
                                      "> ~~~ yaml\n",
                                      "    {\n\n",
                                      "k: {\n",
                                      "k: {\"a\":\n",
                                      "k: {\"a\": 1}\n",
                                      "k: |\n",
                                      " k: |\n  {\n",
                                      "----\n[\n",
                                      "[,json]\n....\n",
                                      "a::\n\n [\n\nb\n",
                                      "a::\n\n [\n",
                                      "internalHostname: a\n",
                                      "internalHostname:\n- ",
                                      "- internalHostname: [\n",
                                      "{internalHostname: {",
                                      "a: \"internalHostname\"\n",
                                      "{\"internalHostname\":",
                                      "\"{\\\"a\\\":\",",
                                      "POST x\n\n{\n",
                                      "###\n",
                                      "HTTP/1.1 200 OK\n\n{\n",
                                      "<<~A\n{\n",
                                      "<<<A\nA);\n",
                                      "\"`n{",
                                      "{\"a\":\"{\\\"internalHostname\\\":\",",
                                      "[\"curl {internalHostname\", ",
                                      "{%",
                                      "{# internalHostname",
                                      "''curl internalHostname",
                                      "\"curl '{\\\"",
                                      "'curl \" `",
                                      "{\"a\":\"\\n```\\ninternalHostname\\n```",
                                      "// x\n{",
                                      "<pre>\n",
                                      "<pre>{</pre>\n",
                                      "<pre><span "}) {
    const std::string text = repeated(unit, times), twice = text + text;
    for (std::size_t host = 0; host < hosts; ++host)
      EXPECT_LE(work(twice, static_cast<Host>(host)), 3 * work(text, static_cast<Host>(host)) + 10'000) << unit << host;
  }
}

/// A line is read once, however many blocks are on it, and so is the one above. If each block read them again, this
/// would not end.
TEST(BlocksWork, EndsOnALineOfManyBlocks) {
  constexpr std::size_t times = 100'000;
  const std::string text = repeated("x", 1 << 20) + "\n" + repeated("'{ \"a\": 12345}' ", times);
  EXPECT_EQ(blocks_in(text, Host::shell).size(), times);
}

/// Each block knows its heading and its language.
TEST(BlocksWork, IsLinearBelowALongHeading) {
  for (const std::size_t times : {1000u, 2000u}) {
    const std::string name = repeated("x", 10 * times), text = "# " + name + "\n" + repeated("```\n[\n```\n", times);
    EXPECT_LE(work(text, Host::markdown), 100 * text.size()) << times;
  }
}

/// A host within a host, as deep as can be.
TEST(BlocksWork, IsLinearInNestedHosts) {
  std::string inner = "'" + repeated("x", 20000) + "{";
  for (const std::size_t depth : {2u, 8u}) {
    std::string text = inner;
    for (std::size_t i = 0; i < depth; ++i)
      text = "```yaml\nrun: |\n  ```yaml\n" + text + "\n```\n";
    EXPECT_LE(work(text, Host::markdown), 200 * text.size()) << depth;
  }
}

} // namespace
} // namespace stslint
