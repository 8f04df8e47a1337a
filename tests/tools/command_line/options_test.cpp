// How arguments fill what a command's table of options names.
#include "command_line/parse_arguments.hpp"

#include "stslint/error.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

struct Filled {
  bool quiet = false;
  std::string name = "nobody";
  std::vector<std::string> paths, several, each, commas;
  std::uint64_t count = 3;
  double rate = 0;
  std::optional<std::size_t> most;
};

class Arguments : public testing::Test {
protected:
  Arguments() {
    Command make{"make", "make something"};
    make.add({
        {"path", "PATH", &filled.paths, "what of"},
        {"-q,--quiet", "", &filled.quiet, "say nothing"},
        {"-n,--name", "NAME", &filled.name, "what to call it"},
        {"--several", "WORD", &filled.several, "words"},
        {"--each", "WORD", &filled.each, "words", common_group, Option::one_each},
        {"--commas", "WORD", &filled.commas, "words", common_group, Option::commas},
        {"--count", "N", &filled.count, "how many"},
        {"--rate", "N", &filled.rate, "how fast"},
        {"--most", "N", &filled.most, "no more"},
    });
    Command take{"take", "take something"};
    take.add({{"path", "PATH", &filled.paths, "what", "", Option::required}});
    program.commands = {make, take};
  }

  /// What is wrong with them; "" if nothing is.
  std::string parse(const std::vector<std::string> &arguments) {
    filled = {};
    try {
      parsed = parse_arguments(program, arguments);
      return "";
    } catch (const Error &error) {
      return error.what();
    }
  }

  using Words = std::vector<std::string>;
  Filled filled;
  Command program{"stslint", "a program"};
  Parsed parsed;
};

TEST_F(Arguments, FillFlagsAndValues) {
  EXPECT_EQ(parse({"make", "-q", "--name", "x", "--count", "7", "--rate=2.5", "--most", "0", "a", "b"}), "");
  EXPECT_EQ(called(parsed.path), "stslint make");
  EXPECT_FALSE(parsed.instead);
  EXPECT_TRUE(filled.quiet);
  EXPECT_EQ(filled.name, "x");
  EXPECT_EQ(filled.count, 7u);
  EXPECT_EQ(filled.rate, 2.5);
  EXPECT_EQ(filled.most, 0u);
  EXPECT_EQ(filled.paths, (Words{"a", "b"}));
}

TEST_F(Arguments, LeaveTheRestAsItWas) {
  EXPECT_EQ(parse({"make"}), "");
  EXPECT_EQ(filled.name, "nobody");
  EXPECT_EQ(filled.count, 3u);
  EXPECT_FALSE(filled.quiet || filled.most);
}

TEST_F(Arguments, MayBeGivenTwiceWhereThatMeansSomething) {
  EXPECT_EQ(parse({"make", "-q", "--quiet", "--each", "a", "--each", "b"}), "");
  EXPECT_TRUE(filled.quiet);
  EXPECT_EQ(filled.each, (Words{"a", "b"}));
  EXPECT_TRUE(parse({"make", "--name", "a", "-n", "b"}).starts_with("--name"));
}

TEST_F(Arguments, OfAList) {
  EXPECT_EQ(parse({"make", "--several", "a", "b,c", "-q"}), "");
  EXPECT_EQ(filled.several, (Words{"a", "b,c"}));
  EXPECT_EQ(parse({"make", "--each", "a", "b,c"}), "");
  EXPECT_EQ(filled.each, Words{"a"});
  EXPECT_EQ(filled.paths, Words{"b,c"});
  EXPECT_EQ(parse({"make", "--commas", "a,b", "c"}), "");
  EXPECT_EQ(filled.commas, (Words{"a", "b"}));
  EXPECT_EQ(filled.paths, Words{"c"});
}

TEST_F(Arguments, WithDashes) {
  EXPECT_EQ(parse({"make", "--name=-x", "--", "-q", "--name"}), "");
  EXPECT_EQ(filled.name, "-x");
  EXPECT_EQ(filled.paths, (Words{"-q", "--name"}));
  EXPECT_FALSE(filled.quiet);
  EXPECT_EQ(parse({"make", "--name", "-q"}), "");
  EXPECT_EQ(filled.name, "-q");
  EXPECT_EQ(parse({"make", "-nx", "-q"}), "");
  EXPECT_EQ(filled.name, "x");
}

TEST_F(Arguments, WithoutTheirValue) {
  EXPECT_EQ(parse({"make", "--name"}), "--name needs a value: NAME (see stslint make --help)");
  EXPECT_EQ(parse({"take"}), "path is required (see stslint take --help)");
  EXPECT_EQ(parse({"take", "a"}), "");
}

TEST_F(Arguments, WithValuesThatAreNone) {
  EXPECT_EQ(parse({"make", "--count", "many"}), R"(--count: "many" is not a whole number (see stslint make --help))");
  EXPECT_EQ(parse({"make", "--rate", "fast"}), R"(--rate: "fast" is not a number (see stslint make --help))");
  EXPECT_EQ(parse({"make", "--most", "all"}), R"(--most: "all" is not a whole number (see stslint make --help))");
  EXPECT_EQ(parse({"make", "--count", "-1"}), R"(--count: "-1" is not a whole number (see stslint make --help))");
  EXPECT_EQ(parse({"make", "--quiet=false"}), "");
  EXPECT_FALSE(filled.quiet);
  EXPECT_NE(parse({"make", "--quiet=rather"}), "");
}

TEST_F(Arguments, NobodyKnows) {
  EXPECT_EQ(parse({"make", "--nmae=x"}),
            "unknown argument \"--nmae=x\"; did you mean --name? (see stslint make --help)");
  EXPECT_EQ(parse({"make", "-z"}), "unknown argument \"-z\" (see stslint make --help)");
  EXPECT_EQ(parse({"mkae"}), "unknown command \"mkae\"; did you mean make? (see stslint --help)");
  EXPECT_EQ(parse({"--hlep"}), "unknown argument \"--hlep\"; did you mean --help? (see stslint --help)");
}

TEST_F(Arguments, AskForHelp) {
  EXPECT_EQ(parse({"make", "--bogus", "-h"}), "");
  EXPECT_EQ(parsed.instead, Instead::help);
  EXPECT_EQ(called(parsed.path), "stslint make");
  EXPECT_EQ(parse({}), "");
  EXPECT_FALSE(parsed.instead);
  EXPECT_EQ(called(parsed.path), "stslint");
}

TEST_F(Arguments, OptionsKnowWhatTheyAre) {
  const OptionTable &options = program.commands[0].options;
  EXPECT_EQ(options[1].flags(), Words{});
  EXPECT_EQ(options[2].flags(), (Words{"--quiet", "-q"}));
  EXPECT_EQ(options[2].initial, "");
  EXPECT_EQ(options[3].initial, "nobody");
  EXPECT_EQ(options[7].initial, "3");
  EXPECT_EQ(without(options, {"-q,--quiet", "path"}).size(), options.size() - 2);
  EXPECT_EQ(split("a||b", '|'), (Words{"a", "", "b"}));
  EXPECT_EQ(split("a", '|'), Words{"a"});
  EXPECT_EQ(split("", '|'), Words{});
}

} // namespace
} // namespace stslint
