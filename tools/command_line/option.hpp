#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stslint {

struct Console;

/// Output that replaces the work of the command.
enum class Instead { help, version };

/// The target of an option.
using OptionTarget = std::variant<Instead, bool *, std::string *, std::vector<std::string> *, std::uint64_t *, double *,
                                  std::optional<std::size_t> *>;

/// The help group of options without their own group.
inline constexpr std::string_view common_group = "Options";

/// One line of a command's table of options.
struct Option {
  enum Trait {
    plain,    ///< a list takes several values each time: all words up to the next option
    required, ///< it must be given
    one_each, ///< a list takes one value each time
    commas,   ///< a list takes one value each time, or several with commas between them
  };

  std::string_view names; ///< `-q,--quiet`; a name without a dash is that of a positional argument
  std::string_view value; ///< the name of its value: `FILE`, `a|b`, `RULE=LEVEL`; "" for a flag
  OptionTarget target;
  std::string_view description;
  std::string_view group = common_group;
  Trait trait = plain;
  /// The default: the target's value when the command got the option; "" for none. Parsing overwrites the target.
  std::string initial = {};

  bool positional() const { return !names.starts_with('-'); }
  bool list() const { return std::holds_alternative<std::vector<std::string> *>(target); }
  /// Its names, each separate and with its dashes, the long ones first; empty for a positional argument.
  std::vector<std::string> flags() const;
};

using OptionTable = std::vector<Option>;

/// The options without those of these names, which a command sets itself.
OptionTable without(OptionTable options, std::initializer_list<std::string_view> names);
/// Only the options of these names.
OptionTable only(OptionTable options, std::initializer_list<std::string_view> names);

/// A command, with its name and options.
struct Command {
  std::string_view name, summary;
  OptionTable options = {{"-h,--help", "", Instead::help, "print this help and exit"}};
  std::vector<Command> commands = {};
  /// Runs the command after the targets are set; returns the exit code.
  std::function<int(Console &)> run = {};
  std::string_view exit_codes = {}; ///< its own exit codes in the help; "" for the common ones

  void add(OptionTable more);
};

/// The parts of a text between separators.
std::vector<std::string> split(std::string_view text, char separator);

/// A command after its parents; the program is first.
using CommandPath = std::vector<const Command *>;

/// The words that call it: `stslint hook run`.
std::string called(const CommandPath &path);

} // namespace stslint
