#pragma once

#include <string>

namespace stslint {

class Configuration;

/// The result of configuration and command line for a file, as an equivalent configuration.
std::string printed_config(Configuration &configuration, const std::string &file);

} // namespace stslint
