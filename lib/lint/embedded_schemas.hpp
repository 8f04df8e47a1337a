#pragma once

#include <span>
#include <string_view>

namespace stslint {

/// The files of schema/, embedded by the build; the envelope first. Only the build itself and the tests need them: a
/// program has the tables that are made of them.
std::span<const std::string_view> embedded_schemas();
/// What these files are called: `schema/event.json`.
std::span<const std::string_view> embedded_schema_names();

} // namespace stslint
