#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace stslint {

/// Replaces the content of a file by `bytes` in one step: at any time, the old or the new file exists.
/// Keeps the mode, and follows a link. Returns "", or in one line the reason why nothing has changed.
std::string replace_file(const std::filesystem::path &path, std::string_view bytes);

} // namespace stslint
