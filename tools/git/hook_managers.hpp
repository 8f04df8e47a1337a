#pragma once

#include <string>
#include <string_view>

namespace stslint {

struct Repository;

/// Programs that write their own hooks, which run the commands of a configuration file.
enum class HookManager { none, pre_commit, husky, lefthook };
std::string name(HookManager manager);

/// The manager of the hook in `file`, by its place and its content.
HookManager manager_of(std::string_view file, std::string_view content);

/// What a manager needs so that stslint runs at an event: its hook can be there, and not its configuration, or the
/// other way round.
struct HookNeeds {
  std::string addition; ///< the lines to add, after a line with their place; "" if they are there
  std::string command;  ///< the command to run then; "" if the hook is there
};
HookNeeds needs_of(HookManager manager, const std::string &event, const std::string &file, bool there,
                   const Repository &repository);

/// The content of a regular file; otherwise "".
std::string content_of(const std::string &file);

} // namespace stslint
