// Configuration and baselines are files like any other: whatever is in them, they are used or refused in one line.
#include "support/files.hpp"

#include "command_line/console.hpp"
#include "program/cli.hpp"
#include "support/mutated.hpp"

#include "stslint/decisions.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace stslint {
namespace {

namespace fs = std::filesystem;

constexpr const char *config = R"({
  "extends": [], "select": [], "ignore": ["relative-url"], "severity": {"unknown-category": "warning"}, "max-age": "24h", "time-format": "ms", "stackstate": "5.2",
  "options": {"forbidden-event-name": {"prefix-match": "segment"}, "oversized-payload": {"bytes": 100}},
  "overrides": [{"files": ["**/a*.json", "?"], "ignore": ["empty-text"], "severity": {"empty-text": "info"}}],
  "suppress": [{"rule": "wrong-type", "files": "*", "pointer": "/**/tags", "reason": "a"}]
})";
constexpr const char *baseline = R"({"suppress": [
  {"files": "a.json", "pointer": "/internalHostname", "rule": "wrong-type", "fingerprint": "fa05bba85f45b553", "count": 1, "reason": "baseline"},
  {"files": "b.json", "pointer": "/events/*/tags", "rule": "unknown-field", "fingerprint": "0123456789abcdef", "count": 3, "reason": "baseline"}]})";

class Config : public testing::Test {
protected:
  Config() { fs::create_directories(folder_); }
  ~Config() override { fs::remove_all(folder_); }

  std::string write(const std::string &name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }

  /// Every mutation of `text`, as the file that `flag` names.
  void try_all(const std::string &flag, std::string_view text) const {
    const std::string payload = write("a.json", R"({"collection_timestamp": 1, "internalHostname": 7, "events": {}})");
    std::size_t used = 0, refused = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      Decisions decisions(seed);
      std::string now(text);
      for (std::uint32_t times = 1 + decisions.draw(3); times > 0; --times)
        now = test::mutated(now, decisions.draw(UINT32_MAX));
      std::istringstream in;
      std::ostringstream out, err;
      Console console{in, out, err};
      const std::vector<std::string> arguments = {"check", flag, write("file.json", now), payload};
      const int code = run(arguments, console);
      EXPECT_LE(code, usage) << err.str() << now;
      const std::string said = err.str();
      EXPECT_EQ(std::ranges::count(said, '\n'), code == usage ? 1 : 0) << said << now;
      ++(code == usage ? refused : used);
    }
    EXPECT_GT(used, 50u);
    EXPECT_GT(refused, 50u);
  }

private:
  fs::path folder_ = fs::temp_directory_path() / ("stslint-config-" + std::to_string(getpid()));
};

TEST_F(Config, IsUsedOrRefused) { try_all("--config", config); }

TEST_F(Config, BaselinesAreToo) { try_all("--baseline", baseline); }

} // namespace
} // namespace stslint
