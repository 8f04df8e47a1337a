#include "stslint/fix.hpp"

#include "edit_list.hpp"
#include "places.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stslint {
namespace {

/// Garbage can need a round for each of its bytes, and two rules could undo each other's fixes.
constexpr int most_rounds = 50;
/// How often a round may leave out the edits that seem to make things worse, and try the rest.
constexpr int most_trials = 20;
/// How many fixes on either side of an error are considered as its cause.
constexpr std::ptrdiff_t reach = 200;

struct KnownError {
  const Rule *rule;
  std::size_t offset;
  bool of_the_json;
};

/// The errors, except those in members that a receiver does not read.
std::vector<KnownError> errors_in(const Linter &linter, std::span<const Finding> findings) {
  std::vector<KnownError> errors;
  Unread unread(linter);
  for (const Finding &finding : findings)
    if (!unread(finding) && finding.rule->severity == Severity::error)
      errors.push_back({finding.rule, finding.offset, place_of(linter, finding).flaw != nullptr});
  return errors;
}

/// Whether some rule has more errors than before. While the JSON is fixed, only errors of the JSON count.
bool worse(const std::vector<KnownError> &now, const std::vector<KnownError> &before, bool json) {
  std::map<const Rule *, std::ptrdiff_t> balance;
  for (const KnownError &error : before)
    balance[error.rule] -= !json || error.of_the_json ? 1 : 0;
  for (const KnownError &error : now)
    balance[error.rule] += !json || error.of_the_json ? 1 : 0;
  return std::ranges::any_of(balance, [](const auto &rule) { return rule.second > 0; });
}

/// The edits that fix one finding, and where the object or list around its place starts and ends.
struct Fix {
  Edits edits;
  std::size_t from, to;
  bool refused = false;
};

/// Edits that do not overlap, as offset and length.
using Apart = std::map<std::size_t, std::size_t>;

bool overlap(const Apart &taken, const Edit &edit) {
  const auto behind = taken.lower_bound(edit.offset);
  if (behind != taken.end() && (behind->first == edit.offset || behind->first < edit.offset + edit.length))
    return true;
  return behind != taken.begin() && std::prev(behind)->first + std::prev(behind)->second > edit.offset;
}

/// Tells where bytes were before edits; asked in ascending order.
class Before {
public:
  explicit Before(const Edits &edits) : edit_(edits.begin()), end_(edits.end()) {}

  std::size_t operator()(std::size_t offset) {
    for (; edit_ != end_ && offset >= edit_->offset + shift_; ++edit_) {
      if (offset < edit_->offset + shift_ + edit_->text.size())
        return edit_->offset;
      shift_ += edit_->text.size() - edit_->length;
    }
    return offset - shift_;
  }

private:
  Edits::const_iterator edit_, end_;
  std::size_t shift_ = 0; ///< modulo 2^n: a text can become shorter
};

class Fixer {
public:
  Fixer(Linter &linter, std::string_view bytes, std::string_view form, const FixOptions &options)
      : linter_(linter), form_(form), options_(options), text_(bytes), work_(bytes) {}

  Fixes run() {
    // Findings that broken JSON hides appear only once it is mended.
    for (int round = 0; round < most_rounds; ++round)
      if (!mend(true) && !mend(false))
        return {work_.edits(), count_};
    return {};
  }

private:
  /// One round of fixes, either for the JSON itself or for everything else; false if it changed nothing.
  bool mend(bool json) {
    find_fixes(json);
    for (int trial = 0; trial < most_trials; ++trial) {
      const Edits edits = accepted();
      if (edits.empty())
        return false;
      std::string candidate = edited(text_, edits);
      const auto errors = errors_in(linter_, linter_.lint(candidate, form_));
      if (!worse(errors, errors_, json)) {
        work_.apply(edits);
        count_ += static_cast<std::size_t>(std::ranges::count(fixes_, false, &Fix::refused));
        return std::exchange(text_, std::move(candidate)) != text_;
      }
      if (!refuse(edits, errors))
        return false;
    }
    return false;
  }

  void find_fixes(bool json) {
    fixes_.clear();
    const auto findings = linter_.lint(text_, form_);
    errors_ = errors_in(linter_, findings);
    Apart all;
    for (const Finding &finding : findings) {
      if ((place_of(linter_, finding).flaw != nullptr) != json || (options_.wanted && !options_.wanted(finding)))
        continue;
      Words words = linter_.describe(finding).words;
      if (words.fix.empty() || (!words.safe && !options_.unsafe) ||
          std::ranges::any_of(words.fix, [&](const Edit &edit) { return overlap(all, edit); }))
        continue;
      for (const Edit &edit : words.fix)
        all.emplace(edit.offset, edit.length);
      const Value &around = place_of(linter_, finding).parent;
      const Document &document = linter_.document();
      const std::size_t from = document.origin(around.offset());
      const std::size_t to = around.absent() ? text_.size() : document.origin(around.offset() + around.length());
      fixes_.push_back({std::move(words.fix), from, to});
    }
    std::ranges::sort(fixes_, {}, [](const Fix &fix) { return fix.edits[0].offset; });
  }

  Edits accepted() const {
    Edits edits;
    for (const Fix &fix : fixes_)
      if (!fix.refused)
        edits.insert(edits.end(), fix.edits.begin(), fix.edits.end());
    std::ranges::sort(edits, {}, &Edit::offset);
    return edits;
  }

  /// Refuses the fixes that seem to have caused new errors; false if there are none.
  bool refuse(const Edits &edits, const std::vector<KnownError> &errors) {
    std::set<std::pair<const Rule *, std::size_t>> known;
    for (const KnownError &error : errors_)
      known.emplace(error.rule, error.offset);
    bool any = false;
    Before before(edits);
    for (const KnownError &error : errors)
      if (const std::size_t offset = before(error.offset); !known.contains({error.rule, offset}))
        any |= refuse_for(offset);
    return any;
  }

  /// Refuses the last fix before an error whose object or list contains the error: a renamed key is before its value.
  /// If there is none, refuses all fixes after it whose object or list contains it. Only `reach` fixes on either side
  /// are looked at, because there can be as many errors as fixes.
  bool refuse_for(std::size_t offset) {
    const auto behind =
        std::ranges::upper_bound(fixes_, offset, {}, [](const Fix &fix) { return fix.edits[0].offset; });
    const auto suspect = [&](Fix &fix) {
      const bool is_one = !fix.refused && offset >= fix.from && offset < std::max(fix.to, fix.from + 1);
      fix.refused |= is_one;
      return is_one;
    };
    for (auto at = behind; at != fixes_.begin() && behind - at < reach;)
      if (suspect(*--at))
        return true;
    bool any = false;
    for (auto at = behind; at != fixes_.end() && at - behind < reach; ++at)
      any |= suspect(*at);
    return any;
  }

  Linter &linter_;
  std::string_view form_;
  const FixOptions &options_;
  std::string text_;
  EditList work_;
  std::size_t count_ = 0;
  // Of the round at work:
  std::vector<Fix> fixes_;
  std::vector<KnownError> errors_;
};

} // namespace

Fixes fixes(Linter &linter, std::string_view bytes, std::string_view form, const FixOptions &options) {
  return Fixer(linter, bytes, form, options).run();
}

} // namespace stslint
