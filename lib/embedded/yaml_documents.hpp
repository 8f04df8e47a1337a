#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace stslint::embedded {

/// A document of a YAML file.
struct YamlDocument {
  std::size_t start;         ///< in the file
  std::string_view text;     ///< as the file has it
  std::string_view readable; ///< the same for libyaml: as many bytes, letters in place of templates and invalid bytes
};

/// Calls `use` with each document that names a payload. One whose lines a template chooses (`{{- if … }}`) has no
/// certain structure, and is left out.
void for_each_yaml_document(std::string_view file, const std::function<void(const YamlDocument &)> &use);

} // namespace stslint::embedded
