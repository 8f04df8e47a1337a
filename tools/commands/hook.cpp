#include "commands.hpp"

#include "check/check_blobs.hpp"
#include "check/checker.hpp"
#include "git/hook_script.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr const char *status_codes = R"(Exit codes:
  0  installed
  1  not installed
  2  another hook is installed, and it does not run stslint
  3  there is no repository, or no git
)";

int complain(Console &console, const std::string &what, ExitCode code) {
  console.err << "stslint: " << printable(what) << '\n';
  return code;
}

bool any(const Hooks &here, Hook::State state) {
  return std::ranges::any_of(here.hooks, [&](const Hook &hook) { return hook.state == state; });
}

void list_hooks(Console &console, const char *what, const Hooks &here, std::initializer_list<Hook::State> states) {
  for (const Hook &hook : here.hooks)
    if (std::ranges::find(states, hook.state) != states.end())
      console.out << what << printable(hook.file) << '\n';
}

/// Prints the lines to add to other hooks, each once, and the commands that complete them.
void advise(Console &console, const Hooks &here) {
  std::string last;
  for (const Hook &hook : here.hooks) {
    if (hook.state != Hook::foreign && hook.state != Hook::missing)
      continue;
    const bool managed = hook.manager != HookManager::none;
    console.out << (hook.state == Hook::missing ? "not installed" : "another hook is installed")
                << (managed ? ", by " + name(hook.manager) : "") << ": " << printable(hook.file) << '\n';
    const auto &[addition, command, place] = hook.needs;
    if (!addition.empty() && addition != last)
      console.out << addition << '\n';
    if (!command.empty())
      console.out << (addition.empty() ? "run: " : "then run: ") << command << '\n';
    last = addition;
  }
}

int check_staged(const CheckOptions &options, Console &console) {
  Checker checker(options, console, Files::in_git(""));
  check_staged(checker);
  const int code = checker.finish();
  console.out.flush();
  if (code == findings)
    console.err << "stslint: git did not commit; correct the files and git add them (about a rule: stslint explain "
                   "RULE), or skip this check: git commit --no-verify\n";
  return code;
}

int status(Console &console) {
  const Hooks here = hooks_here();
  if (!here.why.empty())
    return complain(console, here.why, unreadable);
  list_hooks(console, "installed: ", here, {Hook::ours, Hook::calling});
  list_hooks(console, "not installed: ", here, {Hook::absent});
  advise(console, here);
  return any(here, Hook::foreign) ? 2 : any(here, Hook::absent) || any(here, Hook::missing) ? 1 : 0;
}

int install(Console &console) {
  const Hooks here = hooks_here();
  if (!here.why.empty())
    return complain(console, here.why, unreadable);
  if (here.shared && any(here, Hook::absent))
    return complain(
        console,
        "core.hooksPath is set for all your repositories, so a hook there would run in each of them; for this "
        "repository alone, run first: git config core.hooksPath .git/hooks",
        usage);
  for (const Hook &hook : here.hooks) {
    const bool free = hook.state == Hook::absent || hook.state == Hook::ours;
    const std::string why = free ? write_hook(hook) : "";
    if (!why.empty())
      return complain(console, why, unreadable);
  }
  list_hooks(console, "installed: ", here, {Hook::absent, Hook::ours, Hook::calling});
  advise(console, here);
  for (const auto &[manager, settings] : here.waiting)
    console.out << "if you use " << name(manager) << ", as " << printable(settings)
                << " says: run stslint hook uninstall, then " << installation(manager)
                << ", then stslint hook install, which prints the lines to add\n";
  return any(here, Hook::foreign) || any(here, Hook::missing) ? usage : clean;
}

bool is_ours(const Hook &hook) { return hook.state == Hook::ours || !hook.set_aside.empty(); }

int uninstall(Console &console) {
  const Hooks here = hooks_here();
  if (!here.why.empty())
    return complain(console, here.why, unreadable);
  for (const Hook &hook : here.hooks) {
    const std::string why = is_ours(hook) ? remove_hook(hook) : "";
    if (!why.empty())
      return complain(console, why, unreadable);
    if (is_ours(hook))
      console.out << "removed: " << printable(hook.set_aside.empty() ? hook.file : hook.set_aside) << '\n';
  }
  list_hooks(console, "not installed: ", here, {Hook::absent, Hook::foreign, Hook::missing});
  // The configuration of a manager can run stslint, whether our own hook was there or not.
  int code = clean;
  std::string last;
  for (const Hook &hook : here.hooks)
    if (hook.state == Hook::calling && hook.needs.addition.empty()) {
      if (hook.needs.place != last)
        console.out << "not removed, because stslint did not write it; remove the line that runs stslint by hand: "
                    << printable(hook.needs.place) << '\n';
      last = hook.needs.place;
      code = usage;
    }
  return code;
}

} // namespace

void declare_hook(Command &command) {
  const auto options = std::make_shared<CheckOptions>();
  // The hook prints nothing without findings, and skips files that do not look like payloads.
  options->quiet = true;
  options->applied_by = "stslint check ";
  Command run_staged{"run", "lint the staged files: those that the next commit changes"};
  run_staged.add(without(check_options(*options), {"-q,--quiet", "--detect"}));
  run_staged.run = [options](Console &console) { return check_staged(*options, console); };
  command.commands = {
      run_staged,
      {.name = "install", .summary = "install a git hook that runs stslint before each commit", .run = install},
      {.name = "uninstall", .summary = "remove the hook", .run = uninstall},
      {.name = "status", .summary = "print whether the hook is installed", .run = status, .exit_codes = status_codes},
  };
  command.run = [](Console &) -> int { throw Error("hook needs a command: run, install, uninstall or status"); };
}

} // namespace stslint
