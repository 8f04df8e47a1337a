#pragma once

#include "part.hpp"

#include <span>

/// Strings of scripts and programs that hold JSON: found by what stands after their quote, so that a quote that
/// somebody forgot, or one in a comment, does no harm.
namespace stslint::embedded {

/// How a language writes a string.
struct StringForm {
  std::string_view open, close;
  Quoting quoting;
  bool lines = true;    ///< it may go on over several
  bool program = false; ///< of a program, which may join it with others
};

/// Finds the strings that may be JSON; where two forms begin alike, the first counts.
void scan_strings(std::string_view text, std::span<const StringForm> forms, const Use &use);

/// The string whose opening quote is at `at`; nothing if it is not closed.
std::optional<Part> string_at(std::string_view text, std::size_t at, const StringForm &form);

} // namespace stslint::embedded
