#pragma once

#include "config/configuration.hpp"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace stslint {

struct BaselineFlags {
  std::string baseline; ///< the file; "" for .stslint-baseline.json at the top of the repository
  bool no_baseline = false, write_baseline = false, prune_baseline = false;
};

/// What somebody knows of and lives with: the suppressions of the configuration, and those of the baseline.
class KnownFindings {
public:
  /// Throws Error for flags that cannot be, and for a baseline that is missing or none.
  KnownFindings(const BaselineFlags &flags, Configuration &configuration);

  /// Nothing is, without configuration, and nothing is to be written.
  bool none();
  /// Why a finding in `file`, whose configuration is `config`, is suppressed; null if it is not. If the baseline is to
  /// be written, it then is. What is not `shown` anyway is not written.
  const std::string *take(const std::filesystem::path &file, const ConfigFile *config, Linter &linter,
                          const Finding &finding, bool shown);
  /// Whether a finding is suppressed; nothing is used up by asking.
  bool knows(const std::filesystem::path &file, const ConfigFile *config, Linter &linter, const Finding &finding);
  /// All findings of `file` have been asked about.
  void linted(const std::filesystem::path &file, const ConfigFile *config);

  /// Suppressions that no finding needed, though all they speak of was linted.
  struct Unused {
    std::size_t entry;
    std::string message;
  };
  std::vector<std::pair<const SuppressionFile *, std::vector<Unused>>> unused() const;

  /// Writes or prunes the baseline if that was asked for. Answers what was done, in one line; "" for nothing. Throws
  /// Error if it cannot be written.
  std::string finish();

private:
  /// What a baseline calls equal: file, pattern of the pointer, rule, fingerprint.
  using Key = std::tuple<std::string, std::string, std::string_view, std::string>;
  struct Noted {
    std::size_t count = 0;
    std::string reason = "baseline";
  };

  void load();
  /// The baseline's, and those of each configuration met.
  std::vector<std::shared_ptr<SuppressionFile>> &known_to(const ConfigFile *config);
  bool judged(const SuppressionFile &file, const Suppressions::Entry &entry) const;
  bool is_gone(const SuppressionFile &file, const Suppressions::Entry &entry) const;

  BaselineFlags flags_;
  std::filesystem::path path_;
  Files files_;
  bool loaded_ = false;
  std::shared_ptr<SuppressionFile> baseline_; ///< null if there is none, or it is not to be used
  std::map<const ConfigFile *, std::vector<std::shared_ptr<SuppressionFile>>> known_;
  std::map<Key, Noted> written_;
};

} // namespace stslint
