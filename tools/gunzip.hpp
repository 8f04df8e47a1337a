#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// The most bytes that a compressed input may come to: a small file must not fill the memory.
inline constexpr std::size_t max_decompressed = std::size_t{1} << 30;

enum class Gunzip { done, damaged, too_large };

/// What stands around the compressed bytes: a file's wrapping, or the one that HTTP calls deflate.
enum class Wrapping { gzip, zlib };

/// Decompresses, several members behind each other included, into `to`, replacing what it holds.
Gunzip gunzip(std::string_view compressed, std::string &to, std::size_t limit = max_decompressed,
              Wrapping wrapping = Wrapping::gzip);

} // namespace stslint
