#include "file_part.hpp"

#include "records.hpp"
#include "source.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace stslint {
namespace {

constexpr std::size_t read_at_once = std::size_t{1} << 16;

std::uint64_t end_of_part(std::string_view text, std::string_view flag) {
  std::uint64_t value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || rest != text.data() + text.size())
    throw Error("--byte-range " + in_quotes(flag) +
                ": write two numbers of bytes, such as 0:1000000, or one: 1000000:");
  return value;
}

/// A file in blocks, from any place on.
class Blocks {
public:
  explicit Blocks(const std::string &path) : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (!file_.is_open())
      fail();
  }

  /// The bytes at `offset`, as many as are read at once; none at the end.
  std::string_view at(std::uint64_t offset) {
    ssize_t got = 0;
    do
      got = ::pread(file_.number(), bytes_.data(), bytes_.size(), static_cast<off_t>(offset));
    while (got < 0 && errno == EINTR);
    if (got < 0)
      fail();
    return {bytes_.data(), static_cast<std::size_t>(got)};
  }

private:
  [[noreturn]] void fail() const {
    throw Error("--byte-range: " + in_quotes(path_) + ": " + std::strerror(errno) + "; name one file");
  }

  std::string path_;
  Descriptor file_;
  std::array<char, read_at_once> bytes_{};
};

/// The start of the first line that starts at `offset` or after it.
std::uint64_t line_start(Blocks &blocks, std::uint64_t offset) {
  if (offset == 0)
    return 0;
  for (std::uint64_t at = offset - 1;;) {
    const std::string_view bytes = blocks.at(at);
    const std::size_t end = bytes.find('\n');
    if (end != std::string_view::npos)
      return at + end + 1;
    if (bytes.empty())
      return std::max(at, offset);
    at += bytes.size();
  }
}

std::size_t lines_before(Blocks &blocks, std::uint64_t offset) {
  std::size_t lines = 0;
  for (std::uint64_t at = 0; at < offset;) {
    const std::string_view bytes = blocks.at(at);
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), offset - at));
    lines += line_breaks(bytes.substr(0, size));
    if (size == 0)
      break;
    at += size;
  }
  return lines;
}

} // namespace

FilePart file_part(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view from = text.substr(0, colon);
  const std::string_view to = colon == std::string_view::npos ? "x" : text.substr(colon + 1);
  FilePart part;
  if (!from.empty())
    part.from = end_of_part(from, text);
  if (!to.empty())
    part.to = end_of_part(to, text);
  if (part.to && *part.to < part.from)
    throw Error("--byte-range " + in_quotes(text) + ": the end comes before the start; exchange the two numbers");
  return part;
}

FilePart at_lines(const FilePart &part, const std::string &path, bool counts) {
  Blocks blocks(path);
  FilePart out = part;
  out.from = line_start(blocks, part.from);
  if (part.to)
    out.to = std::max(line_start(blocks, *part.to), out.from);
  if (counts)
    out.first_line = lines_before(blocks, out.from) + 1;
  return out;
}

} // namespace stslint
