#pragma once

#include "tree.hpp"

#include "stslint/decisions.hpp"

namespace stslint::mutator {

/// Makes one change to the text's values or their spelling; false if nothing can change, or there is no room.
bool edit(Buffer &text, Decisions &decisions);

/// Turns a text that is not JSON into JSON; false if it is JSON already, or unreadable.
bool mend(Buffer &text);

/// Changes raw bytes; false if there are none, and no room for one.
bool edit_bytes(Buffer &text, Decisions &decisions);

/// Generates a new payload, mostly good; false if there is no room.
bool make(Buffer &text, Decisions &decisions);
void make_value(std::uint16_t slot, Decisions &decisions, Draft &out, unsigned depth = 0);

/// Replaces a value by one of the same kind from `other`; false if there is none, or no room.
bool take_over(Buffer &text, std::string_view other, Decisions &decisions);

} // namespace stslint::mutator
