#pragma once

#include "hook_managers.hpp"

#include <string>
#include <vector>

namespace stslint {

/// A hook: a file that git runs at an event.
struct Hook {
  enum State {
    absent,
    ours,    ///< written by stslint hook install
    calling, ///< another hook, which runs stslint
    foreign, ///< another hook, which does not run stslint
    missing, ///< the manager of the other hooks has to write it
  };
  std::string event;
  std::string file;
  State state = absent;
  HookManager manager = HookManager::none; ///< the program that writes it
  HookNeeds needs = {};                    ///< of a hook that stslint did not write, so that it runs stslint
  std::string set_aside = {};              ///< our hook, which the manager renamed and still runs; "" for none
};

/// The hooks that git runs for commits, in the folder of core.hooksPath.
struct Hooks {
  std::vector<Hook> hooks;
  bool shared = false;                         ///< core.hooksPath is set for more than this repository
  std::string why = {};                        ///< why the hooks are unknown, in one line
  std::vector<ConfiguredManager> waiting = {}; ///< managers that did not write a hook yet
};
Hooks hooks_here();

/// Writes our hook if no other hook is there. Returns "" or the reason for a failure. An equal hook stays untouched.
std::string write_hook(const Hook &hook);

/// Removes our hook, also one that was set aside. Returns "" or the reason for a failure.
std::string remove_hook(const Hook &hook);

} // namespace stslint
