#pragma once

#include <string>
#include <vector>

namespace stslint {

/// A file that git runs at an event.
struct Hook {
  enum State {
    absent,
    ours,    ///< as install writes it
    calling, ///< somebody else's, that runs stslint
    foreign, ///< somebody else's
  };
  std::string event;
  std::string file;
  State state = absent;
  /// Who writes it and runs what a file of its own says: pre-commit, husky or lefthook, else "".
  std::string manager = {};
  /// Where to add what, so that a foreign one runs stslint.
  std::string advice = {};
};

/// The hooks through which commits go, wherever core.hooksPath puts them.
struct Hooks {
  std::vector<Hook> hooks;
  bool shared = false; ///< core.hooksPath is set for more than this repository
  std::string why;     ///< why nothing is known of them, in one line
};
Hooks hooks_here();

/// Writes our hook where there is none of somebody else's: "" or why not. What is written already stays.
std::string write_hook(const Hook &hook);

/// Takes our hook away: "" or why not.
std::string remove_hook(const Hook &hook);

} // namespace stslint
