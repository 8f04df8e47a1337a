// The rules of the house: what may know what, and how long a file may be.
#include "support/recorded.hpp"

#include "command_line/console.hpp"
#include "lib/contract/contract.hpp"
#include "program/cli.hpp"
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

/// What a layer may include beside its own files: public headers, and the folders of other layers. What a header
/// includes, it may include as well.
const std::map<std::string, std::set<std::string>> may_include = {
    {"text", {"text"}},
    {"document", {"document", "edit", "error", "excerpt", "memory", "text"}},
    {"repair", {"document", "edit", "text"}},
    {"decisions", {"decisions"}},
    {"contract", {"decisions", "document", "error", "rule", "text"}},
    {"bindings", {"contract", "error", "fix", "generate", "lint", "report", "stslint", "user_schema"}},
    {"certify", {"contract", "document"}},
    {"embedded", {"document", "edit", "embedded", "error", "excerpt", "fix", "lint", "text"}},
    {"user_schema", {"document", "error", "text", "user_schema"}},
    {"generate", {"contract", "decisions", "error", "generate", "lint", "text"}},
    {"mutator", {"decisions"}},
    {"rules", {"contract", "rule", "text"}},
    {"report", {"document", "embedded", "generate", "lint", "rule", "text"}},
    {"lint", {"certify", "contract", "error", "fix", "lint", "repair", "rule", "text"}},
};

/// The rooms of the program, the lowest first: each may include those before it, and the library.
const std::vector<std::string> rooms = {
    "command_line",   "encode",   "git",    "input", "config",  "fix",          "suppress",         "report",
    "check",          "filter",   "merge",  "lsp",   "network", "network/http", "network/receiver", "network/sender",
    "network/prober", "commands", "program"};

/// The headers that a file includes by our own names for them.
std::vector<std::string> included(const std::filesystem::path &file) {
  static const std::regex include(R"re(#include "([A-Za-z_0-9/.]+)")re");
  const std::string text = test::read(file);
  std::vector<std::string> headers;
  for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match)
    headers.push_back((*match)[1]);
  return headers;
}

/// The folder below `base` that a header stands in, whatever its path starts from.
std::string folder_of(const std::filesystem::path &base, const std::filesystem::path &file, const std::string &header) {
  for (const std::filesystem::path &from : {file.parent_path(), base})
    if (const auto found = (from / header).lexically_normal(); std::filesystem::exists(found))
      return found.lexically_relative(base).parent_path().generic_string();
  return "";
}

TEST(House, LayersKnowOnlyWhatIsBelowThem) {
  for (const auto &entry : std::filesystem::directory_iterator(root / "lib")) {
    const std::string layer = entry.path().filename().string();
    if (!entry.is_directory() || layer == "include")
      continue;
    ASSERT_TRUE(may_include.contains(layer)) << layer;
    for (const auto &file : sources("lib/" + layer))
      for (const std::string &header : included(file)) {
        const std::string folder = folder_of(root / "lib", file, header);
        const std::string to = header.starts_with("stslint/") ? header.substr(8, header.find('.') - 8)
                                                              : folder.substr(0, folder.find('/'));
        EXPECT_TRUE(to == layer || may_include.at(layer).contains(to)) << file << " includes " << header;
      }
  }
}

TEST(House, RoomsOfTheProgramKnowOnlyThoseBelowThem) {
  const auto height = [](const std::string &room) { return std::ranges::find(rooms, room) - rooms.begin(); };
  std::size_t count = 0;
  for (const auto &file : sources("tools")) {
    const std::string room = file.lexically_relative(root / "tools").parent_path().generic_string();
    if (room.starts_with("packaging"))
      continue;
    ASSERT_NE(height(room), std::ssize(rooms)) << file << ": rooms[] does not have " << room;
    for (const std::string &header : included(file)) {
      if (header.starts_with("stslint/") || header.starts_with("lib/"))
        continue;
      const std::string to = folder_of(root / "tools", file, header);
      EXPECT_TRUE(!to.empty() && height(to) <= height(room)) << file << " includes " << header;
      ++count;
    }
  }
  EXPECT_GT(count, 100u);
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
      if (file.string().starts_with((root / "lib/rules").string()))
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
  for (const std::string folder :
       {"lib/text", "lib/document", "lib/contract", "lib/certify", "lib/generate", "lib/lint", "lib/repair",
        "lib/embedded", "lib/report", "lib/bindings", "tools", "tools/network/prober"}) {
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
    EXPECT_TRUE(where.size() > 2 || folder == "lib/certify") << folder << ": is the expression still right?";
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
      const bool written_by_npm = file.filename() == "package-lock.json";
      if (file.parent_path().parent_path().filename() == "json" || file.filename() == "README.md" || written_by_npm)
        continue;
      const std::string text = test::read(file);
      EXPECT_LE(std::ranges::count(text, '\n'), 400) << file;
    }
}

} // namespace
} // namespace stslint
