// One mistake in very many files. Nothing is timed: what is quadratic does not end within anybody's patience at these
// sizes.
#include "suppress/moved_files.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

constexpr std::size_t many = 50000;
const std::string shared = "0123456789abcdef";

std::string numbered(const char *name, std::size_t number) { return name + std::to_string(number) + ".json"; }

Suppression known_in(const std::string &file, const std::string &fingerprint) {
  return {all_rules().front(), file, "/**", fingerprint, 1};
}

TEST(ManyFiles, EachHasItsOwnEntryOfABaseline) {
  Suppressions baseline;
  for (std::size_t i = 0; i < many; ++i)
    baseline.add(known_in(numbered("file", i), shared));
  const Rule &rule = *all_rules().front();
  const Identity finding = {"/events", "/events", shared};
  for (std::size_t i = many; i-- > 0;) {
    EXPECT_EQ(baseline.take(numbered("file", i), rule, finding), i);
    baseline.linted(numbered("file", i));
  }
  EXPECT_EQ(baseline.take(numbered("file", 0), rule, finding), std::nullopt); // it is used up
  EXPECT_FALSE(baseline.knows("other.json", rule, finding));
  EXPECT_FALSE(baseline.knows(numbered("file", 0), rule, {"/events", "/events", "fedcba9876543210"}));
  for (const Suppressions::Entry &entry : baseline.entries())
    EXPECT_TRUE(entry.used == 1 && baseline.judged(entry));
}

class ManyMovedFiles : public testing::Test {
protected:
  void add(const std::string &file, const std::string &fingerprint) {
    baseline_.suppressions.add(known_in(file, fingerprint));
  }
  static void look_at(MovedFiles &moved, const std::string &file) { moved.look_at(file, std::span(&shared, 1), false); }

  SuppressionFile baseline_ = {.path = "/nowhere/baseline.json"};
  Files files_ = Files::on_disk();
};

TEST_F(ManyMovedFiles, EachHasAnOriginOfItsOwn) {
  for (std::size_t i = 0; i < many; ++i)
    add(numbered("file", i), shared);
  MovedFiles moved(baseline_, files_);
  for (std::size_t i = 0; i <= many; ++i)
    look_at(moved, numbered("moved", i));
  std::set<std::string> origins;
  for (std::size_t i = 0; i < many; ++i)
    origins.insert(moved.name_before(numbered("moved", i)));
  EXPECT_EQ(origins.size(), many);
  EXPECT_FALSE(origins.contains(numbered("moved", 0)));
  EXPECT_EQ(moved.name_before(numbered("moved", many)), numbered("moved", many)); // no origin is left
}

TEST_F(ManyMovedFiles, AreNoPartsOfOneLargeOrigin) {
  add("stream.ndjson", shared);
  for (std::size_t i = 0; i < many; ++i)
    add("stream.ndjson", std::to_string(10 * many + i));
  MovedFiles moved(baseline_, files_);
  for (std::size_t i = 0; i < many; ++i) {
    look_at(moved, numbered("part", i));
    EXPECT_EQ(moved.name_before(numbered("part", i)), numbered("part", i));
  }
  EXPECT_EQ(moved.name_now("stream.ndjson"), "stream.ndjson");
}

} // namespace
} // namespace stslint
