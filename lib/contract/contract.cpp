#include "stslint/contract.hpp"

#include <algorithm>

namespace stslint {

const Shape *Contract::shape(std::string_view definition) const {
  const auto found = by_name_.find(definition);
  return found == by_name_.end() ? nullptr : found->second;
}

std::string Contract::schema(std::string_view definition) const {
  std::string text =
      "{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n  \"allOf\": [{\"$ref\": \"#/definitions/";
  text += definition.empty() ? shapes_.front().name : definition;
  text += "\"}],\n  \"definitions\": {";
  for (const std::string &source : sources_)
    text += (&source == &sources_.front() ? "" : ",") + source;
  return text + "\n  }\n}\n";
}

} // namespace stslint
