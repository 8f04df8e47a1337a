// Runs the sessions in tests/tools/lsp/sessions: what an editor sends to `stslint lsp`, and what it gets. `$ ` begins
// the server; `-> ` is a message to it, `<- ` one from it, `= FILE TEXT` a file that changes on disk. Messages of one
// group, between blank lines, are sent together; then the editor waits until the server waits. FOLDER is the
// workspace. tools/dev update rewrites them.
#include "session.hpp"
#include "support/recorded.hpp"

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using namespace stslint::test;

class LspTranscript : public testing::TestWithParam<fs::path> {};

TEST_P(LspTranscript, IsWhatTheServerSays) {
  const WorkingFolder folder(test_name(GetParam()));
  expect_recorded(GetParam(), replayed_session(read(GetParam()), folder.path()));
}

INSTANTIATE_TEST_SUITE_P(All, LspTranscript, testing::ValuesIn(files(root / "tests/tools/lsp/sessions", ".session")),
                         [](const auto &tested) { return test_name(tested.param); });

} // namespace
