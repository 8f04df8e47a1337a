#include "reader.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <new>

namespace stslint {
namespace {

constexpr std::size_t file_block = std::size_t{1} << 18;
/// The first read of an input of unknown size. Most are smaller, and then a second, empty read takes less time than
/// a request for the size.
constexpr std::size_t first_block = std::size_t{1} << 15;
constexpr const char *too_large = "is more than 1 GiB when decompressed; split it";
constexpr const char *too_long = "is more than 4 GiB; split it";

} // namespace

ExitCode Reader::read(const Input &input, Console &console, std::string &why) try {
  Source source(input, console, files_);
  const bool compressed = kind_of(input.name).compressed;
  const std::size_t most = compressed ? max_decompressed : Document::max_bytes;
  std::uint64_t expected = compressed ? 0 : input.size.value_or(0); // 0: unknown
  const auto exceeds = [&](std::uint64_t size) {
    if (size > most)
      why = compressed ? too_large : too_long;
    return size > most;
  };
  if (exceeds(expected))
    return internal;
  // For a regular file, a read that returns less than requested is the last.
  const bool shows_end = !compressed && (expected > 0 || !input.by_hand);
  bytes_.clear();
  // One byte more than expected shows the end without another read.
  bytes_.make_room(std::min<std::size_t>(expected > 0 ? expected : first_block, most) + 1);
  for (bool ends = false; !ends && bytes_.view().size() <= most;) {
    if (bytes_.room_left() == 0) {
      const std::size_t size = bytes_.view().size();
      if (expected == 0 && !compressed)
        expected = source.size();
      if (exceeds(expected))
        return internal;
      bytes_.make_room(expected > size ? std::min<std::size_t>(expected, most) - size + 1 : std::max(file_block, size));
    }
    const std::size_t room = bytes_.room_left(), got = source.take(bytes_.room(), room);
    bytes_.add(got);
    ends = got == 0 || (got < room && shows_end);
  }
  why = source.why();
  if (!why.empty())
    return unreadable;
  return exceeds(bytes_.view().size()) ? internal : clean;
} catch (const std::bad_alloc &) {
  why = no_memory;
  return internal;
}

ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why) {
  Reader reader;
  const ExitCode code = reader.read(input, console, why);
  bytes = reader.bytes();
  return code;
}

ExitCode unpack(const Input &input, std::string &bytes, std::string &why) {
  if (!kind_of(input.name).compressed)
    return clean;
  const std::string compressed = std::move(bytes);
  switch (gunzip(compressed, bytes)) {
  case Gunzip::done:
    return clean;
  case Gunzip::damaged:
    why = not_gzip;
    return unreadable;
  default:
    why = too_large;
    return internal;
  }
}

} // namespace stslint
