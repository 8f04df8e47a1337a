#include "case_templates.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

namespace stslint {
namespace {

constexpr std::size_t most_of_a_rule = 600;

/// The member of the root that an edit lies in; null if it touches more than that.
const Property *member_of(const Document &document, const Shape &part, const Edits &edits, std::string &text) {
  for (const Member member : document.root().members()) {
    const std::size_t start = member.value.offset(), end = start + member.value.length();
    const auto inside = [&](const Edit &edit) { return edit.offset >= start && edit.offset + edit.length <= end; };
    if (!std::ranges::all_of(edits, inside))
      continue;
    Edits moved = edits;
    for (Edit &edit : moved)
      edit.offset -= start;
    text = edited(member.value.raw(), moved);
    return part.property(member.key.text());
  }
  return nullptr;
}

/// Calls `use(base, place)` for every place of every base.
template <typename Use> void for_each_place(const TemplateSource &source, Use use) {
  for (const std::string &base : source.bases) {
    Document document;
    document.parse(base);
    source.contract.each_place(document, source.part.name, source.settings,
                               [&](const Place &place) { use(document, place); });
  }
}

bool is_key(const Document &document, const Place &place) {
  return !place.value.absent() && document.nodes()[place.value.index()].key;
}

/// A sequence whose times are in seconds, with times as the contract has them.
std::string with_right_times(const TemplateSource &source, std::string_view sequence) {
  Linter linter({.time_format = source.settings.time_format});
  std::string out;
  while (!sequence.empty()) {
    const std::string_view line = sequence.substr(0, sequence.find('\n'));
    Edits edits;
    for (const Finding &finding : linter.lint(line, source.part.name))
      if (finding.rule == find_rule("wrong-time-unit"))
        std::ranges::copy(linter.describe(finding).words.fix, std::back_inserter(edits));
    out += edited(line, edits);
    sequence.remove_prefix(line.size());
    if (!sequence.empty()) {
      out += '\n';
      sequence.remove_prefix(1);
    }
  }
  return out;
}

std::vector<CaseTemplate> sequences(const TemplateSource &source, const Rule &rule) {
  std::vector<CaseTemplate> made;
  for (const Example &example : rule.examples)
    if (example.on == source.part.name)
      made.push_back({rule.id, nullptr, with_right_times(source, example.bad)});
  return made;
}

/// Puts each text, once, where any value may stand.
template <typename Texts> std::vector<CaseTemplate> in_free_places(const TemplateSource &source, const Texts &texts) {
  std::vector<CaseTemplate> made;
  std::size_t next = 0;
  for_each_place(source, [&](const Document &base, const Place &place) {
    const bool free = !place.value.absent() && !is_key(base, place) && place.shape->types == 0xff &&
                      place.shape->properties.empty() &&
                      (place.property == nullptr || place.property->rules.empty() ||
                       place.property->rules == place.shape->unnamed->rules);
    if (!free || made.size() >= 4 * std::size(texts))
      return;
    const auto &[operator_id, text] = texts[next++ % std::size(texts)];
    made.push_back(
        template_of(operator_id, source, base, {{place.value.offset(), place.value.length(), std::string(text)}}));
  });
  return made;
}

/// The word with small letters for capital ones, and the other way round.
std::string with_other_case(std::string_view word) {
  std::string out(word);
  for (char &c : out)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      c ^= 'a' ^ 'A';
  return out;
}

struct Named {
  std::string_view operator_id;
  std::string text;
};

} // namespace

CaseTemplate template_of(std::string_view operator_id, const TemplateSource &source, const Document &base,
                         const Edits &edits) {
  CaseTemplate made{operator_id, nullptr, {}};
  if (source.independent)
    made.member = member_of(base, source.part, edits, made.text);
  if (made.member == nullptr)
    made.text = edited(base.bytes(), edits);
  return made;
}

std::vector<std::string> around_bounds(const Shape &shape) {
  std::vector<std::string> values;
  for (const double bound : {shape.minimum, shape.maximum, shape.exclusive_minimum, shape.exclusive_maximum})
    if (std::isfinite(bound))
      for (const double step : {-1.0, 0.0, 1.0})
        values.push_back(number_text(bound + step));
  if (shape.integer)
    values.insert(values.end(), {"0.5", "1.0"});
  if (shape.min_length > 0)
    for (const std::size_t length : {shape.min_length - 1, shape.min_length, std::size_t{200}, std::size_t{201}})
      values.push_back('"' + std::string(length, 'a') + '"');
  if (shape.max_length != std::numeric_limits<std::size_t>::max())
    for (const std::size_t length : {shape.max_length, shape.max_length + 1})
      values.push_back('"' + std::string(length, 'a') + '"');
  for (const std::string_view value : shape.enumeration) {
    values.push_back(json_string(value));
    values.push_back(json_string(std::string(value) + ' '));
    values.push_back(json_string(with_other_case(value)));
    values.push_back(json_string(value.substr(0, value.size() - 1)));
  }
  for (const std::string_view prefix : shape.reserved_prefixes) {
    values.push_back(json_string(prefix));
    values.push_back(json_string(std::string(prefix) + "x"));
    values.push_back(json_string("x" + std::string(prefix)));
    values.push_back(json_string(prefix.substr(0, prefix.size() - 1)));
  }
  if (shape.min_items > 0)
    values.emplace_back("[]");
  return values;
}

std::vector<CaseTemplate> faults(const TemplateSource &source, const Rule &rule) {
  if (rule.scope == Scope::stream)
    return sequences(source, rule);
  // Each place of the contract is broken with each kind of value that the fault offers, and with several texts; a few
  // tries show which.
  static constexpr std::size_t most_tries = 24, most_texts = 8;
  using ContractPlace = std::pair<const Property *, const Shape *>;
  std::map<ContractPlace, std::size_t> tries;
  std::map<std::pair<ContractPlace, char>, std::size_t> broken;
  std::vector<CaseTemplate> made;
  Linter linter(source.settings, source.contract);
  std::uint64_t places = 0;
  std::vector<Document> documents(rule.fault != nullptr ? source.bases.size() : 0);
  for (std::size_t i = 0; i < documents.size(); ++i)
    documents[i].parse(source.bases[i]);
  std::size_t before = 0;
  for (int round = 0; round < 8 && made.size() < most_of_a_rule && (round == 0 || made.size() > before); ++round) {
    before = made.size();
    for (Document &document : documents)
      source.contract.visit(document, source.part.name, rule, source.settings, [&](const Place &place) {
        const ContractPlace at{place.property, place.shape};
        Decisions decisions(++places);
        if (made.size() >= most_of_a_rule || tries[at] >= most_tries)
          return;
        const Edits edits = rule.fault(place, decisions);
        const char kind = edits.empty() || edits[0].text.empty() ? ' ' : edits[0].text[0];
        std::size_t &alike = broken[{at, kind}];
        if (edits.empty() || alike >= (kind == '"' ? most_texts : 1))
          return;
        ++tries[at];
        const auto found = linter.lint(edited(document.bytes(), edits), source.part.name);
        if (found.size() == 1 && found[0].rule == &rule)
          made.push_back(template_of(rule.id, source, document, edits)), ++alike;
      });
  }
  return made;
}

std::vector<CaseTemplate> boundaries(const TemplateSource &source) {
  std::vector<CaseTemplate> made;
  std::map<const Shape *, std::size_t> done;
  for_each_place(source, [&](const Document &base, const Place &place) {
    if (place.value.absent() || (is_key(base, place) && place.shape->closed()) || ++done[place.shape] > 2)
      return;
    // A schema within another one has no name of its own.
    const std::string_view operator_id = place.shape->name.empty() ? place.member : place.shape->name;
    for (const std::string &value : around_bounds(*place.shape))
      made.push_back(template_of(operator_id, source, base, {{place.value.offset(), place.value.length(), value}}));
  });
  return made;
}

std::vector<CaseTemplate> times(const TemplateSource &source) {
  static constexpr std::pair<std::string_view, std::string_view> values[] = {{"now", "1607432950"},
                                                                             {"zero", "0"},
                                                                             {"negative", "-1607432944"},
                                                                             {"one", "1"},
                                                                             {"before-2000", "946684799"},
                                                                             {"2000", "946684800"},
                                                                             {"a-day-ahead", "1607519350"},
                                                                             {"over-a-day-ahead", "1607519351"},
                                                                             {"an-hour-ago", "1607429350"},
                                                                             {"over-an-hour-ago", "1607429349"},
                                                                             {"before-2038", "2147483647"},
                                                                             {"2038", "2147483648"},
                                                                             {"before-2106", "4294967295"},
                                                                             {"2106", "4294967296"},
                                                                             {"minus-zero", "-0"},
                                                                             {"last-second", "99999999999"},
                                                                             {"milliseconds", "1607432944000"},
                                                                             {"microseconds", "1607432944000000"},
                                                                             {"nanoseconds", "1607432944000000000"},
                                                                             {"fraction", "1607432944.5"},
                                                                             {"float", "1607432944.0"},
                                                                             {"exponent", "1.607432944e9"},
                                                                             {"string", "\"1607432944\""},
                                                                             {"iso-8601", "\"2020-12-08T13:09:04Z\""}};
  static constexpr std::pair<std::string_view, std::string_view> in_milliseconds[] = {
      {"now", "1607432950000"},
      {"zero", "0"},
      {"negative", "-1607432944000"},
      {"one", "1"},
      {"before-2000", "946684799999"},
      {"2000", "946684800000"},
      {"a-day-ahead", "1607519350000"},
      {"over-a-day-ahead", "1607519350001"},
      {"an-hour-ago", "1607429350000"},
      {"over-an-hour-ago", "1607429349999"},
      {"before-2038", "2147483647999"},
      {"2038", "2147483648000"},
      {"before-2106", "4294967295999"},
      {"2106", "4294967296000"},
      {"minus-zero", "-0"},
      {"first-millisecond", "100000000000"},
      {"last-millisecond", "99999999999999"},
      {"seconds", "1607432944"},
      {"microseconds", "1607432944000000"},
      {"nanoseconds", "1607432944000000000"},
      {"fraction", "1607432944000.5"},
      {"float", "1607432944000.0"},
      {"exponent", "1.607432944e12"},
      {"string", "\"1607432944000\""},
      {"iso-8601", "\"2020-12-08T13:09:04Z\""}};
  using Values = std::span<const std::pair<std::string_view, std::string_view>>;
  const bool seconds = source.settings.time_format == TimeFormat::s;
  std::vector<CaseTemplate> made;
  for_each_place(source, [&](const Document &base, const Place &place) {
    // A time is what the schema bounds by the last number that is not a time of a smaller unit.
    if (!place.value.is(Kind::number) || !std::isfinite(place.shape->exclusive_maximum) || made.size() > 400)
      return;
    for (const auto &[operator_id, text] : seconds ? Values(values) : Values(in_milliseconds))
      made.push_back(
          template_of(operator_id, source, base, {{place.value.offset(), place.value.length(), std::string(text)}}));
  });
  return made;
}

std::vector<CaseTemplate> implementation_defined(const TemplateSource &source) {
  static constexpr std::pair<std::string_view, std::string_view> values[] = {
      {"overflow", "1e999"},
      {"underflow", "1e-999"},
      {"minus-zero", "-0"},
      {"beyond-double", "9007199254740993"},
      {"two-to-63", "9223372036854775808"},
      {"two-to-64", "18446744073709551616"},
      {"long-fraction", "0.1000000000000000055511151231257827021181583404541015625"},
      {"float-integer", "1.0"},
      {"lone-high-surrogate", R"("\ud83d")"},
      {"lone-low-surrogate", R"("\ude00")"},
      {"swapped-surrogates", R"("\ude00\ud83d")"},
      {"escaped-nul", R"("a\u0000b")"},
      {"noncharacter", R"("\uffff")"},
      {"duplicate-key-same", R"({"a": 1, "a": 1})"},
      {"duplicate-key", R"({"a": 1, "a": 2})"},
      {"duplicate-key-escaped", R"({"a": 1, "\u0061": 2})"},
      {"empty-key", R"({"": 1})"}};
  return in_free_places(source, values);
}

std::vector<CaseTemplate> sizes(const TemplateSource &source) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  const auto keys = [](std::size_t count, bool equal) {
    std::string text = "{";
    for (std::size_t i = 0; i < count; ++i)
      text += (i > 0 ? ", " : "") + ("\"k" + (equal ? "" : std::to_string(i))) + "\": 1";
    return text + '}';
  };
  const auto quoted = [](std::size_t length) { return '"' + std::string(length, 'a') + '"'; };
  const std::vector<Named> texts = {{"text-1k", quoted(1000)},
                                    {"text-64k", quoted(65536)},
                                    {"key-64k", "{" + quoted(65536) + ": 1}"},
                                    {"depth-64", nested(64)},
                                    {"depth-500", nested(500)},
                                    {"depth-600", nested(600)},
                                    {"depth-10000", nested(10000)},
                                    {"members-1000", keys(1000, false)},
                                    {"equal-keys-1000", keys(1000, true)},
                                    {"digits-1000", std::string(1000, '7')}};
  return in_free_places(source, texts);
}

} // namespace stslint
