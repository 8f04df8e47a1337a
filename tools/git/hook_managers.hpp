#pragma once

#include "hook_needs.hpp"

namespace stslint {

/// Programs that write their own hooks, which run the commands of a configuration file.
enum class HookManager { none, pre_commit, husky, lefthook, overcommit, simple_git_hooks };
std::string name(HookManager manager);
/// The command that writes its hooks.
std::string installation(HookManager manager);

/// The manager of the hook in `file`, by its place and its content.
HookManager manager_of(std::string_view file, std::string_view content);

/// False for an event at which a manager cannot run a command: its hook is free.
bool manages(HookManager manager, std::string_view event);

/// A manager that the repository is configured for, whether it has written its hooks or not.
struct ConfiguredManager {
  HookManager manager;
  std::string settings; ///< its file or folder
};
std::vector<ConfiguredManager> configured_managers(const Repository &repository);

HookNeeds needs_of(HookManager manager, const std::string &event, const std::string &file, bool there,
                   const Repository &repository);

} // namespace stslint
