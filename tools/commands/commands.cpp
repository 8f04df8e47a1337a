#include "commands.hpp"

#include "command_line/option.hpp"

#include <algorithm>

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

} // namespace

Command whole_program() {
  Command program = bare_program();
  for (const CommandEntry &entry : command_entries)
    program.commands.push_back(declared(entry));
  return program;
}

Command program_for(std::string_view name) {
  Command program = bare_program();
  const auto *const named = std::ranges::find(command_entries, name, &CommandEntry::name);
  if (named != std::end(command_entries))
    program.commands.push_back(declared(*named));
  else
    for (const CommandEntry &entry : command_entries)
      program.commands.push_back({entry.name, entry.summary});
  return program;
}

} // namespace stslint
