#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace stslint {

/// The maximum size of a decompressed document, or of one line of a decompressed stream: a small file must not
/// fill the memory.
inline constexpr std::size_t max_decompressed = std::size_t{1} << 30;

/// The message about a file that cannot be decompressed.
inline constexpr const char *not_gzip = "not a gzip file, or damaged";

/// The format around the compressed bytes: that of gzip files, the one that HTTP calls deflate, or none.
enum class Wrapping { gzip, zlib, none };
/// What a sender means by deflate: HTTP means zlib, but some senders leave its header out.
Wrapping wrapping_of_deflate(std::string_view compressed);

/// Decompresses as many bytes as requested, also from several consecutive members. Zeros after a member are padding,
/// and what then starts no member is not read, as gunzip has it.
class Inflating {
public:
  /// `feed` returns the next compressed bytes, which stay valid until the next call; "" at the end.
  explicit Inflating(std::function<std::string_view()> feed, Wrapping wrapping = Wrapping::gzip);
  ~Inflating();
  Inflating(const Inflating &) = delete;
  Inflating &operator=(const Inflating &) = delete;

  /// The number of bytes written; 0 at the end, and after an error.
  std::size_t take(char *to, std::size_t size);
  /// The bytes are not in this format, damaged, or truncated.
  bool damaged() const { return damaged_; }

private:
  void feed();
  bool find_member();

  const std::function<std::string_view()> feed_;
  const Wrapping wrapping_;
  const std::unique_ptr<z_stream_s> stream_;
  bool between_ = false; ///< a member has ended
  bool over_ = false, damaged_ = false;
};

enum class Gunzip { done, damaged, too_large };

/// Decompresses everything into `to`, and replaces its content.
Gunzip gunzip(std::string_view compressed, std::string &to, std::size_t limit = max_decompressed,
              Wrapping wrapping = Wrapping::gzip);

} // namespace stslint
