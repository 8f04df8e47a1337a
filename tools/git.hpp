#pragma once

#include <optional>
#include <string>
#include <vector>

namespace stslint {

/// What `git ARGUMENTS` writes to its standard output, run in `folder` without standard input and with its messages
/// discarded; none if there is no git or it fails. The user's own git settings cannot make it run anything else.
std::optional<std::string> git(const std::string &folder, const std::vector<std::string> &arguments);

} // namespace stslint
