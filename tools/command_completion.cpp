#include "command.hpp"

#include "arguments.hpp"
#include "completion.hpp"

#include <array>
#include <ostream>

namespace stslint {

Action declare_completion(CLI::App &app, Console &console) {
  const auto shell = std::make_shared<std::string>();
  app.add_option("shell", *shell, "the shell to write the script for")->type_name("bash|zsh|fish")->required();
  return [shell, &console] {
    static constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};
    static constexpr std::array scripts = {bash_completion, zsh_completion, fish_completion};
    const auto *const which = std::ranges::find(shells, one_of("completion", *shell, shells));
    CLI::App program;
    declare_all(program, console);
    console.out << scripts[static_cast<std::size_t>(which - shells.begin())](completed(program));
    return static_cast<int>(clean);
  };
}

} // namespace stslint
