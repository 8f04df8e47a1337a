// The rules of the house: what may know what, and how long a file may be.
#include "support/recorded.hpp"

#include "../tools/cli.hpp"
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace stslint {
namespace {

using test::root;

std::vector<std::filesystem::path> sources(const std::string &folder) {
  std::vector<std::filesystem::path> found;
  for (const auto &file : test::files(root / folder))
    if (file.extension() == ".cpp" || file.extension() == ".hpp" || file.extension() == ".in")
      found.push_back(file);
  return found;
}

/// What a layer may include beside its own files: public headers, other layers' folders (`../`), other people's
/// libraries. What a header includes, it may include as well.
const std::map<std::string, std::set<std::string>> may_include = {
    {"text", {"text"}},
    {"document", {"document", "error", "memory", "text", "../text"}},
    {"choices", {"choices"}},
    {"contract", {"contract", "document", "error", "marks", "rule", "shape", "text", "../text"}},
    {"certify", {"contract", "../contract", "../document"}},
    {"foreign", {"error", "text", "user_schema", "nlohmann", "valijson"}},
    {"generate", {"choices", "error", "generate", "lint", "text", "../text"}},
    {"mutator", {"choices"}},
    {"rules", {"rule", "text", "../text"}},
    {"lint",
     {"contract", "document", "error", "fix", "lint", "rule", "shape", "suppress", "text", "../certify",
      "../contract"}},
};

/// What an include leads to, as that table names it; "" for a file of the same layer.
std::string included(const std::filesystem::path &file, const std::string &header) {
  if (header.starts_with("stslint/"))
    return header.substr(8);
  if (std::filesystem::exists(file.parent_path() / (header + ".hpp")) && !header.starts_with("../"))
    return "";
  return header.substr(0, header.find('/', header.starts_with("../") ? 3 : 0));
}

TEST(House, LayersKnowOnlyWhatIsBelowThem) {
  const std::regex include(R"(#include [<"]([a-z_/.]+)\.hpp[>"])");
  for (const auto &entry : std::filesystem::directory_iterator(root / "lib")) {
    const std::string layer = entry.path().filename().string();
    if (!entry.is_directory() || layer == "include")
      continue;
    ASSERT_TRUE(may_include.contains(layer)) << layer;
    for (const auto &file : sources("lib/" + layer)) {
      const std::string text = test::read(file);
      for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match) {
        const std::string to = included(file, (*match)[1]);
        EXPECT_TRUE(to.empty() || may_include.at(layer).contains(to)) << file << " includes " << (*match)[1];
      }
    }
  }
}

TEST(House, TheLibraryNeitherPrintsNorReadsTheWorld) {
  const std::regex world(
      R"(#include <(iostream|fstream|filesystem|unistd\.h|thread)>|std::(cout|cerr)|\b(getenv|exit|abort|system)\(|system_clock)");
  for (const auto &file : sources("lib")) {
    std::istringstream in(test::read(file));
    for (std::string line; std::getline(in, line);)
      EXPECT_TRUE(line.starts_with("///") || !std::regex_search(line, world)) << file << ": " << line;
  }
}

/// Only the schema, the rules and their table of slips name a member of the payload.
TEST(House, OnlyRulesNameMembersOfThePayload) {
  std::set<std::string> members;
  for (const Shape &shape : standard_contract().shapes())
    for (const Property &property : shape.properties)
      members.emplace(property.name);
  // Words that also mean something to a schema, a form or a report.
  for (const char *ordinary : {"type", "title", "events", "metrics", "data", "source", "tags", "timestamp", "name",
                               "id", "message", "check", "stream", "offset", "health", "status", "delete", "expiry"})
    members.erase(ordinary);
  EXPECT_TRUE(members.contains("msg_title") && members.contains("internalHostname"));
  for (const std::string folder : {"lib", "tools"})
    for (const auto &file : sources(folder)) {
      if (file.parent_path().filename() == "rules")
        continue;
      std::istringstream in(test::read(file));
      for (std::string line; std::getline(in, line);)
        for (const std::string &member : members)
          EXPECT_EQ(line.find('"' + member + '"'), std::string::npos) << file << ": " << line;
    }
}

/// Forges show it with the folder.
TEST(Recorded, RulesAreDocumentedWhereTheyStand) {
  std::istringstream in;
  std::ostringstream out, err;
  Console console{in, out, err};
  const std::vector<std::string> arguments = {"explain", "--format", "markdown"};
  ASSERT_EQ(run(arguments, console), 0) << err.str();
  test::expect_recorded(root / "lib" / "rules" / "README.md", out.str());
}

/// Files that are compiled as one share their unnamed namespace, where a name that means two things can call the wrong
/// one without an error.
TEST(House, UnnamedNamespacesOfOneTargetShareNoFunctionName) {
  const std::regex function(R"(^[A-Za-z_][A-Za-z0-9_:<>, *&]*[ *&]([a-z_0-9]+)\()");
  for (const std::string folder : {"lib/text", "lib/document", "lib/contract", "lib/certify", "lib/generate",
                                   "lib/lint", "tools", "tools/prober"}) {
    std::map<std::string, std::filesystem::path> where;
    for (const auto &file : sources(folder)) {
      if (file.extension() != ".cpp" || (folder != "tools" && file.parent_path() != root / folder))
        continue;
      std::istringstream in(test::read(file));
      bool unnamed = false;
      for (std::string line; std::getline(in, line);) {
        unnamed = line == "namespace {" || (unnamed && line != "} // namespace");
        std::smatch match;
        if (!unnamed || !std::regex_search(line, match, function))
          continue;
        const auto [known, added] = where.emplace(match.str(1), file);
        EXPECT_TRUE(added || known->second == file)
            << match[1] << "() stands in " << file << " and in " << known->second;
      }
    }
    EXPECT_TRUE(where.size() > 5 || folder == "lib/certify") << folder << ": is the expression still right?";
  }
}

/// What the documents tell people to type.
TEST(House, DocumentsNameCommandsOfToolsDevThatExist) {
  const std::string dev = test::read(root / "tools" / "dev");
  const std::regex command(R"(tools/dev ([a-z][a-z-]*))");
  std::size_t count = 0;
  for (const char *document :
       {"README.md", "CONTRIBUTING.md", "fuzz/README.md", ".ci/run", "tools/packaging/github_action"}) {
    const std::string text = test::read(root / document);
    for (std::sregex_iterator match(text.begin(), text.end(), command), end; match != end; ++match, ++count)
      EXPECT_NE(dev.find('\n' + match->str(1) + ')'), std::string::npos) << document << ": " << match->str();
  }
  EXPECT_GT(count, 20u);
}

TEST(House, FilesAreShort) {
  for (const std::string folder : {"lib", "tools", "tests", "fuzz", "schema"})
    for (const auto &file : test::files(root / folder)) {
      if (file.parent_path().parent_path().filename() == "json" || file.filename() == "README.md")
        continue;
      const std::string text = test::read(file);
      EXPECT_LE(std::ranges::count(text, '\n'), 400) << file;
    }
}

} // namespace
} // namespace stslint
