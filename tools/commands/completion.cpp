#include "commands.hpp"

#include "command_line/arguments.hpp"
#include "command_line/completion.hpp"
#include "command_line/console.hpp"
#include "command_line/option.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace stslint {

void declare_completion(Command &command) {
  const auto shell = std::make_shared<std::string>();
  command.add({{"shell", "bash|zsh|fish", shell.get(), "the shell that runs the script", "", Option::required}});
  command.run = [shell](Console &console) {
    static constexpr std::array<std::string_view, 3> shells = {"bash", "zsh", "fish"};
    static constexpr std::array scripts = {bash_completion, zsh_completion, fish_completion};
    const auto *const which = std::ranges::find(shells, one_of("completion", *shell, shells));
    console.out << scripts[static_cast<std::size_t>(which - shells.begin())](completed(whole_program()));
    return clean;
  };
}

} // namespace stslint
