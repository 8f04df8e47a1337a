#include "command.hpp"

#include "arguments.hpp"
#include "config_contract.hpp"

#include "stslint/lint.hpp"

#include <ostream>
#include <vector>

namespace stslint {

Action declare_schema(CLI::App &app, Console &console) {
  const auto part = std::make_shared<std::string>("payload");
  app.add_option("part", *part, "a part of the payload, such as event; or config, for .stslint.json")
      ->type_name("PART")
      ->capture_default_str();
  return [part, &console] {
    if (*part == "config") {
      console.out << config_contract().schema(*part);
      return static_cast<int>(clean);
    }
    const Contract &contract = standard_contract();
    std::vector<std::string_view> known = {"config"};
    for (const Shape &shape : contract.shapes())
      if (!shape.name.empty())
        known.push_back(shape.name);
    console.out << contract.schema(one_of("schema", *part, known));
    return static_cast<int>(clean);
  };
}

} // namespace stslint
