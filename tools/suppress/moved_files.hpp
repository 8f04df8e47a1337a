#pragma once

#include "config/configuration.hpp"

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>

namespace stslint {

/// The files of a baseline that are gone, and the new files that their findings moved to. As in git, a move is seen by
/// the content: a new file has the findings of one that is gone. Each is the origin of one file at most, so a copy
/// of a file that is still there has no origin. Takes time linear in the files and findings: of many origins alike,
/// only some are compared.
class MovedFiles {
public:
  MovedFiles(const SuppressionFile &baseline, Files &files);

  /// True if a file is new, and files are gone.
  bool may_have_moved(const std::string &file) const {
    return !gone_.empty() && !known_.contains(file) && !before_.contains(file);
  }
  /// Looks for the origin of a file by the fingerprints of findings in it: at least half of those that the origin had,
  /// or, for a file that comes in `parts`, one.
  void look_at(const std::string &file, std::span<const std::string> fingerprints, bool parts);
  /// The name of a file in the baseline: that of its origin, or its own.
  const std::string &name_before(const std::string &file) const;
  /// The name today of a file in the baseline.
  const std::string &name_now(const std::string &file) const;

private:
  using Findings = std::map<std::string, std::size_t>; ///< by fingerprint, how many
  struct Origin {
    Findings findings;
    std::size_t all = 0; ///< findings, which many files ask for
  };
  /// The first files of a list that are still gone, without an owner.
  void add_some(std::set<std::string> &origins, std::deque<std::string> &list);

  std::set<std::string> known_;                                                 ///< all files of the baseline
  std::map<std::string, Origin> gone_;                                          ///< by file
  std::map<std::string, std::deque<std::string>> by_fingerprint_, by_filename_; ///< files that are, or were, gone
  std::map<std::string, std::string> before_, now_;
};

} // namespace stslint
