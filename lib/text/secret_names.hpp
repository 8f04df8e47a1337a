#pragma once

#include "secret_words.hpp"

#include <string>
#include <string_view>

/// The names of members whose values are secrets.
namespace stslint::secret_names {

/// The entry of the table for a name, however its words are written: `DB_PASSWORD`, `dbPassword`; null for none. Only
/// with `shown`, the names that are often harmless count.
const secret_words::Name *entry_of(std::string_view name, bool shown);

/// Whether a text can end with such a name; most cannot.
bool can_end_name(std::string_view text, bool shown);

/// The name that a text ends with. One in quotes can have blanks and escapes.
struct Last {
  std::string name;  ///< after its escapes
  std::size_t start; ///< where it starts in the text
};
Last last_name(std::string_view text, bool in_quotes);

/// Of a member `"value"`, whose name starts at `start` and whose value ends at `end`: the entry for what a member
/// beside it says, as in `{"name": "api_key", "value": "…"}`; null for none.
const secret_words::Name *entry_beside(std::string_view text, std::size_t start, std::size_t end);

} // namespace stslint::secret_names
