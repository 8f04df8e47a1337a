#include "command.hpp"
#include "help.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <vector>

namespace stslint {
namespace {

struct Command {
  std::string_view name, summary;
  Action (*declare)(CLI::App &, Console &);
};

constexpr Command commands[] = {
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

std::string exit_codes() {
  std::string text = "Exit codes (the highest wins):\n";
  for (std::size_t code = 0; code < exit_code_meanings.size(); ++code)
    text += "  " + std::to_string(code) + "  " + std::string(exit_code_meanings[code]) + '\n';
  return text;
}

void declare_program(CLI::App &app) {
  app.formatter(help_layout());
  app.require_subcommand(0, 1); // behind the first, the name of a command is a word like any other
  app.footer(exit_codes());
  app.set_help_flag("-h,--help", "print this help and exit");
  app.set_version_flag("--version", version, "print the version and what went into the build, and exit");
}

Action declare(const Command &command, CLI::App &app, Console &console) {
  app.set_help_flag("-h,--help", "print this help and exit");
  app.footer(exit_codes());
  app.allow_extras();
  return command.declare(app, console);
}

int fail(Console &console, const std::string &what, ExitCode code) {
  console.err << "stslint: " << printable(what) << '\n';
  return code;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string> &known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  const auto near = closest(word, views);
  return near ? "; did you mean " + std::string(*near) + '?' : "";
}

/// What nobody asked for: an unknown flag or command, or one word too many.
std::string unknown_argument(const CLI::App &app, const std::string &argument) {
  std::vector<std::string> known;
  for (const CLI::Option *option : app.get_options())
    for (const std::string &name : option->get_lnames())
      known.push_back("--" + name);
  for (const CLI::App *command : app.get_subcommands({}))
    known.push_back(command->get_name());
  std::string name;
  for (const CLI::App *at = &app; at->get_parent() != nullptr; at = at->get_parent())
    name.insert(0, at->get_name() + ' ');
  const std::string flag = argument.substr(0, argument.find('='));
  return "unknown argument " + in_quotes(argument) + did_you_mean(flag, known) + " (see stslint " + name + "--help)";
}

/// What is wrong with the arguments, with CLI11's "--as: 1 required TYPE missing" in plain words.
std::string broken_arguments(const CLI::App &app, std::string what) {
  static constexpr std::string_view wants = ": 1 required ", missing = " missing";
  if (const std::size_t at = what.find(wants); at != std::string::npos && what.ends_with(missing))
    what = what.substr(0, at) +
           " needs a value: " + what.substr(at + wants.size(), what.size() - at - wants.size() - missing.size());
  return what + " (see stslint " + app.get_name() + " --help)";
}

} // namespace

void declare_all(CLI::App &app, Console &console) {
  declare_program(app);
  for (const Command &command : commands)
    declare(command, *app.add_subcommand(std::string(command.name), std::string(command.summary)), console);
}

int run(std::span<const std::string> arguments, Console &console) try {
  console.arguments = arguments;
  // Options, and what parses them, cost more time to build than a small file to lint: `stslint check FILE` names none.
  const auto dashed = [](const std::string &word) { return word.starts_with('-'); };
  if (!arguments.empty() && arguments[0] == "check" && std::ranges::none_of(arguments, dashed))
    return check_paths(arguments.subspan(1), console);
  CLI::App app("Lints the JSON that StackState's Receiver API takes.", "stslint");
  declare_program(app);
  Action action;
  CLI::App *chosen = nullptr;
  // Commands and options cost time to build: only the one at hand and its own are.
  const std::string_view word = arguments.empty() ? std::string_view() : std::string_view(arguments[0]);
  const bool known_command = std::ranges::find(commands, word, &Command::name) != std::end(commands);
  for (const Command &command : commands) {
    if (known_command && word != command.name)
      continue;
    CLI::App *sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    if (!known_command)
      continue;
    chosen = sub;
    action = declare(command, *sub, console);
  }
  if (arguments.empty() || (chosen == nullptr && !arguments[0].starts_with('-'))) {
    std::vector<std::string> known;
    for (const Command &command : commands)
      known.emplace_back(command.name);
    if (arguments.empty())
      console.err << app.help();
    else
      console.err << "stslint: unknown command " << in_quotes(arguments[0]) << did_you_mean(arguments[0], known)
                  << " (see stslint --help)\n";
    return usage;
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::Success &help_or_version) {
    app.exit(help_or_version, console.out, console.err);
    return clean;
  } catch (const CLI::ParseError &error) {
    if (chosen == nullptr)
      return fail(console, unknown_argument(app, arguments[0]), usage);
    return fail(console, broken_arguments(*chosen, error.what()), usage);
  }
  for (const CLI::App *at = chosen; at != nullptr;) {
    auto extras = at->remaining();
    std::erase(extras, "--"); // CLI11 counts the mark itself
    if (!extras.empty())
      return fail(console, unknown_argument(*at, extras[0]), usage);
    const auto within = at->get_subcommands();
    at = within.empty() ? nullptr : within[0];
  }
  return action();
} catch (const Error &error) {
  return fail(console, error.what(), usage);
} catch (const std::exception &error) {
  return fail(console, std::string("internal error: ") + error.what(), internal);
}

} // namespace stslint
