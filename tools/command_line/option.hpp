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

/// What is printed instead of what the command does.
enum class Instead { help, version };

/// What an option sets.
using OptionTarget = std::variant<Instead, bool *, std::string *, std::vector<std::string> *, std::uint64_t *, double *,
                                  std::optional<std::size_t> *>;

/// Where options stand in the help that are in no group of their own.
inline constexpr std::string_view common_group = "Options";

/// One line of a command's table of options.
struct Option {
  enum Trait {
    plain,    ///< a list takes several values each time: all words up to the next option
    required, ///< it has to be given
    one_each, ///< a list takes one value each time
    commas,   ///< a list takes one value each time, or several with commas between them
  };

  std::string_view names; ///< `-q,--quiet`; a name without a dash is one for what stands by itself
  std::string_view value; ///< what it takes: `FILE`, `a|b`, `RULE=LEVEL`; "" for a flag
  OptionTarget target;
  std::string_view description;
  std::string_view group = common_group;
  Trait trait = plain;
  /// What the target held when a command got the option; "" for nothing. Parsing has overwritten it when help is asked.
  std::string initial = {};

  bool positional() const { return !names.starts_with('-'); }
  bool list() const { return std::holds_alternative<std::vector<std::string> *>(target); }
  /// Its names, each by itself and with its dashes, the long ones first; none for what stands by itself.
  std::vector<std::string> flags() const;
};

using OptionTable = std::vector<Option>;

/// The options but those of these names: what a command does not leave to its user.
OptionTable without(OptionTable options, std::initializer_list<std::string_view> names);

/// What can be done, and how it is called.
struct Command {
  std::string_view name, summary;
  OptionTable options = {{"-h,--help", "", Instead::help, "print this help and exit"}};
  std::vector<Command> commands = {};
  /// What to do once the targets are set; answers the exit code.
  std::function<int(Console &)> run = {};
  std::string_view exit_codes = {}; ///< what its help says of them; "" for what the others say

  void add(OptionTable more);
};

/// The parts of a text between separators.
std::vector<std::string> split(std::string_view text, char separator);

/// A command behind those that lead to it: the program first.
using CommandPath = std::vector<const Command *>;

/// What is typed to come to it: `stslint hook run`.
std::string called(const CommandPath &path);

} // namespace stslint
