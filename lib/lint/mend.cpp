#include "detect.hpp"
#include "linter_state.hpp"

#include "../repair/repair.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::uint64_t of_an_error = 1000000, of_a_warning = 1000;
/// Longer texts are not mended: the parser reads them as well as it can.
constexpr std::size_t longest_mended = std::size_t{1} << 20;
/// In a text with more slips, only the first are corrected.
constexpr std::size_t most_repairs = 6;

/// A flaw that another bracket, comma, colon or quote can bring about.
bool is_structural(const Flaw &flaw) {
  using enum FlawKind;
  static constexpr std::array kinds = {truncated,   text_after_end, extra_comma,   missing_comma, missing_colon,
                                       missing_key, missing_value,  wrong_bracket, stray_bracket, early_bracket,
                                       key_in_list, stray_text,     unquoted_text, unquoted_key,  unclosed_string,
                                       bad_escape,  bare_member};
  return std::ranges::find(kinds, flaw.kind) != kinds.end();
}

/// The beginnings of members that hold objects or lists, such as `"items": [`.
std::vector<std::string> openers_of(const Contract &contract) {
  std::vector<std::string> openers;
  for (const Shape &shape : contract.shapes())
    for (const Property &property : shape.properties)
      for (const auto &[kind, bracket] : {std::pair(Kind::object, '{'), {Kind::array, '['}})
        if (property.shape->allows(kind) && !property.shape->allows(Kind::string))
          openers.push_back('"' + std::string(property.name) + "\": " + bracket);
  std::ranges::sort(openers);
  openers.erase(std::unique(openers.begin(), openers.end()), openers.end());
  return openers;
}

/// Whether a repair, which is reported as one error, makes the text better by at least one error.
bool says_less(const RatedRepair &found) {
  return (found.cost + of_an_error) / of_a_warning <= found.before / of_a_warning;
}

/// Whether a repair is better than the parser's own recovery, which may have hidden an error that now appears.
bool is_better(const RatedRepair &found, const Document &document) {
  const bool hidden = std::ranges::any_of(document.nodes(), [](const Node &node) { return node.incomplete; });
  return says_less(found) || (hidden && found.cost / of_an_error == found.before / of_an_error &&
                              found.cost % of_an_error / of_a_warning <= found.before % of_an_error / of_a_warning);
}

} // namespace

/// How much is wrong with a text that is not mended.
std::uint64_t Linter::State::cost(std::string_view bytes, std::string_view form) {
  std::uint64_t sum = 0;
  for (const Finding &finding : judge_->lint(bytes, form))
    sum += finding.rule->severity == Severity::error     ? of_an_error
           : finding.rule->severity == Severity::warning ? of_a_warning
                                                         : 1;
  return sum;
}

/// Reads a text whose structure is broken as it was meant, slip by slip; false if it is left as it is.
bool Linter::State::mend(std::string_view bytes, std::string_view form) {
  if (!mends || bytes.size() > longest_mended || std::ranges::none_of(document.flaws(), is_structural))
    return false;
  if (document.excerpt() != nullptr && !may_become_payload(bytes)) // most blocks of documents are something else
    return false;
  if (judge_ == nullptr) {
    judge_ = std::make_unique<Linter>(Settings{}, *contract_);
    judge_->state().mends = false;
  }
  judge_->settings() = settings;
  judge_->settings().streams = nullptr;
  static const std::vector<std::string> openers = openers_of(*contract_);
  const auto rate = [&](std::string_view text) { return cost(text, form); };
  std::vector<Repair> repairs;
  std::string text(bytes);
  std::size_t done = 0, shift = 0; // how far the text is mended, and by how much it grew, modulo 2^n
  for (bool whole = false; !whole && repairs.size() < most_repairs;) {
    auto found = repair(text, openers, rate);
    whole = found && is_better(*found, document);
    if (!whole)
      found = repair_first(text, openers, rate);
    if (!found || (!whole && !says_less(*found)))
      break;
    Edit &edit = found->repair.edit;
    if (edit.offset < done)
      break;
    text = edited(text, {edit});
    done = edit.offset + edit.text.size();
    const std::size_t grown = edit.text.size() - edit.length;
    edit.offset -= shift;
    shift += grown;
    repairs.push_back(found->repair);
  }
  if (repairs.empty())
    return false;
  document.parse_mended(bytes, std::move(repairs));
  return true;
}

/// Findings have their places in the mended text: gives them those of the source.
void Linter::State::refer_to_source() {
  if (document.bytes().data() == document.source().data())
    return;
  for (Finding &finding : findings_) {
    const Flaw *flaw = place_of(finding).flaw;
    const std::uint32_t start = document.origin(finding.offset), end = document.origin(finding.offset + finding.length);
    const bool slip = flaw != nullptr && flaw->kind == FlawKind::slip;
    const Edit &edit = slip ? document.repairs()[flaw->other].edit : Edit();
    const auto edge = [&](std::size_t offset) { return document.in_source(static_cast<std::uint32_t>(offset)); };
    finding.offset = slip ? edge(edit.offset) : start;
    finding.length = (slip ? edge(edit.offset + edit.length) : end) - finding.offset;
  }
  std::ranges::stable_sort(findings_, {}, &Finding::offset);
}

/// Turns edits of the parsed text into edits of the source. A fix that would change repaired bytes is dropped: it
/// becomes possible once the text is repaired. The edits of a repair are edits of the input already.
void Linter::State::refer_to_source(Edits &fix, bool mends_text) const {
  std::size_t shift = 0; // modulo 2^n
  for (const Repair &repair : mends_text ? std::span<const Repair>() : document.repairs()) {
    const std::size_t from = repair.edit.offset + shift, to = from + repair.edit.text.size();
    shift += repair.edit.text.size() - repair.edit.length;
    for (const Edit &edit : fix)
      if (edit.offset < to && from < edit.offset + edit.length)
        return fix.clear();
  }
  for (Edit &edit : fix) {
    if (!mends_text) {
      const std::uint32_t from = document.in_text(static_cast<std::uint32_t>(edit.offset));
      if (document.within()) {
        edit.length = document.in_text(static_cast<std::uint32_t>(edit.offset + edit.length)) - from;
        edit.text = json_string(edit.text);
        edit.text = edit.text.substr(1, edit.text.size() - 2);
      }
      edit.offset = from;
    }
    if (document.excerpt() == nullptr)
      continue;
    const auto there = document.excerpt()->in_host(edit, document.source());
    if (!there)
      return fix.clear();
    edit = *there;
  }
}

} // namespace stslint
