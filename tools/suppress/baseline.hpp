#pragma once

#include "baseline_text.hpp"
#include "moved_files.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stslint {

class Redactor;

struct BaselineFlags {
  std::string baseline; ///< the file; "" for .stslint-baseline.json at the top of the repository
  bool no_baseline = false, write_baseline = false, prune_baseline = false;
};

/// The known findings: the suppressions of the configuration, and those of the baseline.
class KnownFindings {
public:
  /// Throws Error for invalid flags, and for a missing or invalid baseline.
  KnownFindings(const BaselineFlags &flags, Configuration &configuration);

  /// The baseline in use; null if there is none.
  const SuppressionFile *baseline() const { return baseline_.get(); }
  /// True if nothing is suppressed without configuration, and no baseline is written.
  bool none();
  /// Tells in advance the findings of a file, or of a part of one, because they show if it has moved.
  void look_at(const std::filesystem::path &file, Linter &linter, std::span<const Finding> found, bool part);
  /// The reason why a finding in `file` with configuration `config` is suppressed; null if it is not. While a baseline
  /// is written, the finding is then added to it, unless it is not `shown`.
  const std::string *take(const std::filesystem::path &file, const ConfigFile *config, Linter &linter,
                          const Finding &finding, bool shown);
  /// True if a finding is suppressed; the call does not count as a use.
  bool knows(const std::filesystem::path &file, const ConfigFile *config, Linter &linter, const Finding &finding);
  /// All findings of `file` have been passed to take().
  void linted(const std::filesystem::path &file, const ConfigFile *config);

  /// All files in this folder are linted in this run. Only there, a file that is gone was deleted; elsewhere, it may
  /// have moved to a file that is not linted.
  void lints_folder(const std::filesystem::path &folder);

  /// Suppressions without a finding, although all their files were linted.
  struct Unused {
    std::size_t entry;
    std::string message;
  };
  std::vector<std::pair<const SuppressionFile *, std::vector<Unused>>> unused() const;

  /// Writes or prunes the baseline on request, without the secrets. Returns a line about it; "" if nothing was done.
  /// Throws Error if it cannot be written.
  std::string finish(const Redactor *secrets);

private:
  void load();
  /// The suppressions of the baseline, and of each configuration in use.
  std::vector<std::shared_ptr<SuppressionFile>> &known_to(const ConfigFile *config);
  /// The name of a file in the entries.
  std::string name_in(const SuppressionFile &source, const std::filesystem::path &file) const;
  bool judged(const SuppressionFile &file, const Suppressions::Entry &entry) const;
  bool is_gone(const SuppressionFile &file, const Suppressions::Entry &entry) const;

  BaselineFlags flags_;
  std::filesystem::path path_;
  Files files_;
  bool loaded_ = false;
  std::shared_ptr<SuppressionFile> baseline_; ///< null if there is none, or it is not used
  std::optional<MovedFiles> moved_;           ///< of the baseline, once a file has findings
  std::map<const ConfigFile *, std::vector<std::shared_ptr<SuppressionFile>>> known_;
  BaselineEntries written_;
  std::vector<std::filesystem::path> folders_; ///< that are linted
};

} // namespace stslint
