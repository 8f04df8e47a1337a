#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// The most bytes that a compressed input may come to: a small file must not fill the memory.
inline constexpr std::size_t max_decompressed = std::size_t{1} << 30;

enum class Gunzip { done, damaged, too_large };

/// Decompresses gzip, several members behind each other included, into `to`, replacing what it holds.
Gunzip gunzip(std::string_view compressed, std::string &to);

} // namespace stslint
