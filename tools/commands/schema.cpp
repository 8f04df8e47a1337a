#include "commands.hpp"

#include "command_line/arguments.hpp"
#include "command_line/console.hpp"
#include "command_line/option.hpp"
#include "config/config_contract.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"

#include <memory>
#include <ostream>
#include <vector>

namespace stslint {

void declare_schema(Command &command) {
  const auto part = std::make_shared<std::string>("payload");
  command.add(
      {{"part", "PART|config", part.get(), "a part of the payload, such as event, or config for .stslint.json"}});
  command.run = [part](Console &console) {
    if (*part == "config") {
      console.out << config_contract().schema(*part);
      return clean;
    }
    const Contract &contract = standard_contract();
    std::vector<std::string_view> known = contract.definitions();
    known.insert(known.begin(), "config");
    console.out << contract.schema(one_of("schema", *part, known), rules_of(Version::v5_1));
    return clean;
  };
}

} // namespace stslint
