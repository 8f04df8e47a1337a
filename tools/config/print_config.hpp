#pragma once

#include <string>

namespace stslint {

class Configuration;

/// What configuration and command line come to for a file, as a configuration that does the same.
std::string printed_config(Configuration &configuration, const std::string &file);

} // namespace stslint
