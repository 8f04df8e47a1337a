#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace stslint {

/// Reads a whole file that tells stslint how to work: a configuration, a baseline, a schema. Empty if it does not
/// exist. Throws Error, with the reason alone, if it cannot be read: it must be a file, or a pipe that somebody writes
/// to, and neither large nor silent for long.
std::optional<std::string> read_auxiliary_file(const std::filesystem::path &path);

} // namespace stslint
