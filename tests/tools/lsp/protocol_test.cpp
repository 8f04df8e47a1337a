// Runs protocol_test.js with the packages that `tools/dev package` fetches; nothing is fetched here.
#include "support/files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace stslint {
namespace {

TEST(LspProtocol, IsAsTheLibraryOfVsCodeHasIt) {
  const std::filesystem::path packages = test::root / "build/vscode/node_modules";
  if (std::system("command -v node >/dev/null") != 0 ||
      !std::filesystem::exists(packages / "vscode-languageserver-protocol"))
    GTEST_SKIP() << "vscode-languageserver-protocol is missing: tools/dev package";
  const std::string script = (test::root / "tests/tools/lsp/protocol_test.js").string();
  const std::string command = "STSLINT='" STSLINT_PROGRAM_DIR "/stslint' NODE_PATH='" + packages.string() +
                              "' node --test '" + script + "' >&2";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

} // namespace
} // namespace stslint
