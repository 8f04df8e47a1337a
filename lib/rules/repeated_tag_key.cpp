#include "support/faults.hpp"

namespace stslint::repeated_tag_key {
namespace {

constexpr Example examples[] = {
    {"tags", R"(["env:prod", "env:test"])", R"(["env:prod", "team:web"])"},
};

/// The key of a tag, with its colon; empty for a tag without a colon.
std::string_view key_of_tag(std::string_view tag) {
  const std::string_view key = tag.substr(0, tag.find(':') + 1);
  return key.empty() ? std::string_view() : key;
}

constexpr Siblings::Name key = {[](const Value &tag) { return tag; }, key_of_tag};

bool broken(const Place &place) { return !place.siblings->earlier(place.value, place.parent, key).absent(); }

Words words(const Place &place) {
  const std::string tag = place.value.text();
  std::string_view name = key_of_tag(tag);
  name.remove_suffix(1);
  return {"tag " + shown(place.value) + " repeats the key " + in_quotes(name, 40) +
          ", and StackState keeps only one tag per key; use a different key"};
}

Edits fault(const Place &place, Decisions &) {
  const std::string tag = std::string(key_of_tag(place.value.text())) + "another";
  return {{place.value.offset(), 0, '"' + tag + "\", "}};
}

} // namespace

extern constexpr Rule rule = {
    .id = "repeated-tag-key",
    .summary = "two tags of a list have the same key",
    .why = "StackState keeps an event's tags as a map from key to value: if two tags have the same key, one of them is "
           "lost.",
    .severity = Severity::info,
    .on = "tag",
    .mark = may_repeat_start,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::repeated_tag_key
