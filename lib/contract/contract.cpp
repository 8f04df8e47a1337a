#include "contract.hpp"

#include <algorithm>

namespace stslint {

const Shape *Tables::shape(std::string_view definition) const {
  const auto found = std::ranges::lower_bound(by_name, definition, {}, &Shape::name);
  return found == by_name.end() || (*found)->name != definition ? nullptr : *found;
}

std::string Contract::schema(std::string_view definition) const {
  std::string text =
      "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"allOf\": [{\"$ref\": \"#/definitions/";
  text += definition.empty() ? tables_.shapes.front().name : definition;
  text += "\"}],\n  \"definitions\": {";
  for (const std::string_view &source : tables_.sources)
    text.append(&source == &tables_.sources.front() ? "" : ",").append(source);
  return text + "\n  }\n}\n";
}

} // namespace stslint
