#pragma once

#include <string>
#include <vector>

namespace stslint {

class Checker;

/// Lints what is staged: what a commit made now would change.
void check_staged(Checker &checker);

/// Lints what git has in `revision` at `paths`. With `since`, only findings on lines that came since then.
struct RevisionOptions {
  std::string tree, since;
  bool detect = false;
};
void check_revision(Checker &checker, const RevisionOptions &options, const std::vector<std::string> &paths);

} // namespace stslint
