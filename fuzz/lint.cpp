// Any bytes in any form: linting ends; every place lies within the text; no node has two findings; every finding has
// words on one printable line, and a fix within the text; what is called a duplicate stands in the text before; linting
// twice gives the same; where nothing was found, no rule speaks that was not asked.
#include "target.hpp"

#include "lib/contract/contract.hpp"
#include "lib/lint/places.hpp"
#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <set>

using namespace stslint;

namespace {

using Key = std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string>;

std::vector<Key> checked(Linter &linter, std::string_view text, std::string_view form) {
  std::vector<Key> keys;
  std::set<std::pair<std::uint32_t, std::string_view>> places;
  for (const Finding &finding : linter.lint(text, form)) {
    require(std::size_t{finding.offset} + finding.length <= text.size(), "a finding leaves the text");
    const Place &place = place_of(linter, finding);
    if (place.flaw == nullptr) {
      const bool absent = place.value.absent();
      require(places.emplace(finding.node, absent ? place.member : "").second, "two findings at one place");
      if (finding.rule->id.starts_with("duplicate-") && !absent && text.find('\\') == std::string_view::npos)
        require(text.substr(0, finding.offset).find(place.value.raw()) != std::string_view::npos,
                "a duplicate of nothing");
    }
    const Description d = linter.describe(finding);
    require(!d.words.message.empty(), "a finding without words");
    require(printable(d.words.message) == d.words.message, "a message that is not printable: " + d.words.message);
    require(d.start.line < d.end.line || (d.start.line == d.end.line && d.start.column <= d.end.column),
            "an end before its start");
    for (const Edit &edit : d.words.fix)
      require(edit.offset + edit.length <= text.size(), "a fix leaves the text");
    keys.emplace_back(finding.rule->id, finding.offset, finding.length, d.words.message);
  }
  return keys;
}

/// The walk asks few rules, those that the marks of a value do not rule out.
void ask_all(const Linter &linter) {
  static const Settings settings{example_now, example_max_age};
  Siblings siblings;
  const Document &document = linter.document();
  standard_contract().each_place(document, linter.form(), settings, [&](const Place &place) {
    const bool absent = place.value.absent(), key = !absent && document.nodes()[place.value.index()].key;
    if (key && place.shape->closed()) // visited once more, as one of the keys of its object
      return;
    Place asked = place;
    asked.siblings = &siblings;
    const auto &rules = absent                      ? place.property->absent_rules
                        : place.property != nullptr ? place.property->rules.all
                                                    : place.shape->unnamed->rules.all;
    for (const Rule *rule : rules)
      if (rule->keywords == Keyword::none && (rule->types & bit(place.value.kind())) != 0)
        require(!rule->broken(asked), "nobody asked " + std::string(rule->id));
  });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  // A first byte that no text starts with chooses the form, so that fragments are met as often as payloads.
  const bool chosen = size > 0 && data[0] < forms().size();
  const std::string_view form = chosen ? forms()[data[0]] : "auto", text = text_of(data, size).substr(chosen ? 1 : 0);
  static Linter reused({example_now, example_max_age});
  Linter fresh({example_now, example_max_age});
  const auto first = checked(reused, text, form), second = checked(fresh, text, form);
  require(first == second, "twice is not the same");
  if (first.empty() && !reused.document().nodes().empty())
    ask_all(reused);
  return 0;
}
