#include "stslint/fix.hpp"

#include "patchwork.hpp"

#include <algorithm>
#include <map>

namespace stslint {
namespace {

/// Garbage can need a round for each of its bytes, and two rules could undo each other's fixes.
constexpr int most_rounds = 50;
/// How often a round may lint to find the edits that would make things worse.
constexpr int most_trials = 100;

/// The errors of a text, by rule.
struct Errors {
  std::map<const Rule *, std::size_t> all, of_the_json;
};

Errors errors_in(std::span<const Finding> findings) {
  Errors errors;
  for (const Finding &finding : findings)
    if (finding.rule->severity == Severity::error) {
      ++errors.all[finding.rule];
      if (finding.place.flaw != nullptr)
        ++errors.of_the_json[finding.rule];
    }
  return errors;
}

bool more(const std::map<const Rule *, std::size_t> &now, const std::map<const Rule *, std::size_t> &before) {
  return std::ranges::any_of(now, [&](const auto &entry) {
    const auto was = before.find(entry.first);
    return entry.second > (was == before.end() ? 0 : was->second);
  });
}

/// Edits that were taken, in order.
using Taken = std::map<std::size_t, Edit>;

bool overlap(const Taken &taken, const Edit &edit) {
  const auto behind = taken.lower_bound(edit.offset);
  if (behind != taken.end() && (behind->first == edit.offset || behind->first < edit.offset + edit.length))
    return true;
  return behind != taken.begin() && std::prev(behind)->first + std::prev(behind)->second.length > edit.offset;
}

class Fixer {
public:
  Fixer(Linter &linter, std::string_view bytes, std::string_view form, const FixOptions &options)
      : linter_(linter), form_(form), options_(options), text_(bytes), work_(bytes) {}

  Fixes run() {
    // What the JSON hides is only known once that is mended.
    for (int round = 0; round < most_rounds; ++round)
      if (!mend(true) && !mend(false))
        return {work_.edits(), count_};
    return {};
  }

private:
  /// One round, of what is wrong with the JSON or of all else; false if it changed nothing.
  bool mend(bool json) {
    json_ = json;
    find_fixes();
    if (fixes_.empty())
      return false;
    taken_.clear();
    trials_ = 0;
    const std::size_t before = count_;
    take(0, fixes_.size());
    if (count_ == before)
      return false;
    const Edits edits = in_order(taken_);
    work_.apply(edits);
    std::string next = edited(text_, edits);
    const bool changed = next != text_;
    text_ = std::move(next);
    return changed;
  }

  void find_fixes() {
    fixes_.clear();
    const auto findings = linter_.lint(text_, form_);
    errors_ = errors_in(findings);
    Taken all;
    for (const Finding &finding : findings) {
      if ((finding.place.flaw != nullptr) != json_ || (options_.wanted && !options_.wanted(finding)))
        continue;
      const Words words = linter_.describe(finding).words;
      if (words.fix.empty() || (!words.safe && !options_.unsafe) ||
          std::ranges::any_of(words.fix, [&](const Edit &edit) { return overlap(all, edit); }))
        continue;
      for (const Edit &edit : words.fix)
        all.emplace(edit.offset, edit);
      fixes_.push_back(words.fix);
    }
  }

  /// Takes those of the fixes from `first` to `last` that make nothing worse.
  void take(std::size_t first, std::size_t last) {
    if (++trials_ > most_trials)
      return;
    Taken more_taken = taken_;
    for (std::size_t at = first; at < last; ++at)
      for (const Edit &edit : fixes_[at])
        more_taken.emplace(edit.offset, edit);
    const std::string candidate = edited(text_, in_order(more_taken));
    const Errors errors = errors_in(linter_.lint(candidate, form_));
    if (!more(errors.of_the_json, errors_.of_the_json) && (json_ || !more(errors.all, errors_.all))) {
      taken_ = std::move(more_taken);
      count_ += last - first;
      errors_ = errors;
    } else if (last - first > 1) {
      const std::size_t middle = first + (last - first) / 2;
      take(first, middle);
      take(middle, last);
    }
  }

  static Edits in_order(const Taken &taken) {
    Edits edits;
    for (const auto &[offset, edit] : taken)
      edits.push_back(edit);
    return edits;
  }

  Linter &linter_;
  std::string_view form_;
  const FixOptions &options_;
  std::string text_;
  Patchwork work_;
  std::size_t count_ = 0;
  // Of the round at work:
  bool json_ = false;
  std::vector<Edits> fixes_;
  Taken taken_;
  Errors errors_;
  int trials_ = 0;
};

} // namespace

Fixes fixes(Linter &linter, std::string_view bytes, std::string_view form, const FixOptions &options) {
  return Fixer(linter, bytes, form, options).run();
}

} // namespace stslint
