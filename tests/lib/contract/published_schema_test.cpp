// The schema that `stslint schema` prints, as valijson reads it, says all that JSON Schema can say.
#include "peers/peers.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace stslint {
namespace {

/// Rules that draft-07 cannot express: they need the bytes, the depth, the clock, or other values.
constexpr std::string_view beyond_schemas[] = {"invalid-json",
                                               "invalid-encoding",
                                               "duplicate-key",
                                               "too-deep",
                                               "stale-event",
                                               "stream-consistency-model-mismatch",
                                               "stream-missing-sub-stream",
                                               "sub-stream-check-state-outside-snapshot",
                                               "sub-stream-invalid-checkpoint",
                                               "sub-stream-missing-checkpoint",
                                               "sub-stream-outdated-checkpoint",
                                               "sub-stream-start-without-stop",
                                               "sub-stream-stop-without-start",
                                               "topology-start-without-stop",
                                               "topology-stop-without-start"};

bool is_for_schemas(std::string_view id) {
  return find_rule(id)->severity == Severity::error &&
         std::ranges::find(beyond_schemas, id) == std::end(beyond_schemas);
}

/// To draft-07 1.0 is an integer, to valijson it is not.
bool is_whole(const std::string &payload, const std::string &place) {
  const nlohmann::json value = nlohmann::json::parse(payload).at(nlohmann::json::json_pointer(place));
  return value.is_number_float() && value == std::floor(value.get<double>());
}

class PublishedSchema : public testing::TestWithParam<std::string_view> {};

TEST_P(PublishedSchema, RejectsWhatTheLinterRejects) {
  const UserSchema schema(standard_contract().schema("payload", rules_of(Version::v5_1)));
  Generator generator(11, {.kind = GetParam()});
  std::set<std::string_view> rejected;
  for (std::uint64_t i = 0; i < 600; ++i) {
    const Case &made = generator.make(i);
    const Label label = generator.label(made);
    Document document;
    if (document.parse(made.payload), !document.flaws().empty() || label.expected == Expected::implementation)
      continue;
    const bool wrong = std::ranges::any_of(label.rules, is_for_schemas);
    const std::set<std::string> places = *peers::places(schema, made.payload);
    if (wrong) {
      EXPECT_FALSE(places.empty()) << label.why << '\n' << made.payload;
      rejected.insert(label.rules.begin(), label.rules.end());
    } else {
      for (const std::string &place : places)
        EXPECT_TRUE(is_whole(made.payload, place)) << place << '\n' << made.payload;
    }
  }
  if (GetParam() != "fault")
    return;
  for (const Rule *rule : all_rules())
    EXPECT_TRUE(rule->schema.keywords.empty() || rejected.contains(rule->id)) << rule->id << " was not met";
}

INSTANTIATE_TEST_SUITE_P(All, PublishedSchema,
                         testing::Values("valid-minimal", "valid-maximal", "valid-variant", "fault", "multi-fault",
                                         "boundary", "time"),
                         [](const auto &each) {
                           std::string name(each.param);
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

} // namespace
} // namespace stslint
