#pragma once

#include "inputs.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// `A:B`, in bytes; without A from the start, without B to the end. Throws Error for another text.
FilePart file_part(std::string_view text);

/// Moves both ends of a part to the starts of lines, so that a line belongs to the part in which it starts. With
/// `counts`, also reads the file up to the part, to number its first line. Throws Error if the file cannot be read.
FilePart at_lines(const FilePart &part, const std::string &path, bool counts);

} // namespace stslint
