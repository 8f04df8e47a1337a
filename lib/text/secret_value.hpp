#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Where the value stands that belongs to the name of a secret, also where the JSON around it is broken.
namespace stslint::secret_value {

/// Blanks that `text` ends with, comments among them.
std::size_t blanks_back(std::string_view text);
/// Quotes that `text` ends with, of any kind: " ' ` “ ” ‘ ’ « », and the backslashes before them.
std::size_t quotes_back(std::string_view text);

struct Span {
  std::size_t start, end;
};
/// The value after the `:` or `=` at `at`; none if it is the empty string. A member, whose name is in quotes, has all
/// up to its end, as in `"name": x "value"`. `text[at]` may be a blank, too: then a quote must follow. With `objects`,
/// an object is the value of a member, too, with all that is in it.
std::optional<Span> behind(std::string_view text, std::size_t at, bool member, bool objects);

/// Whether a value is none: `null`, `***`, `[redacted]`, a placeholder, a state such as `changed`, or the place of a
/// secret, such as `vault:…`.
bool says_nothing(std::string_view value);

} // namespace stslint::secret_value
