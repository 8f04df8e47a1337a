#include "cursor.hpp"

#include "stslint/text.hpp"

#include <cmath>
#include <utility>

namespace stslint {
namespace {

/// `6 years ago`, `in 3 hours`, `now`.
std::string age_in_words(double seconds) {
  static constexpr std::pair<double, std::string_view> units[] = {
      {31536000, "year"}, {86400, "day"}, {3600, "hour"}, {60, "minute"}, {1, "second"}};
  for (const auto &[length, noun] : units)
    if (std::abs(seconds) >= length) {
      const std::string words = counted(static_cast<std::size_t>(std::abs(seconds) / length), noun);
      return seconds > 0 ? words + " ago" : "in " + words;
    }
  return "now";
}

/// The time that a value of one of the contract's definitions of times means; "" for other values.
std::string time_in_words(const PlaceInPayload &place, double now) {
  const Shape *shape = place.expected.shape;
  if (place.cursor.key || shape == nullptr || !shape->name.starts_with("epoch-"))
    return "";
  Document number;
  number.parse(place.text.substr(place.cursor.offset, place.cursor.length));
  const double seconds = number.root().number() / (shape->name.ends_with("-milliseconds") ? 1000 : 1);
  std::string time = utc_time(seconds);
  if (time.empty())
    return "";
  time.replace(time.find('T'), 1, " ");
  time.replace(time.find('Z'), 1, " UTC");
  return time + ", " + age_in_words(now - seconds);
}

/// The schema's words about a member or a value.
std::string expected_in_words(const Expectation &expected) {
  const auto [shape, property, container] = expected;
  if (shape == nullptr)
    return "";
  const std::string_view title = property != nullptr ? property->title : shape->title;
  const std::string_view description = property != nullptr ? property->description : shape->description;
  std::string words = property != nullptr ? std::string(property->name) + ": " : "";
  words += title;
  if (property != nullptr && property->required)
    words += " (required)";
  return words + (description.empty() ? "" : "\n" + std::string(description));
}

/// The pages of the rules that a token breaks.
std::string rules_in_words(const PlaceInPayload &place) {
  std::string words;
  const std::size_t start = place.in_file(place.cursor.offset),
                    end = place.in_file(place.cursor.offset + place.cursor.length);
  for (const Reported &reported : place.report.findings) {
    const Finding &finding = *reported.finding;
    const std::size_t from = start_of(place.report, finding);
    if (from > start || from + finding.length < end || from + finding.length <= start)
      continue;
    words += (words.empty() ? "" : "\n\n") + std::string(finding.rule->id) + " (" +
             std::string(name(reported.severity)) + "): " + std::string(finding.rule->summary) + ".\n" +
             std::string(finding.rule->why);
  }
  return words;
}

} // namespace

Json hover(Features &features, const WorkspaceFile &file, const nlohmann::json &params) {
  Json answer;
  at_position(features, file, params, [&](const PlaceInPayload &place) {
    if (place.cursor.length == 0)
      return;
    std::string words;
    for (const std::string &part : {expected_in_words(place.expected),
                                    time_in_words(place, features.workspace.options().time()), rules_in_words(place)})
      words += (words.empty() || part.empty() ? "" : "\n\n") + part;
    if (!words.empty())
      answer = {{"contents", {{"kind", "plaintext"}, {"value", words}}}, {"range", place.range(file)}};
  });
  return answer;
}

} // namespace stslint
