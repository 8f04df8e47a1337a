#pragma once

#include <functional>
#include <string>

namespace stslint::prober {

/// Makes `bytes` smaller while `still` accepts them, as it does at first: removes whole values, replaces containers
/// by their content, shortens texts and numbers, and then removes ranges of bytes. Never calls `still` for
/// the same bytes twice. Any bytes are allowed; their JSON is only a guide. Once `enough` is true, it ends with the
/// smallest bytes so far.
std::string shrunk(
    std::string bytes, const std::function<bool(const std::string &)> &still,
    const std::function<bool()> &enough = [] { return false; });

} // namespace stslint::prober
