#pragma once

#include <span>
#include <string_view>

namespace stslint {

/// The files of schema/, embedded by the build; the envelope first. Programs contain the tables of the standard
/// contract, and compile these only for another variant.
std::span<const std::string_view> embedded_schemas();
/// What these files are called: `schema/event.json`.
std::span<const std::string_view> embedded_schema_names();

} // namespace stslint
