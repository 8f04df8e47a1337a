#include "completion.hpp"

namespace stslint {
namespace {

/// Text for single quotes in a specification, where zsh interprets [ ] and :.
std::string zsh_escaped(const std::string &text) {
  std::string out;
  for (const char c : text)
    if (c == '\'')
      out += "'\\''";
    else
      out += (c == '[' || c == ']' || c == ':' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out;
}

std::string action(const CompletedArgument &argument) {
  const std::vector<std::string> words = whole_values(argument);
  if (words.empty())
    return argument.value.files ? ":file:_files" : ": : ";
  if (argument.list)
    return ":words:_values -s , word " + joined(words);
  return ":word:(" + joined(words) + ')';
}

std::string specification(const CompletedArgument &argument) {
  if (argument.names.empty())
    return " \\\n    '*" + action(argument) + '\'';
  std::string out;
  for (const std::string &name : argument.names)
    out += " \\\n    '*" + name + '[' + zsh_escaped(argument.summary) + ']' +
           (argument.takes_value ? action(argument) : "") + '\'';
  return out;
}

std::string function_name(const CompletedCommand &command) { return "_stslint" + replaced_all(command.path, " ", "_"); }

std::string function(const CompletedCommand &command) {
  std::string out, arguments;
  for (const CompletedArgument &argument : command.arguments)
    arguments += specification(argument);
  if (command.commands.empty())
    return function_name(command) + "() {\n  _arguments -s" + arguments + "\n}\n";
  std::string described, calls;
  for (const CompletedCommand &below : command.commands) {
    out += function(below);
    described += " \\\n        '" + below.name + ':' + zsh_escaped(below.summary) + '\'';
    calls += "        " + below.name + ") " + function_name(below) + " ;;\n";
  }
  return out + function_name(command) + "() {\n  local curcontext=$curcontext state line\n  local -a commands\n" +
         "  _arguments -C" + arguments +
         " \\\n    '1: :->command' '*:: :->arguments'\n  case $state in\n    command)\n" + "      commands=(" +
         described + ")\n      _describe command commands\n      ;;\n    arguments)\n" + "      case $words[1] in\n" +
         calls + "      esac\n      ;;\n  esac\n}\n";
}

} // namespace

std::string zsh_completion(const CompletedCommand &program) {
  return "#compdef stslint\n# zsh completion of stslint, written by `stslint completion zsh`.\n" + function(program) +
         "if [[ $funcstack[1] == _stslint ]]; then\n  _stslint \"$@\"\nelse\n  compdef _stslint stslint\nfi\n";
}

} // namespace stslint
