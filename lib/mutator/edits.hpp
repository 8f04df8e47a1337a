#pragma once

#include "tree.hpp"

#include "stslint/decisions.hpp"

namespace stslint::mutator {

/// Makes one change of the text's values or their spelling; false if there is nothing to change, or no room.
bool edit(Buffer &text, Decisions &decisions);

/// Makes JSON of a text that is none; false if it is JSON, or nothing is to be read.
bool mend(Buffer &text);

/// Changes bytes as bytes; false if there are none and no room for one.
bool edit_bytes(Buffer &text, Decisions &decisions);

/// A payload made anew, mostly good; false if there is no room.
bool make(Buffer &text, Decisions &decisions);
void make_value(std::uint16_t slot, Decisions &decisions, Draft &out, unsigned depth = 0);

/// Puts a value of `other` where one of the same kind stands; false if there is none, or no room.
bool take_over(Buffer &text, std::string_view other, Decisions &decisions);

} // namespace stslint::mutator
