#include "hook_script.hpp"

#include "git.hpp"
#include "repository.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace stslint {
namespace {

namespace fs = std::filesystem;

// For a merge without conflicts, git runs only pre-merge-commit.
constexpr std::array<const char *, 2> events = {"pre-commit", "pre-merge-commit"};

// Between these is the path of the program that wrote the hook, because graphical git clients often have another PATH.
constexpr std::string_view before_program = R"(#!/bin/sh
# Written by "stslint hook install"; "stslint hook uninstall" removes it.
stslint=$(command -v stslint) || stslint=)";
constexpr std::string_view behind_program = R"(
if [ ! -x "$stslint" ]; then
  echo "stslint was not found, so it cannot check the staged payloads, and git did not commit." >&2
  echo "Put the program stslint into a folder of your PATH (its README explains how to build it)," >&2
  echo "or skip this check: git commit --no-verify" >&2
  exit 1
fi
exec "$stslint" hook run
)";

std::string script() {
  std::error_code none;
  std::string program = fs::read_symlink("/proc/self/exe", none).string(), quoted;
  if (program.find('\n') != std::string::npos)
    program.clear();
  for (const char c : program)
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return std::string(before_program) + '\'' + quoted + '\'' + std::string(behind_program);
}

/// True for a hook of ours, with any program path.
bool is_script(std::string_view text) {
  if (!text.starts_with(before_program) || !text.ends_with(behind_program))
    return false;
  text.remove_prefix(before_program.size());
  return text.find('\n') + behind_program.size() == text.size();
}

Hook look_at(const std::string &event, const fs::path &folder, const Repository &repository) {
  Hook hook{event, (folder / event).string()};
  std::error_code error;
  const fs::file_status status = fs::status(hook.file, error);
  if (fs::symlink_status(hook.file, error).type() == fs::file_type::not_found)
    return hook;
  const std::string content = content_of(hook.file);
  if (is_script(content)) {
    // git skips a hook that is not executable.
    hook.state = (status.permissions() & fs::perms::owner_exec) != fs::perms::none ? Hook::ours : Hook::absent;
    return hook;
  }
  hook.manager = manager_of(hook.file, content);
  hook.needs = needs_of(hook.manager, event, hook.file, true, repository);
  if (const std::string legacy = hook.file + ".legacy";
      hook.manager == HookManager::pre_commit && is_script(content_of(legacy)))
    hook.set_aside = legacy;
  const bool complete = hook.needs.addition.empty() && hook.needs.command.empty();
  hook.state = complete || !hook.set_aside.empty() ? Hook::calling : Hook::foreign;
  return hook;
}

} // namespace

Hooks hooks_here() {
  const Repository repository = Repository::ask();
  if (!repository.why.empty())
    return {{}, false, repository.why};
  if (!repository.work_tree)
    return {{}, false, "there are no commits outside a work tree; in a pre-receive hook, run stslint check --tree REV"};
  std::string folder = git(".", {"rev-parse", "--git-path", "hooks"}).value_or("\n");
  folder.pop_back(); // the end of the line
  const auto setting = git(".", {"config", "--show-scope", "--get", "core.hooksPath"});
  Hooks here;
  here.shared = setting && !setting->starts_with("local\t") && !setting->starts_with("worktree\t");
  for (const char *event : events)
    here.hooks.push_back(look_at(event, folder, repository));
  here.waiting = configured_managers(repository);
  std::erase_if(here.waiting, [&](const ConfiguredManager &each) {
    return std::ranges::find(here.hooks, each.manager, &Hook::manager) != here.hooks.end();
  });
  // A manager of one hook also manages the others.
  for (const Hook &managed : std::vector(here.hooks))
    for (Hook &hook : here.hooks)
      if (manages(managed.manager, hook.event) && hook.state == Hook::absent) {
        hook.state = Hook::missing;
        hook.manager = managed.manager;
        hook.needs = needs_of(hook.manager, hook.event, hook.file, false, repository);
      }
  return here;
}

std::string write_hook(const Hook &hook) {
  const std::string text = script(), fresh = hook.file + ".new";
  if (hook.state == Hook::ours && content_of(hook.file) == text)
    return "";
  std::error_code error;
  fs::create_directories(fs::path(hook.file).parent_path(), error);
  std::ofstream out(fresh, std::ios::binary);
  out << text;
  out.close();
  if (!out && !error)
    error = std::make_error_code(std::errc::io_error);
  if (!error)
    fs::permissions(fresh, fs::perms(0755), error);
  if (!error)
    fs::rename(fresh, hook.file, error);
  if (!error)
    return "";
  std::error_code ignored;
  fs::remove(fresh, ignored);
  return "cannot write " + hook.file + ": " + error.message();
}

std::string remove_hook(const Hook &hook) {
  std::error_code error;
  const std::string &ours = hook.set_aside.empty() ? hook.file : hook.set_aside;
  fs::remove(ours, error);
  return error ? ours + ": " + error.message() : "";
}

} // namespace stslint
