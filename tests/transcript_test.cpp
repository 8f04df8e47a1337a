// Runs the sessions in tests/transcripts/*.md and the README: a block ```json NAME``` is a file, a block ```console```
// what a user types and sees; `> ` continues a command. `[exit N]` ends the output of a command that does not end with
// 0. tools/dev update rewrites them. git knows an author, and nothing of the settings of whoever runs this; $BUILD is
// the build at hand, CC, CXX and CXXFLAGS are what it was built with.
#include "support/recorded.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <regex>

namespace {

namespace fs = std::filesystem;
using namespace stslint::test;

/// What a shell in `folder` prints for `command`, both streams, and how it ended.
std::string session(const fs::path &folder, const std::string &command) {
  const std::string script = folder.string() + ".sh"; // beside it: folders are linted, and added to git
  std::ofstream(script)
      << "exec 2>&1\ncd '" << folder.string()
      << "' || exit 99\nexport PATH='" STSLINT_PROGRAM_DIR
         "':\"$PATH\" LC_ALL=C.UTF-8 STSLINT_SOURCE='" STSLINT_SOURCE_DIR "'\n"
      << "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=me GIT_AUTHOR_EMAIL=me@example.com"
      << " GIT_COMMITTER_NAME=me GIT_COMMITTER_EMAIL=me@example.com\n"
      << "unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE GIT_PREFIX\n"
      << "unset GITHUB_ACTIONS NO_COLOR CLICOLOR_FORCE\n"
      << "export BUILD='" STSLINT_PROGRAM_DIR "' CC='" STSLINT_CC "' CXX='" STSLINT_CXX "' CXXFLAGS='" STSLINT_CXXFLAGS
         "'\n"
      << command << '\n';
  std::FILE *pipe = popen(("/bin/sh '" + script + "'").c_str(), "r");
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.append(buffer.data(), got);
  const int status = pclose(pipe);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (!output.empty() && output.back() != '\n')
    output += "\n";
  return output + (code == 0 ? "" : "[exit " + std::to_string(code) + "]\n");
}

/// The text of a transcript with what its commands really print.
std::string replayed(const std::string &text, const fs::path &folder) {
  std::string out, file, pending;
  enum { prose, in_file, in_console } where = prose;
  std::size_t commands = 0, open = 0; // how many marks the fence of the block has
  bool typing = false;
  const auto run = [&] {
    if (!pending.empty()) {
      out += session(folder, pending);
      ++commands;
    }
    pending.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    at = end;
    const std::size_t marks = std::min(line.find_first_not_of('`'), line.size());
    const bool fence = marks >= std::max<std::size_t>(3, where == prose ? 0 : open);
    if (where == in_console && !fence) {
      const bool command = line.starts_with("$ ");
      typing = command || (typing && line.starts_with("> "));
      if (command)
        run();
      if (typing) {
        pending += line.substr(2);
        out += line;
      }
      continue;
    }
    if (fence) {
      run();
      open = marks;
      const std::size_t space = line.find(' ');
      if (where == in_file) {
        const std::string name = file.substr(0, file.find('\n'));
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << file.substr(name.size() + 1);
      }
      where = where != prose                              ? prose
              : line.substr(marks).starts_with("console") ? in_console
              : space != std::string::npos                ? in_file
                                                          : prose;
      file = where == in_file ? line.substr(space + 1) : "";
    } else if (where == in_file)
      file += line;
    out += line;
  }
  EXPECT_GT(commands, 0u) << "a transcript without a command tests nothing";
  return out;
}

/// Programs that not every machine has, and the Debian package of each.
constexpr std::pair<const char *, const char *> optional_programs[] = {
    {"curl", "curl"},
    {"emacs", "elpa-eglot"},
    {"fish", "fish"},
    {"git", "git"},
    {"go", "golang-go"},
    {"npm", "npm"},
    {"nvim", "neovim"},
    {"parallel", "parallel"},
    {"pkg-config", "pkg-config"},
    {"pre-commit", "pre-commit"},
    {"pytest-3", "python3-pytest"},
    {"python3", "python3-venv"},
    {"zsh", "zsh"},
};

/// What a transcript's commands need and this machine or this build lacks; "" if nothing.
std::string missing_program(const std::string &text) {
  const auto runs = [&](const std::string &word) {
    return std::regex_search(text, std::regex("(^|\n)[$>] ([^\n]*[ ;&|(])?" + word + " "));
  };
  for (const auto &[program, package] : optional_programs)
    if (runs(program) && std::system((std::string("command -v ") + program + " >/dev/null").c_str()) != 0)
      return std::string(program) + " is missing: apt-get install " + package;
  const bool network = runs("stslint (serve|send|event|fuzz)") || text.find("stslint-http") != std::string::npos;
  if (network && !fs::exists(STSLINT_PROGRAM_DIR "/stslint-http"))
    return "stslint-http is not built: -DSTSLINT_HTTP=ON";
  const bool from_outside = runs("pytest-3") || runs("python3") || runs("\\$CC");
  if (from_outside && std::string_view(STSLINT_CXXFLAGS).find("-fsanitize") != std::string_view::npos)
    return "neither Python nor a C compiler has what a sanitizer for C++ needs";
  return "";
}

class Transcript : public testing::TestWithParam<fs::path> {};

TEST_P(Transcript, IsWhatTheProgramSays) {
  const fs::path folder =
      fs::temp_directory_path() / ("stslint-transcript-" + std::to_string(getpid()) + test_name(GetParam()));
  const std::string expected = read(GetParam());
  if (const std::string missing = missing_program(expected); !missing.empty())
    GTEST_SKIP() << missing;
  fs::create_directories(folder);
  const std::string actual = replayed(expected, folder);
  fs::remove_all(folder);
  fs::remove(folder.string() + ".sh");
  expect_recorded(GetParam(), actual);
}

std::vector<fs::path> transcripts() {
  std::vector<fs::path> all = files(root / "tests" / "transcripts", ".md");
  if (fs::exists(root / "README.md"))
    all.push_back(root / "README.md");
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, Transcript, testing::ValuesIn(transcripts()), [](const auto &tested) {
  return test_name(tested.param.parent_path().filename()) + '_' + test_name(tested.param);
});

} // namespace
