#pragma once

#include <string>
#include <vector>

namespace stslint {

class Checker;

/// Lints the staged files: the changes of a commit made now.
void check_staged(Checker &checker);

/// Lints the files of `revision` at `paths`. With `since`, reports only findings that came since then, or have
/// a changed line.
struct RevisionOptions {
  std::string tree, since;
  bool detect = false;
};
void check_revision(Checker &checker, const RevisionOptions &options, const std::vector<std::string> &paths);

} // namespace stslint
