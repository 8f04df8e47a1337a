#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace stslint {

/// Replaces the content of a file by `bytes` in one step: at any time, the old or the new file exists. With `expected`,
/// only if the file still has that content. Keeps mode, owner, access list and extended attributes, and follows a
/// link; other hard links keep the old content. Returns "", or in one line the reason why nothing has changed.
std::string replace_file(const std::filesystem::path &path, std::string_view bytes,
                         std::optional<std::string_view> expected = {});

/// Removes the new file that a killed run left beside `path`, but not that of a running one.
void remove_unfinished(const std::filesystem::path &path);

} // namespace stslint
