#pragma once

#include "json_writer.hpp"

#include "stslint/generate.hpp"

#include <cstdint>

namespace stslint {

/// Writes the label of a generated payload as members of the object at hand, in the form of `stslint generate`.
void write_label(JsonWriter &json, const Case &made, const Label &label, std::uint64_t index);

} // namespace stslint
