#include "cli.hpp"

#include "command.hpp"
#include "help.hpp"
#include "parse_arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <ostream>

namespace stslint {
namespace {

struct CommandEntry {
  std::string_view name, summary;
  void (*declare)(Command &);
};

constexpr CommandEntry command_entries[] = {
    {"check", "lint payloads: files, folders, or - for standard input", declare_check},
    {"explain", "what a rule means, why it exists, good and bad examples", declare_explain},
    {"generate", "make payloads, good and broken, each labelled with what a receiver should do", declare_generate},
    {"fuzz", "send payloads to a receiver of yours and compare its verdicts", declare_fuzz},
    {"hook", "lint what is staged, before each commit", declare_hook},
    {"event", "make the payload of one event, and print or send it", declare_event},
    {"send", "post payloads to a receiver once they are linted", declare_send},
    {"serve", "be a receiver on this machine that lints what it is sent", declare_serve},
    {"schema", "print the JSON Schema of the payload", declare_schema},
    {"completion", "print the script that completes command lines in a shell", declare_completion},
};

Command declared(const CommandEntry &entry) {
  Command command{entry.name, entry.summary};
  entry.declare(command);
  return command;
}

/// The program without its commands.
Command bare_program() {
  Command program{"stslint", "Lints the JSON that StackState's Receiver API takes."};
  program.add({{"--version", "", Instead::version, "print the version and what went into the build, and exit"}});
  return program;
}

int fail(Console &console, const std::string &what, ExitCode code) {
  console.err << "stslint: " << printable(what) << '\n';
  return code;
}

} // namespace

Command whole_program() {
  Command program = bare_program();
  for (const CommandEntry &entry : command_entries)
    program.commands.push_back(declared(entry));
  return program;
}

int run(std::span<const std::string> arguments, Console &console) try {
  console.arguments = arguments;
  // Options, and what parses them, cost more time to build than a small file to lint: `stslint check FILE` names none.
  const auto dashed = [](const std::string &word) { return word.starts_with('-'); };
  if (!arguments.empty() && arguments[0] == "check" && std::ranges::none_of(arguments, dashed))
    return check_paths(arguments.subspan(1), console);
  // Commands and options cost time to build: only the one at hand and its own are.
  Command program = bare_program();
  const auto *const named =
      std::ranges::find(command_entries, arguments.empty() ? "" : arguments[0], &CommandEntry::name);
  if (named != std::end(command_entries))
    program.commands.push_back(declared(*named));
  else
    for (const CommandEntry &entry : command_entries)
      program.commands.push_back({entry.name, entry.summary});
  const Parsed parsed = parse_arguments(program, arguments);
  if (parsed.instead) {
    console.out << (*parsed.instead == Instead::help ? help(parsed.path) : version() + '\n');
    return clean;
  }
  if (parsed.path.size() == 1) { // nothing is named
    console.err << help(parsed.path);
    return usage;
  }
  return parsed.path.back()->run(console);
} catch (const Error &error) {
  return fail(console, error.what(), usage);
} catch (const std::exception &error) {
  return fail(console, std::string("internal error: ") + error.what(), internal);
}

} // namespace stslint
