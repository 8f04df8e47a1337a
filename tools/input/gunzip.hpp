#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace stslint {

/// The most bytes that a compressed document, or one line of a compressed stream, may come to: a small file must not
/// fill the memory.
inline constexpr std::size_t max_decompressed = std::size_t{1} << 30;

/// What is said of a file that cannot be decompressed.
inline constexpr const char *not_gzip = "not a gzip file, or damaged";

/// What stands around the compressed bytes: a file's wrapping, or the one that HTTP calls deflate.
enum class Wrapping { gzip, zlib };

/// Decompresses as much at a time as is asked for, several members behind each other included.
class Inflating {
public:
  /// `feed` answers the next of the compressed bytes, which stay until it is asked again; "" at the end.
  explicit Inflating(std::function<std::string_view()> feed, Wrapping wrapping = Wrapping::gzip);
  ~Inflating();
  Inflating(const Inflating &) = delete;
  Inflating &operator=(const Inflating &) = delete;

  /// How many bytes it put there; 0 at the end, and where something is wrong.
  std::size_t take(char *to, std::size_t size);
  /// The bytes are none of that wrapping, or damaged, or they break off.
  bool damaged() const { return damaged_; }

private:
  void feed();

  const std::function<std::string_view()> feed_;
  const std::unique_ptr<z_stream_s> stream_;
  bool between_ = false; ///< a member has ended
  bool over_ = false, damaged_ = false;
};

enum class Gunzip { done, damaged, too_large };

/// Decompresses all at once into `to`, replacing what it holds.
Gunzip gunzip(std::string_view compressed, std::string &to, std::size_t limit = max_decompressed,
              Wrapping wrapping = Wrapping::gzip);

} // namespace stslint
