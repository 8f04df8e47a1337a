#include "cli.hpp"

#include "command_line/console.hpp"
#include "command_line/help.hpp"
#include "command_line/parse_arguments.hpp"
#include "commands/commands.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <ostream>

namespace stslint {
namespace {

int fail(Console &console, const std::string &what, ExitCode code) {
  console.err << "stslint: " << printable(what) << '\n';
  return code;
}

} // namespace

int run(std::span<const std::string> arguments, Console &console) try {
  // As other programs have them.
  static const std::vector<std::string> help_flag = {"--help"}, version_flag = {"--version"};
  if (arguments.size() == 1 && arguments[0] == "help")
    arguments = help_flag;
  if (arguments.size() == 1 && (arguments[0] == "version" || arguments[0] == "-V"))
    arguments = version_flag;
  console.arguments = arguments;
  // Options and their parser take more time than linting a small file, so `stslint check FILE` builds neither.
  const auto dashed = [](const std::string &word) { return word.starts_with('-'); };
  if (!arguments.empty() && arguments[0] == "check" && std::ranges::none_of(arguments, dashed))
    return check_paths(arguments.subspan(1), console);
  const Command program = program_for(arguments.empty() ? "" : arguments[0]);
  const Parsed parsed = parse_arguments(program, arguments);
  if (parsed.instead) {
    console.out << (*parsed.instead == Instead::help ? help(parsed.path) : version() + '\n');
    return clean;
  }
  if (parsed.path.size() == 1) { // no command is named
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
