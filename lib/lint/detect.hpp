#pragma once

#include <string_view>

/// What the engine knows of names beyond what users see.
namespace stslint {

/// Whether an object that has a member of this name is probably a payload: the name is none that other objects have.
bool names_payload(std::string_view name);
/// Whether a text may have such a name, however its words are joined.
bool may_name_payload(std::string_view text);
/// Whether a text may be a payload once its broken structure is mended: it has a name that tells, or a time.
bool may_become_payload(std::string_view text);

} // namespace stslint
