#include "support/faults.hpp"

namespace stslint::padded_tag {
namespace {

constexpr Example examples[] = {
    {"tag", R"("status: changed")", R"("status:changed")"},
};

/// The start of a tag's value, if blanks come before it.
std::size_t value_behind_blanks(std::string_view tag) {
  const std::size_t colon = tag.find(':');
  const std::size_t value = colon == std::string_view::npos ? colon : tag.find_first_not_of(' ', colon + 1);
  return value == std::string_view::npos || value == colon + 1 ? std::string_view::npos : value;
}

bool broken(const Place &place) { return value_behind_blanks(place.value.view()) != std::string_view::npos; }

Words words(const Place &place) {
  std::string bare = place.value.text();
  const std::size_t blank = bare.find(':') + 1;
  bare.erase(blank, bare.find_first_not_of(' ', blank) - blank);
  return {"tag " + shown(place.value) +
              " has a space after its colon, and the space becomes part of the value; write " + in_quotes(bare),
          bare, replaced(place.value, json_string(bare)), false};
}

Edits fault(const Place &place, Decisions &) { return replaced(place.value, R"("status: changed")"); }

} // namespace

extern constexpr Rule rule = {
    .id = "padded-tag",
    .summary = "a tag has a space after its colon",
    .why = "The value of a tag is everything after its colon, including the space: a filter for status:changed does "
           "not find \"status: changed\".",
    .severity = Severity::info,
    .on = "tag",
    .mark = unpaired,
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::padded_tag
