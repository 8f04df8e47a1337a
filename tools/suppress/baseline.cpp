#include "baseline.hpp"

#include "encode/redact.hpp"
#include "fix/replace_file.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace stslint {
namespace {

namespace fs = std::filesystem;

constexpr const char *baseline_name = ".stslint-baseline.json";

/// At the top of the repository around the current folder; without one, in that folder.
fs::path usual_path(const Files &files) {
  const fs::path here = absolute_path(".");
  for (fs::path at = here;; at = at.parent_path())
    if (files.is_top(at))
      return at / baseline_name;
    else if (!at.has_relative_path())
      return here / baseline_name;
}

} // namespace

KnownFindings::KnownFindings(const BaselineFlags &flags, Configuration &configuration)
    : flags_(flags), files_(configuration.files()) {
  const bool by_hand = !flags.baseline.empty();
  if (flags.no_baseline && (by_hand || flags.write_baseline || flags.prune_baseline))
    throw Error("--no-baseline excludes the other baseline flags; remove it or them");
  if (flags.write_baseline && flags.prune_baseline)
    throw Error("--write-baseline and --prune-baseline exclude each other; remove one of them");
  if (flags.no_baseline)
    return;
  if (by_hand)
    files_ = files_.by_hand();
  path_ = by_hand ? absolute_path(flags.baseline) : usual_path(files_);
  // In the hook, git is still running; the first linted file waits for it.
  if (files_.are_on_disk())
    load();
  if (baseline_ == nullptr && !flags.write_baseline && (by_hand || flags.prune_baseline))
    throw Error(seen_from_here(path_) + ": this baseline does not exist; create it with --write-baseline");
}

void KnownFindings::load() {
  if (!std::exchange(loaded_, true) && !path_.empty())
    baseline_ = read_baseline(files_, path_);
}

bool KnownFindings::none() {
  load();
  return baseline_ == nullptr && !flags_.write_baseline;
}

std::vector<std::shared_ptr<SuppressionFile>> &KnownFindings::known_to(const ConfigFile *config) {
  load();
  const auto [at, is_new] = known_.try_emplace(config);
  if (is_new && config != nullptr)
    at->second = config->suppressions;
  if (is_new && baseline_ != nullptr && !flags_.write_baseline)
    at->second.push_back(baseline_);
  if (is_new)
    std::erase_if(at->second, [](const auto &file) { return file->suppressions.entries().empty(); });
  return at->second;
}

void KnownFindings::look_at(const fs::path &file, Linter &linter, std::span<const Finding> found, bool part) {
  load();
  if (baseline_ == nullptr || found.empty())
    return;
  if (!moved_)
    moved_.emplace(*baseline_, files_);
  // Standard input and requests are no files.
  if (!moved_->may_have_moved(baseline_->relative(file)) || !files_.has(file))
    return;
  std::vector<std::string> fingerprints;
  for (const Finding &finding : found)
    fingerprints.push_back(linter.identity(finding).fingerprint);
  moved_->look_at(baseline_->relative(file), fingerprints, part);
}

std::string KnownFindings::name_in(const SuppressionFile &source, const fs::path &file) const {
  const std::string name = source.relative(file);
  return moved_ && &source == baseline_.get() ? moved_->name_before(name) : name;
}

const std::string *KnownFindings::take(const fs::path &file, const ConfigFile *config, Linter &linter,
                                       const Finding &finding, bool shown) {
  auto &known = known_to(config);
  if (known.empty() && !flags_.write_baseline)
    return nullptr;
  const Identity identity = linter.identity(finding);
  for (const auto &source : known)
    if (const auto entry = source->suppressions.take(name_in(*source, file), *finding.rule, identity))
      return &source->reasons[*entry];
  if (!flags_.write_baseline || !shown)
    return nullptr;
  BaselineEntry &noted = written_[{literal_pattern(file.lexically_relative(path_.parent_path()).generic_string()),
                                   identity.pattern, std::string(finding.rule->id), identity.fingerprint}];
  ++noted.count;
  return &noted.reason;
}

bool KnownFindings::knows(const fs::path &file, const ConfigFile *config, Linter &linter, const Finding &finding) {
  const auto &known = known_to(config);
  if (known.empty())
    return false;
  const Identity identity = linter.identity(finding);
  return std::ranges::any_of(known, [&](const auto &source) {
    return source->suppressions.knows(name_in(*source, file), *finding.rule, identity);
  });
}

