// A file is replaced only if it is as it was read, and a run that was killed leaves nothing for good.
#include "fix/replace_file.hpp"

#include "support/files.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace stslint {
namespace {

namespace fs = std::filesystem;
using test::read;

class ReplaceFile : public testing::Test {
protected:
  ReplaceFile() {
    fs::create_directories(folder_);
    write(file_, "before");
  }
  ~ReplaceFile() override { fs::remove_all(folder_); }

  static void write(const fs::path &path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

  const fs::path folder_ = fs::temp_directory_path() / ("stslint-replace-" + std::to_string(::getpid()));
  const fs::path file_ = folder_ / "a.json", unfinished_ = folder_ / ".stslint-unfinished-a.json";
};

TEST_F(ReplaceFile, OnlyWhatWasRead) {
  EXPECT_EQ(replace_file(file_, "after", "before"), "");
  EXPECT_EQ(read(file_), "after");
  for (const char *const other : {"aftex", "afte", "after ", ""}) {
    write(file_, other);
    EXPECT_EQ(replace_file(file_, "fixed", "after"), "the file changed meanwhile; run stslint again") << other;
    EXPECT_EQ(read(file_), other);
  }
  fs::remove(file_);
  EXPECT_EQ(replace_file(file_, "fixed", "after"), "the file changed meanwhile; run stslint again");
  EXPECT_FALSE(fs::exists(file_));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 0);
}

/// An editor that keeps the size and the time.
TEST_F(ReplaceFile, ComparesTheContentItself) {
  const fs::file_time_type time = fs::last_write_time(file_);
  write(file_, "befire");
  fs::last_write_time(file_, time);
  EXPECT_NE(replace_file(file_, "fixed", "before"), "");
  EXPECT_EQ(read(file_), "befire");
}

TEST_F(ReplaceFile, WhateverItIsWithoutExpectation) {
  EXPECT_EQ(replace_file(file_, "after"), "");
  EXPECT_EQ(read(file_), "after");
  EXPECT_EQ(replace_file(folder_ / "new.json", "new"), "");
  EXPECT_EQ(read(folder_ / "new.json"), "new");
}

TEST_F(ReplaceFile, KeepsModeAndAttributes) {
  fs::permissions(file_, fs::perms(0604));
  const bool attributes = ::setxattr(file_.c_str(), "user.note", "kept", 4, 0) == 0;
  EXPECT_EQ(replace_file(file_, "after", "before"), "");
  EXPECT_EQ(fs::status(file_).permissions(), fs::perms(0604));
  std::string value(8, '\0');
  value.resize(static_cast<std::size_t>(std::max<ssize_t>(::getxattr(file_.c_str(), "user.note", value.data(), 8), 0)));
  EXPECT_EQ(value, attributes ? "kept" : "");
}

/// An access list with the mask rw-: the group itself may only read, which its bits in the mode do not say.
TEST_F(ReplaceFile, KeepsTheAccessList) {
  constexpr char list[] = "\2\0\0\0"
                          "\1\0\6\0\xff\xff\xff\xff"
                          "\2\0\6\0\1\0\0\0"
                          "\4\0\4\0\xff\xff\xff\xff"
                          "\x10\0\6\0\xff\xff\xff\xff"
                          "\x20\0\0\0\xff\xff\xff\xff";
  if (::setxattr(file_.c_str(), "system.posix_acl_access", list, sizeof list - 1, 0) != 0)
    GTEST_SKIP() << "this file system has no access lists";
  EXPECT_EQ(replace_file(file_, "after", "before"), "");
  char kept[sizeof list] = {};
  ASSERT_EQ(::getxattr(file_.c_str(), "system.posix_acl_access", kept, sizeof kept), std::ssize(list) - 1);
  EXPECT_EQ(std::string_view(kept, sizeof list - 1), std::string_view(list, sizeof list - 1));
}

TEST_F(ReplaceFile, RemovesWhatAKilledRunLeft) {
  write(unfinished_, "half of i");
  EXPECT_EQ(replace_file(file_, "after", "before"), "");
  EXPECT_EQ(read(file_), "after");
  EXPECT_FALSE(fs::exists(unfinished_));
  write(unfinished_, "half of i");
  remove_unfinished(file_);
  EXPECT_FALSE(fs::exists(unfinished_));
}

TEST_F(ReplaceFile, LeavesWhatARunningOneWrites) {
  write(unfinished_, "half of i");
  const int running = ::open(unfinished_.c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(running, LOCK_EX), 0);
  remove_unfinished(file_);
  EXPECT_EQ(replace_file(file_, "after", "before"), "another process is writing it, to .stslint-unfinished-a.json");
  EXPECT_EQ(read(unfinished_), "half of i");
  EXPECT_EQ(read(file_), "before");
  ::close(running);
  EXPECT_EQ(replace_file(file_, "after", "before"), "");
}

/// A link in the place of the new file leads nowhere.
TEST_F(ReplaceFile, WritesThroughNoLink) {
  write(folder_ / "other", "kept");
  fs::create_symlink("other", unfinished_);
  EXPECT_NE(replace_file(file_, "after", "before"), "");
  EXPECT_EQ(read(folder_ / "other"), "kept");
}

TEST_F(ReplaceFile, OfAnyName) {
  const fs::path longest = folder_ / std::string(255, 'n');
  write(longest, "before");
  EXPECT_EQ(replace_file(longest, "after", "before"), "");
  EXPECT_EQ(read(longest), "after");
}

} // namespace
} // namespace stslint
