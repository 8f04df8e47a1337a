#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Words of the command line as values. Each function throws Error with one line that names the flag and its values.
namespace stslint {

struct Rule;
enum class Severity : std::uint8_t;
enum class TimeFormat : std::uint8_t;
enum class Version : std::uint8_t;

/// `; did you mean event?` if a word is close to a known one; otherwise "".
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

/// One of a list of words; otherwise throws Error with the probable word.
std::string_view one_of(std::string_view flag, std::string_view word, std::span<const std::string_view> known);

Severity severity_named(std::string_view flag, std::string_view word);

/// `s` or `ms`.
TimeFormat time_format_named(std::string_view flag, std::string_view word);

/// `5.1`, `5.2` or `suse`.
Version version_named(std::string_view flag, std::string_view word);

/// Throws for a rule that does not exist.
const Rule &rule_named(std::string_view flag, std::string_view id);

/// `90s`, `30m`, `24h`, `7d`: seconds, of at most 36500 days; empty for another text.
std::optional<double> duration_in(std::string_view text);
/// The message about a text that is no duration.
std::string duration_advice(std::string_view flag, std::string_view text);
double duration(std::string_view flag, std::string_view text);

/// Seconds since 1970, or a time of RFC 3339.
double time_of(std::string_view flag, std::string_view text);

/// A whole number of at least 1.
std::size_t positive(std::string_view flag, std::string_view text);

} // namespace stslint
