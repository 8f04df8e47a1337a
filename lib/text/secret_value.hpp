#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Where the value stands that belongs to the name of a secret, also where the JSON around it is broken.
namespace stslint::secret_value {

/// The length of the blanks at the end of `text`, comments included.
std::size_t blanks_back(std::string_view text);
/// The length of the quotes at the end of `text`, of any kind: " ' ` “ ” ‘ ’ « », with the backslashes before them.
std::size_t quotes_back(std::string_view text);

struct Span {
  std::size_t start, end;
};
/// The value after the `:` or `=` at `at`; no value if it is an empty string, or words that hold no secret. `member`:
/// the name is in quotes, and the value goes on to the end of the member, as in `"name": x "value"`. `text[at]` may
/// also be a blank: then a quote must follow. `objects`: the value of a member may be an object, with all that is in
/// it.
std::optional<Span> behind(std::string_view text, std::size_t at, bool member, bool objects);

/// Whether a value is not a secret: `null`, `***`, `[redacted]`, a hint such as `your_key`, a state such as `changed`,
/// or the place of a secret, such as `vault:…`.
bool says_nothing(std::string_view value);

} // namespace stslint::secret_value
