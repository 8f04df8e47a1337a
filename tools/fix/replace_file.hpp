#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace stslint {

/// Puts `bytes` in the place of a file's contents, all at once: whatever happens, the old file or the new one is there.
/// The mode stays, and a link goes on leading where it led. "", or in one line why nothing has changed.
std::string replace_file(const std::filesystem::path &path, std::string_view bytes);

} // namespace stslint
