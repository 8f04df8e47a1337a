#include "check/progress_line.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace stslint {
namespace {

using namespace std::chrono_literals;

std::chrono::steady_clock::time_point now;
std::chrono::steady_clock::time_point fake_clock() { return now; }

std::string shown(bool terminal, std::chrono::milliseconds step) {
  std::ostringstream err;
  {
    ProgressLine progress(err, terminal, 8, "payloads", fake_clock);
    for (std::uint64_t done = 1; done <= 8; ++done) {
      now += step;
      progress.reached(done);
    }
  }
  return err.str();
}

TEST(ProgressLine, IsShownAfterTwoSecondsAndWiped) {
  EXPECT_EQ(shown(true, 500ms), "\r\x1b[K4 of 8 payloads (50 %), 2 s left\r\x1b[K5 of 8 payloads (62 %), 2 s left"
                                "\r\x1b[K6 of 8 payloads (75 %), 1 s left\r\x1b[K7 of 8 payloads (87 %), 1 s left"
                                "\r\x1b[K8 of 8 payloads (100 %)\r\x1b[K");
}

TEST(ProgressLine, IsShownFourTimesASecondAtMost) {
  EXPECT_EQ(shown(true, 249ms), "");
  EXPECT_EQ(shown(true, 250ms), "\r\x1b[K8 of 8 payloads (100 %)\r\x1b[K");
}

TEST(ProgressLine, IsSilentWithoutATerminal) { EXPECT_EQ(shown(false, 10s), ""); }

TEST(ProgressLine, MakesRoom) {
  std::ostringstream err;
  ProgressLine progress(err, true, 8, "MB", fake_clock);
  progress.wipe();
  EXPECT_EQ(err.str(), "");
  now += 2s;
  progress.reached(1);
  progress.wipe();
  progress.wipe();
  EXPECT_EQ(err.str(), "\r\x1b[K1 of 8 MB (12 %), 14 s left\r\x1b[K");
}

TEST(ProgressLine, SaysWhatIsLeft) {
  const auto shown_after = [](std::chrono::seconds time) {
    std::ostringstream err;
    ProgressLine progress(err, true, 100, "MB", fake_clock);
    now += time;
    progress.reached(10);
    return err.str();
  };
  EXPECT_EQ(shown_after(10s), "\r\x1b[K10 of 100 MB (10 %), 2 min left");
  EXPECT_EQ(shown_after(2000s), "\r\x1b[K10 of 100 MB (10 %), 5 h left");
}

TEST(ProgressLine, DoesNotKnowEveryTotal) {
  std::ostringstream err;
  ProgressLine progress(err, true, 0, "MB", fake_clock);
  now += 2s;
  progress.reached(3);
  EXPECT_EQ(err.str(), "\r\x1b[K3 MB");
}

} // namespace
} // namespace stslint
