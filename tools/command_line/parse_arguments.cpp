// The only file that uses CLI11, because CLI11 takes longer to compile than most of our files.
#include "parse_arguments.hpp"

#include "arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

// CLI11 builds its predefined validators at each start: a fifth of the time to start and lint a file.
// We use none of them, so here they are null pointers.
#define ExistingFile *const ExistingFile = nullptr
#define ExistingDirectory *const ExistingDirectory = nullptr
#define ExistingPath *const ExistingPath = nullptr
#define NonexistentPath *const NonexistentPath = nullptr
#define ValidIPV4 *const ValidIPV4 = nullptr
#define Number(...) *const Number = nullptr
#define NonNegativeNumber(...) *const NonNegativeNumber = nullptr
#define PositiveNumber(...) *const PositiveNumber = nullptr
#include <CLI/CLI.hpp>

namespace stslint {
namespace {

/// Adds one option to an app, by the kind of its target.
struct Binding {
  CLI::App &app;
  std::string names;

  CLI::Option *operator()(Instead what) const {
    return what == Instead::help ? app.set_help_flag(names) : app.set_version_flag(names);
  }
  CLI::Option *operator()(bool *flag) const { return app.add_flag(names, *flag); }
  template <typename Value> CLI::Option *operator()(Value *value) const { return app.add_option(names, *value); }
};

/// What is wrong with the value of an option that counts; "" if nothing is.
std::string not_whole(const std::string &text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos && text.size() < 20;
  return digits ? "" : in_quotes(text) + " is not a whole number";
}

/// A variable without a value, as in `--now "$NOW"`, is a mistake; only a text may be empty.
std::string empty_value(const std::string &text) { return text.empty() ? "the value is empty" : ""; }

/// The words in CLI11's order, the last first. `--name=` becomes two words, or CLI11 would take the next as its value.
std::vector<std::string> for_cli11(std::span<const std::string> arguments) {
  std::vector<std::string> words;
  bool options = true;
  for (const std::string &word : arguments) {
    options = options && word != "--";
    const bool empty = options && word.starts_with("--") && word.find('=') == word.size() - 1;
    words.push_back(empty ? word.substr(0, word.size() - 1) : word);
    if (empty)
      words.emplace_back();
  }
  std::ranges::reverse(words);
  return words;
}

void bind(CLI::App &app, const Command &command) {
  for (const Option &option : command.options) {
    CLI::Option *bound = std::visit(Binding{app, std::string(option.names)}, option.target);
    if (!option.value.empty())
      bound->type_name(std::string(option.value));
    if (std::holds_alternative<std::uint64_t *>(option.target) ||
        std::holds_alternative<std::optional<std::size_t> *>(option.target))
      bound->check(not_whole); // CLI11 reads -1 as the greatest number
    else if (!option.positional() && !option.value.empty() && option.value != "TEXT")
      bound->check(empty_value);
    bound->required(option.trait == Option::required);
    if (option.list())
      bound->allow_extra_args(option.trait != Option::one_each && option.trait != Option::commas);
    if (option.trait == Option::commas)
      bound->delimiter(',');
    // CLI11 takes -- for a mark only while an argument is missing; this one always is.
    if (option.positional() && option.list())
      app.add_option_function<std::string>("missing", [](const std::string &) {});
  }
  for (const Command &below : command.commands) {
    CLI::App *sub = app.add_subcommand(std::string(below.name));
    sub->allow_extras(); // which are reported one by one
    bind(*sub, below);
  }
}

/// CLI11's "--as: 1 required TYPE missing" in plain words.
std::string in_plain_words(std::string what) {
  static constexpr std::string_view wants = ": 1 required ", missing = " missing",
                                    no_number = "Could not convert: ", is = " = ";
  if (const std::size_t at = what.find(is); at != std::string::npos && what.starts_with(no_number))
    return what.substr(no_number.size(), at - no_number.size()) + ": " + in_quotes(what.substr(at + is.size())) +
           " is not a number";
  if (const std::size_t at = what.find(wants); at != std::string::npos && what.ends_with(missing))
    what = what.substr(0, at) +
           " needs a value: " + what.substr(at + wants.size(), what.size() - at - wants.size() - missing.size());
  return what;
}

/// Reports an unknown flag or command, or an extra word.
[[noreturn]] void refuse(const std::string &argument, const CommandPath &path) {
  const bool command = path.size() == 1 && !argument.starts_with('-');
  std::vector<std::string> known;
  for (const Option &option : path.back()->options)
    for (const std::string &flag : option.flags())
      if (!command && flag.starts_with("--"))
        known.push_back(flag);
  for (const Command &below : path.back()->commands)
    known.emplace_back(below.name);
  const std::vector<std::string_view> words(known.begin(), known.end());
  throw Error((command ? "unknown command " : "unknown argument ") + in_quotes(argument) +
              did_you_mean(argument.substr(0, argument.find('=')), words) + " (see " + called(path) + " --help)");
}

} // namespace

const std::string_view cli11_version = CLI11_VERSION;

Parsed parse_arguments(const Command &program, std::span<const std::string> arguments) {
  Parsed parsed{{&program}};
  const bool named = !arguments.empty() && !arguments[0].starts_with('-');
  if (named && std::ranges::find(program.commands, arguments[0], &Command::name) == program.commands.end())
    refuse(arguments[0], parsed.path);
  CLI::App app;
  app.require_subcommand(0, 1); // after the first, the name of a command is an ordinary word
  bind(app, program);
  try {
    app.parse(for_cli11(arguments));
  } catch (const CLI::CallForHelp &) {
    parsed.instead = Instead::help;
  } catch (const CLI::CallForVersion &) {
    parsed.instead = Instead::version;
  } catch (const CLI::ParseError &error) {
    if (!named)
      refuse(arguments[0], parsed.path);
    throw Error(in_plain_words(error.what()) + " (see stslint " + arguments[0] + " --help)");
  }
  for (const CLI::App *at = &app;;) {
    auto extras = at->remaining();
    std::erase(extras, "--"); // CLI11 also returns the mark itself
    if (!extras.empty() && !parsed.instead)
      refuse(extras[0], parsed.path);
    if (at->get_subcommands().empty())
      return parsed;
    at = at->get_subcommands()[0];
    parsed.path.push_back(&*std::ranges::find(parsed.path.back()->commands, at->get_name(), &Command::name));
  }
}

} // namespace stslint
