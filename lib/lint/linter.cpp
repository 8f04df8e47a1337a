#include "stslint/lint.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::string_view unit = "event";

} // namespace

std::span<const std::string_view> forms() {
  static constexpr std::array<std::string_view, 5> names = {"payload", "events", "event", "metrics", "metric"};
  return names;
}

Linter::Linter(Settings settings, const Contract &contract) : contract_(&contract), settings_(settings) {}

std::span<const Finding> Linter::lint(std::string_view bytes, std::string_view form, std::size_t first_line) {
  findings_.clear();
  units_.clear();
  document_.parse(bytes);
  places_ = ends_ = others_ = Locator(document_, first_line);
  detection_ = detect(document_, *contract_);
  form_ = form == "auto" ? detection_.form : form;
  contract_->walk(document_, form_, unit, settings_, findings_, units_);
  if (schema_ != nullptr)
    judge_by_schema();
  return findings_;
}

/// A place of which a finding speaks already is not spoken of again.
void Linter::judge_by_schema() {
  static const Rule &rule = *find_rule("foreign-violation");
  notes_.clear();
  const auto violations = schema_->judge(document_.bytes());
  if (!violations)
    return;
  for (const UserSchema::Violation &violation : *violations) {
    const Value value = follow(document_.root(), violation.path);
    if (value.absent() || value.marked())
      continue;
    document_.mark(value.index());
    const Place place{.value = value, .document = &document_, .note = notes_.emplace_back(violation.message)};
    findings_.push_back({&rule, place, value.offset(), value.length(), value.index()});
  }
  std::ranges::stable_sort(findings_, {}, &Finding::offset);
}

Description Linter::describe(const Finding &finding) {
  Description out;
  out.start = places_.position(finding.offset);
  out.end = ends_.position(finding.offset + finding.length);
  out.pointer = places_.pointer(finding.node);
  const auto path = places_.path(finding.node);
  for (std::size_t depth = 1; depth <= path.size(); ++depth)
    if (is_unit(path[depth - 1].child))
      out.event = Description::Event{depth > 1 ? key_at(path, depth - 1) : "", path[depth - 1].index};
  Place place = finding.place;
  // A key is spoken of by what it says, in the object that has it.
  const bool key = finding.node < document_.nodes().size() && document_.nodes()[finding.node].key;
  const std::string subject = subject_at(path, path.size() - (key ? 1 : 0));
  place.subject = subject;
  place.locator = &others_;
  out.words = finding.rule->words(place);
  // A secret is not written down again, not even to mend what is beside it.
  out.words.suggestion = masked(out.words.suggestion);
  if (std::ranges::any_of(out.words.fix, [](const Edit &edit) { return secret_in(edit.text).has_value(); }))
    out.words.fix.clear();
  return out;
}

bool Linter::is_unit(std::uint32_t node) const { return std::ranges::binary_search(units_, node); }

/// The name of the member that a path goes through at its step number `depth`; "" if that step goes to an item.
std::string Linter::key_at(std::span<const Locator::Step> path, std::size_t depth) const {
  return Value(document_, path[depth - 1].child).text();
}

/// What the value at the end of the first `depth` steps of a path is called.
std::string Linter::subject_at(std::span<const Locator::Step> path, std::size_t depth) const {
  if (depth == 0)
    return std::ranges::find(forms(), form_) == forms().end() ? "the value" : "the " + std::string(form_);
  const Locator::Step &step = path[depth - 1];
  if (document_.nodes()[step.child].key)
    return shortened(key_at(path, depth));
  if (is_unit(step.child))
    return std::string(unit) + ' ' + std::to_string(step.index) +
           (depth > 1 ? " of " + in_quotes(key_at(path, depth - 1)) : "");
  // Two lists deep is as much as a sentence bears.
  const bool nested =
      depth > 2 && !document_.nodes()[path[depth - 2].child].key && !document_.nodes()[path[depth - 3].child].key;
  return "item " + std::to_string(step.index) + (depth > 1 && !nested ? " of " + subject_at(path, depth - 1) : "");
}

} // namespace stslint
