#include "completion.hpp"

namespace stslint {
namespace {

/// A branch for the value of an option. bash completes files by itself, which must not happen for unknown values.
std::string branch(const CompletedCommand &command, const std::vector<std::string> &names, const char *behind,
                   const Candidates &value) {
  std::vector<std::string> patterns;
  for (const std::string &name : names)
    patterns.push_back('\'' + command.path + ' ' + name + behind + '\'');
  const std::string then = value.files           ? "return"
                           : value.words.empty() ? "compopt +o default 2>/dev/null; return"
                                                 : "words='" + joined(value.words) + '\'';
  return "    " + joined(patterns, " | ") + ") " + then + " ;;\n";
}

std::string values(const CompletedCommand &command) {
  std::string out;
  for (const CompletedArgument &argument : command.arguments) {
    if (!argument.takes_value || argument.names.empty())
      continue;
    out += branch(command, argument.names, "", argument.value);
    if (argument.behind.files || !argument.behind.words.empty())
      out += branch(command, argument.names, "=", argument.behind);
  }
  for (const CompletedCommand &below : command.commands)
    out += values(below);
  return out;
}

/// The candidates where no option needs a value.
std::string starts(const CompletedCommand &command) {
  std::vector<std::string> options, words;
  for (const CompletedArgument &argument : command.arguments)
    for (const std::string &word : argument.names.empty() ? argument.value.words : argument.names)
      (argument.names.empty() ? words : options).push_back(word);
  for (const CompletedCommand &below : command.commands)
    words.push_back(below.name);
  std::string out =
      "        '" + command.path + "') words='" + joined(words) + "' options='" + joined(options) + "' ;;\n";
  for (const CompletedCommand &below : command.commands)
    out += starts(below);
  return out;
}

} // namespace

std::string bash_completion(const CompletedCommand &program) {
  return R"(# bash completion of stslint, written by `stslint completion bash`.
_stslint() {
  local cur=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) path='' words='' options='' behind='' word
  COMPREPLY=()
  # To bash `=` is a word of its own: of `--option=value`, of `RULE=LEVEL`, or of both.
  if [[ $cur == '=' ]]; then cur='' at=$COMP_CWORD; fi
  if [[ ${COMP_WORDS[at]} == '=' ]]; then
    at=$((at - 1))
    if [[ ${COMP_WORDS[at]} != -* ]]; then
      behind='=' at=$((at - 1))
      if [[ ${COMP_WORDS[at]} == '=' ]]; then at=$((at - 1)); fi
    fi
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
      )" +
         joined(quoted_paths(program), " | ") + R"() path="$path $word" ;;
    esac
  done
  case "$path ${COMP_WORDS[at]}$behind" in
)" + values(program) +
         R"(    *)
      case $path in
)" + starts(program) +
         R"(      esac
      if [[ $cur == -* ]]; then words=$options; fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -P "${cur%"${cur##*,}"}" -W "$words" -- "${cur##*,}")
}
complete -o default -F _stslint stslint
)";
}

} // namespace stslint
