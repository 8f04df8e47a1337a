#include "change.hpp"

#include "lib/lint/places.hpp"
#include "stslint/error.hpp"

#include <algorithm>
#include <cstdint>

namespace stslint {
namespace {

/// The byte of another place that the words of a finding name: the first of two equal keys, or an open bracket.
std::optional<std::size_t> related(const Linter &linter, const Finding &finding) {
  const Flaw *const flaw = place_of(linter, finding).flaw;
  const Document &document = linter.document();
  const bool names_other =
      flaw != nullptr && (flaw->kind == FlawKind::duplicate_key || flaw->kind == FlawKind::wrong_bracket ||
                          flaw->kind == FlawKind::truncated || flaw->kind == FlawKind::key_in_list);
  if (!names_other || flaw->other >= document.nodes().size())
    return std::nullopt;
  return document.origin(document.nodes()[flaw->other].offset);
}

} // namespace

FindingsOfChange::Lines::Lines(const Record &record) : first_(record.line), starts_{0} {
  for (std::size_t end = 0; (end = record.text.find('\n', end)) != std::string_view::npos;)
    starts_.push_back(++end);
}

std::size_t FindingsOfChange::Lines::line(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(starts_, offset);
  return first_ + static_cast<std::size_t>(next - starts_.begin()) - 1;
}

std::size_t FindingsOfChange::Lines::column(std::size_t offset) const {
  return offset - *std::prev(std::ranges::upper_bound(starts_, offset));
}

bool FindingsOfChange::operator()(Linter &linter, const Record &record, const Finding &finding) {
  if (!parts_) // a file without findings needs no diff
    parts_ = changed_lines(blob_);
  if (record_ != record.offset)
    lines_ = Lines(record);
  record_ = record.offset;
  const Spot spot = spot_of(linter, lines_, finding);
  if (changed(std::get<1>(spot), lines_.line(finding.offset + std::max<std::size_t>(finding.length, 1) - 1)))
    return true;
  if (const auto other = related(linter, finding))
    if (const std::size_t line = lines_.line(*other); changed(line, line))
      return true;
  // Another message of the stream may have brought it, and that can be anywhere.
  return finding.rule->scope != Scope::stream && !was_before(spot);
}

FindingsOfChange::Spot FindingsOfChange::spot_of(const Linter &linter, const Lines &lines, const Finding &finding) {
  const Place &place = place_of(linter, finding);
  return {finding.rule->id, lines.line(finding.offset), lines.column(finding.offset),
          std::string(place.value.absent() ? place.member : std::string_view())};
}

bool FindingsOfChange::changed(std::size_t first, std::size_t last) const {
  const auto part = std::ranges::lower_bound(*parts_, first, {}, &ChangedLines::last);
  return part != parts_->end() && part->first <= last;
}

std::size_t FindingsOfChange::line_before(std::size_t line) const {
  const auto next = std::ranges::upper_bound(*parts_, line, {}, &ChangedLines::last);
  return next == parts_->begin() ? line : static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line) + next[-1].shift);
}

bool FindingsOfChange::was_before(Spot spot) {
  if (!before_) {
    before_.emplace();
    Linter linter(how_.settings);
    linter.settings().streams = nullptr;
    linter.use_schema(how_.schema);
    const std::string text = contents_before(blob_);
    try {
      for_each_record(text, settled(how_.kind, text), [&](const Record &record) {
        const Lines lines(record);
        const auto found = lint_record(linter, record, how_.form);
        for (const Finding &finding : is_payload(linter, record) ? found : std::span<const Finding>())
          before_->insert(spot_of(linter, lines, finding));
        return true;
      });
    } catch (const Error &) { // a text above the limits: its findings are unknown
    }
  }
  std::get<1>(spot) = line_before(std::get<1>(spot));
  return before_->contains(spot);
}

} // namespace stslint