void KnownFindings::linted(const fs::path &file, const ConfigFile *config) {
  for (const auto &source : known_to(config))
    source->suppressions.linted(name_in(*source, file));
  if (flags_.write_baseline && baseline_ != nullptr)
    baseline_->suppressions.linted(name_in(*baseline_, file));
}

void KnownFindings::lints_folder(const fs::path &folder) { folders_.push_back(absolute_path(folder)); }

/// stslint writes the names of files; a deleted file needs no suppression.
bool KnownFindings::is_gone(const SuppressionFile &file, const Suppressions::Entry &entry) const {
  std::error_code error;
  const auto name = entry.fingerprint.empty() ? std::nullopt : literal_text(entry.files);
  if (!files_.are_on_disk() || !name)
    return false;
  const fs::path path = file.path.parent_path() / *name;
  const auto holds = [&](const fs::path &folder) {
    const fs::path within = path.lexically_relative(folder);
    return !within.empty() && *within.begin() != "..";
  };
  return std::ranges::any_of(folders_, holds) && !fs::exists(path, error);
}

/// A rule with a wider scope than the payload can be silent although the mistake remains.
bool KnownFindings::judged(const SuppressionFile &file, const Suppressions::Entry &entry) const {
  return is_gone(file, entry) || (entry.rule->scope == Scope::payload && file.suppressions.judged(entry));
}

std::vector<std::pair<const SuppressionFile *, std::vector<KnownFindings::Unused>>> KnownFindings::unused() const {
  std::set<const SuppressionFile *> seen;
  std::vector<std::pair<const SuppressionFile *, std::vector<Unused>>> all;
  for (const auto &[config, sources] : known_)
    for (const auto &source : sources) {
      if ((source == baseline_ && flags_.prune_baseline) || !seen.insert(source.get()).second)
        continue;
      std::vector<Unused> unused;
      const auto &entries = source->suppressions.entries();
      for (std::size_t at = 0; at < entries.size(); ++at) {
        const Suppressions::Entry &entry = entries[at];
        if (entry.used >= std::max<std::size_t>(entry.count, 1) || !judged(*source, entry))
          continue;
        const std::string of =
            " of " + std::string(entry.rule->id) + (entry.files == "**" ? "" : " in " + shortened(entry.files));
        const char *const remedy = source == baseline_ ? "; remove it with --prune-baseline" : "; remove it";
        unused.push_back({at, entry.used == 0 ? "this suppression" + of + " matches no finding any more" + remedy
                                              : "this suppression" + of + " is for " + std::to_string(entry.count) +
                                                    " findings, and " + std::to_string(entry.used) + " remain" +
                                                    (entry.used == 1 ? "s" : "") + remedy});
      }
      if (!unused.empty())
        all.emplace_back(source.get(), std::move(unused));
    }
  return all;
}

std::string KnownFindings::finish(const Redactor *secrets) {
  if (!flags_.write_baseline && !flags_.prune_baseline)
    return "";
  if (baseline_ != nullptr) {
    const auto &entries = baseline_->suppressions.entries();
    for (std::size_t at = 0; at < entries.size(); ++at) {
      const Suppressions::Entry &entry = entries[at];
      // Linted files have new results; the others have none.
      const bool again = flags_.write_baseline && baseline_->suppressions.judged(entry);
      const bool keep =
          flags_.prune_baseline ? entry.used > 0 || !judged(*baseline_, entry) : !again && !is_gone(*baseline_, entry);
      const auto name = moved_ ? literal_text(entry.files) : std::nullopt;
      const BaselineKey key{name ? literal_pattern(moved_->name_now(*name)) : entry.files, entry.pointer,
                            std::string(entry.rule->id), entry.fingerprint};
      if (const auto known = written_.find(key); again && known != written_.end())
        known->second.reason = baseline_->reasons[at];
      if (keep)
        written_[key] = {flags_.prune_baseline && judged(*baseline_, entry) ? std::min(entry.used, entry.count)
                                                                            : entry.count,
                         baseline_->reasons[at]};
    }
  }
  std::size_t findings = 0;
  for (const auto &[key, entry] : written_)
    findings += entry.count;
  std::string text = baseline_text(written_);
  if (secrets != nullptr)
    text = (*secrets)(text); // as a pattern, *** still matches
  const auto old = baseline_ != nullptr ? std::optional<std::string_view>(baseline_->text) : std::nullopt;
  if (const std::string why = replace_file(path_, text, old); !why.empty())
    throw Error(seen_from_here(path_) + ": cannot write the baseline: " + why);
  return seen_from_here(path_) + ": " + counted(findings, "finding") + " recorded";
}

} // namespace stslint
