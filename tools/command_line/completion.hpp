#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stslint {

struct Command;

/// The candidates for one place of a command line.
struct Candidates {
  std::vector<std::string> words;
  bool files = false;
};

/// An option, or a positional argument, which has no names.
struct CompletedArgument {
  std::vector<std::string> names; ///< `--format`, `-q`
  std::string summary;
  bool takes_value = false, list = false; ///< a list of values, with commas
  Candidates value, behind;               ///< `behind`: after a `=` within the value, as in RULE=LEVEL
};

/// A command with its subcommands below it.
struct CompletedCommand {
  std::string path; ///< the words that lead to it, each after a space: "" or " hook install"
  std::string name, summary;
  std::vector<CompletedArgument> arguments;
  std::vector<CompletedCommand> commands;
};

/// Walks the tree of options. The name of a value gives its candidates: `a|b|c` are its words; FILE, RULE and
/// other names in capitals are the kinds of values.
CompletedCommand completed(const Command &command, const std::string &path = "");

/// The paths of all commands below one, each in single quotes.
std::vector<std::string> quoted_paths(const CompletedCommand &command);

/// All candidates for the value of an option, one word each.
std::vector<std::string> whole_values(const CompletedArgument &argument);

/// `text` with `what` replaced by `by`: for the quotes of a shell.
std::string replaced_all(std::string text, std::string_view what, std::string_view by);

/// Words with a separator between them.
std::string joined(const std::vector<std::string> &words, std::string_view separator = " ");

// The scripts; each has the file of its shell.
std::string bash_completion(const CompletedCommand &program);
std::string zsh_completion(const CompletedCommand &program);
std::string fish_completion(const CompletedCommand &program);

} // namespace stslint
