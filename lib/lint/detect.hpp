#pragma once

#include <string_view>

/// Internal: what names tell the linter and the program.
namespace stslint {

/// Whether an object with a member of this name is probably a payload: no other object has such a name.
bool names_payload(std::string_view name);
/// Whether a text may contain such a name, in any naming style.
bool may_name_payload(std::string_view text);
/// Whether a text may be a payload once its broken structure is mended: it has a telling name, or a number like a time.
bool may_become_payload(std::string_view text);

} // namespace stslint
