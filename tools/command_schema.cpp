#include "command.hpp"

#include "arguments.hpp"

#include "stslint/lint.hpp"

#include <ostream>
#include <vector>

namespace stslint {

Action declare_schema(CLI::App &app, Console &console) {
  const auto part = std::make_shared<std::string>("payload");
  app.add_option("part", *part, "a part of the payload, such as event")->type_name("PART")->capture_default_str();
  return [part, &console] {
    const Contract &contract = standard_contract();
    std::vector<std::string_view> known;
    for (const Shape &shape : contract.shapes())
      if (!shape.name.empty())
        known.push_back(shape.name);
    console.out << contract.schema(one_of("schema", *part, known));
    return static_cast<int>(clean);
  };
}

} // namespace stslint
