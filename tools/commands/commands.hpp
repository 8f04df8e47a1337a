#pragma once

#include <span>
#include <string>
#include <string_view>

namespace stslint {

struct Command;
struct Console;

// Each function gives a command its options and its action.
void declare_check(Command &command);
/// `stslint check` with paths only.
int check_paths(std::span<const std::string> paths, Console &console);
void declare_completion(Command &command);
void declare_event(Command &command);
void declare_explain(Command &command);
void declare_filter(Command &command);
void declare_fuzz(Command &command);
void declare_generate(Command &command);
void declare_hook(Command &command);
void declare_lsp(Command &command);
void declare_merge(Command &command);
void declare_schema(Command &command);
void declare_send(Command &command);
void declare_serve(Command &command);

/// The program with all its commands and their options.
Command whole_program();
/// The program for a run of the command `name`: only that command has its options, because they cost time to build. For
/// an unknown name, it has all commands, without their options.
Command program_for(std::string_view name);

} // namespace stslint
