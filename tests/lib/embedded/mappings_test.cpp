// Mappings of YAML that are payloads: JSON, each byte of which knows its place in the YAML.
#include "stslint/embedded.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

/// What comes of the body of a task.
std::string json_of(std::string_view body) {
  const std::string text = "- send:\n    body:\n" + std::string(body);
  const std::vector<Block> blocks = blocks_in(text, Host::yaml);
  return blocks.size() == 1 ? blocks[0].text : std::to_string(blocks.size()) + " blocks";
}

TEST(YamlMappings, AreJson) {
  EXPECT_EQ(json_of("      internalHostname: web01\n      a: [1, -2.5e3, 007, 0x1F]\n"),
            R"({"internalHostname": "web01", "a": [1, -2.5e3, "007", "0x1F"]})");
  EXPECT_EQ(json_of("      internalHostname: 'it''s'\n      a: [true, No, ~, \"true\", null]\n      b:\n"),
            R"({"internalHostname": "it's", "a": [true, false, null, "true", null], "b": null})");
  EXPECT_EQ(json_of("      internal_hostname: \"\\u00e9\"\n      a:\n      - b: |\n          x \"y\"\n          z\n    "
                    "  - c: {}\n"),
            "{\"internal_hostname\": \"é\", \"a\": [{\"b\": \"x \\\"y\\\"\\u000az\\u000a\"}, {\"c\": {}}]}");
  EXPECT_EQ(json_of("      {internalHostname: web01, a: 'b'}\n"), R"({"internalHostname": "web01", "a": "b"})");
}

/// Lines and characters are those of YAML, whatever stands before.
TEST(YamlMappings, KnowTheirPlaces) {
  for (const std::string line_break : {"\n", "\r\n", "\r"}) {
    std::string text = "\xef\xbb\xbf# \xf0\x9f\x9a\x80\n"
                       "a: {\xc3\xa9: \xf0\x9f\x9a\x80, body: {internalHostname: first, 'key': second}} # x\n"
                       "b:\n- \xc3\xa9: x\n  text: |\n    long\n    text\n  'collection_timestamp': 1607432950\n"
                       "  title: \"third\"\n";
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += line_break.size())
      text.replace(at, 1, line_break);
    const std::vector<Block> blocks = blocks_in(text, Host::yaml);
    ASSERT_EQ(blocks.size(), 2u) << text;
    const auto place = [&](std::size_t block, std::string_view word) {
      return blocks[block].origins.at(blocks[block].text.find(word));
    };
    for (const std::string_view word : {"internalHostname", "first", "key", "second"})
      EXPECT_EQ(place(0, word), text.find(word)) << word;
    for (const std::string_view word : {"collection_timestamp", "1607432950", "title", "third"})
      EXPECT_EQ(place(1, word), text.find(word)) << word;
  }
}

/// A value that stands elsewhere, or that a tag makes, may be any; so may the members that another mapping lends.
TEST(YamlMappings, LeaveOutWhatIsNotThere) {
  EXPECT_EQ(json_of("      internalHostname: &a web01\n"), R"({"internalHostname": "web01"})");
  EXPECT_EQ(json_of("      internalHostname: *a\n"), R"({"internalHostname": ...})");
  EXPECT_EQ(json_of("      <<: {b: [1, {c: 2}]}\n      internalHostname: x\n"), R"({..., "internalHostname": "x"})");
  EXPECT_EQ(json_of("      <<: *a\n      internalHostname: x\n      events: !e {a: [1]}\n"),
            R"({..., "internalHostname": "x", "events": ...})");
  EXPECT_EQ(json_of("      internalHostname: !!str x\n      a: 1\n"), R"({"internalHostname": ..., "a": 1})");
}

TEST(YamlMappings, KeepTemplatesAsText) {
  EXPECT_EQ(json_of("      internalHostname: {{ .Values.\xc3\xa9 | quote \"x\" }}\n      b: 'é {{ y }}' {# c #}\n"),
            R"({"internalHostname": "{{ .Values.é | quote \"x\" }}", "b": "é {{ y }}"})");
  EXPECT_EQ(json_of("      internalHostname: \"\\u00e9 {{ x }}\"\n"), R"({"internalHostname": ...})");
}

/// A document that cannot be read is no reason to leave the others alone.
TEST(YamlMappings, StandInDocumentsOfTheirOwn) {
  const std::string text = "{{- if x }}\ninternalHostname: first\n{{- end }}\n---\ninternalHostname: second \xe9\n"
                           "--- # third\n\tinternalHostname: third\n---\nbody: {internalHostname: fourth}\n";
  const std::vector<Block> blocks = blocks_in(text, Host::yaml);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].text, "{\"internalHostname\": \"second \xe9\"}");
  EXPECT_EQ(blocks[1].origins.at(blocks[1].text.find("fourth")), text.find("fourth"));
}

/// JSON keeps its bytes, in a list, too.
TEST(YamlMappings, AreRawWhereTheyAreJson) {
  const std::string text = "- {method: POST, body: {\"internalHostname\":\"web01\",\"a\":[1e2]}}\n";
  const std::vector<Block> blocks = blocks_in(text, Host::yaml);
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].text, R"({"internalHostname":"web01","a":[1e2]})");
}

TEST(YamlMappings, AreNoneWithoutCertainNames) {
  for (const std::string_view body :
       {"      ? [internalHostname]\n      : x\n", "      *a : 1\n      internalHostname: x\n",
        "      !t internalHostname: x\n", "      internalHostname: 'x\n", "      host: web01\n      timestamp: 1\n"})
    EXPECT_EQ(json_of(body), "0 blocks") << body;
  const std::string deep =
      "      internalHostname: x\n      a: " + std::string(300, '[') + std::string(300, ']') + "\n";
  EXPECT_EQ(json_of(deep), "0 blocks");
}

} // namespace
} // namespace stslint
