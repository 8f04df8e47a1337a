#pragma once

#include "lib/lint/option_values.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Words of the command line as values. Each function throws Error with one line that names the flag and its values.
namespace stslint {

/// `90s`, `30m`, `24h`, `7d`: seconds, of at most 36500 days; empty for another text.
std::optional<double> duration_in(std::string_view text);
/// The message about a text that is not a duration.
std::string duration_advice(std::string_view flag, std::string_view text);
double duration(std::string_view flag, std::string_view text);

/// Seconds since 1970, or a time of RFC 3339.
double time_of(std::string_view flag, std::string_view text);

/// A whole number of at least 1.
std::size_t positive(std::string_view flag, std::string_view text);

} // namespace stslint
