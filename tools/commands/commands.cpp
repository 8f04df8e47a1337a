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
    {"check", "lint payloads in files, folders, or standard input (-)", declare_check},
    {"filter", "pass the good lines of a pipe on, and set the bad ones aside", declare_filter},
    {"merge", "combine the reports of the parts of a run into one report", declare_merge},
    {"explain", "explain a rule: its meaning, its reason, good and bad examples", declare_explain},
    {"generate", "generate good and broken payloads, each with the answer that a receiver should give",
     declare_generate},
    {"fuzz", "send payloads to your receiver and compare its answers with those of the linter", declare_fuzz},
    {"hook", "lint staged files before each commit", declare_hook},
    {"event", "build the payload of one event, and print or send it", declare_event},
    {"send", "lint payloads, and post them to a receiver", declare_send},
    {"serve", "run a local receiver that lints each payload it gets", declare_serve},
    {"lsp", "lint payloads in your editor, as a server of the Language Server Protocol", declare_lsp},
    {"schema", "print the JSON Schema of the payload", declare_schema},
    {"completion", "print the completion script for a shell", declare_completion},
};

Command declared(const CommandEntry &entry) {
  Command command{entry.name, entry.summary};
  entry.declare(command);
  return command;
}

/// The program without its commands.
Command bare_program() {
  Command program{"stslint", "Lints the JSON that StackState's Receiver API takes."};
  program.add({{"--version", "", Instead::version, "print the version and the build details, and exit"}});
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
