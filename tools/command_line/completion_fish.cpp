#include "completion.hpp"

namespace stslint {
namespace {

std::string quoted(const std::string &text) {
  return '\'' + replaced_all(replaced_all(text, "\\", "\\\\"), "'", "\\'") + '\'';
}

std::string value(const CompletedArgument &argument) {
  const std::vector<std::string> words = whole_values(argument);
  return words.empty() ? ""
                       : " -a " + quoted(argument.list ? "(__fish_append , " + joined(words) + ')' : joined(words));
}

std::string lines(const CompletedCommand &command) {
  const std::string here = "complete -c stslint -n " + quoted("__stslint_at " + quoted(command.path));
  std::string out;
  for (const CompletedArgument &argument : command.arguments) {
    std::string names;
    for (const std::string &name : argument.names)
      names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!argument.names.empty())
      out += here + names +
             (!argument.takes_value  ? ""
              : argument.value.files ? " -r -F"
                                     : " -x") +
             value(argument) + " -d " + quoted(argument.summary) + '\n';
    else // fish offers files by default
      out += argument.value.files ? "" : here + " -f" + value(argument) + '\n';
  }
  for (const CompletedCommand &below : command.commands)
    out += here + " -f -a " + below.name + " -d " + quoted(below.summary) + '\n' + lines(below);
  return out;
}

} // namespace

std::string fish_completion(const CompletedCommand &program) {
  return "# fish completion of stslint, written by `stslint completion fish`.\n"
         "function __stslint_at\n"
         "  set -l path ''\n"
         "  for word in (commandline -opc)[2..]\n"
         "    switch \"$path $word\"\n"
         "      case " +
         joined(quoted_paths(program)) +
         "\n        set path \"$path $word\"\n"
         "    end\n"
         "  end\n"
         "  test \"$path\" = \"$argv[1]\"\n"
         "end\n" +
         lines(program);
}

} // namespace stslint
