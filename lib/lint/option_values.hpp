#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// The values of options. For a word that is not one, each function below except did_you_mean() throws Error with one
/// line that names the option and, if there is one, the probable word.
namespace stslint {

struct Rule;
enum class Severity : std::uint8_t;
enum class TimeFormat : std::uint8_t;
enum class Version : std::uint8_t;

/// `; did you mean event?` if a word is close to a known one; otherwise "".
std::string did_you_mean(std::string_view word, std::span<const std::string_view> known);

/// One of a list of words; otherwise throws Error with the probable word.
std::string_view one_of(std::string_view option, std::string_view word, std::span<const std::string_view> known);

Severity severity_named(std::string_view option, std::string_view word);

/// `s` or `ms`.
TimeFormat time_format_named(std::string_view option, std::string_view word);

/// `5.1`, `5.2` or `suse`.
Version version_named(std::string_view option, std::string_view word);

/// Throws for a rule that does not exist.
const Rule &rule_named(std::string_view option, std::string_view id);

} // namespace stslint
