#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stslint {

struct Repository;

/// What a manager needs so that stslint runs at an event: its hook can be there, and not its configuration, or the
/// other way round.
struct HookNeeds {
  std::string addition; ///< the lines to add, after a line with their place; "" if they are there
  std::string command;  ///< the command to run then; "" if the hook is there
  std::string place;    ///< the file that says to run stslint, or should
};

// Of each manager that has a configuration file; `there` if the hook of the event is there.
HookNeeds pre_commit_needs(const std::string &event, bool there, const Repository &repository);
HookNeeds lefthook_needs(const std::string &event, bool there, const Repository &repository);
HookNeeds overcommit_needs(const Repository &repository);
HookNeeds simple_git_hooks_needs(const std::string &event, const std::string &hook, const Repository &repository);

/// The configuration file that the manager reads; "" if there is none.
std::string lefthook_settings(const Repository &repository);
std::string simple_git_hooks_settings(const Repository &repository);

constexpr std::string_view our_name = "stslint";
inline bool names_us(std::string_view text) { return text.find(our_name) != std::string_view::npos; }

/// The lines of a script, or of a file of settings, without comments and blank lines.
std::vector<std::string_view> written_lines(std::string_view text);

/// The content of a regular file of a usual size; otherwise "".
std::string content_of(const std::string &file);

} // namespace stslint
