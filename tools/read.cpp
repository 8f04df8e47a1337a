#include "inputs.hpp"

#include "gunzip.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <istream>
#include <memory>

namespace stslint {
namespace {

constexpr std::size_t block = std::size_t{1} << 18;

/// Fills `bytes` from `take(buffer, size)`, which answers how much it got, 0 at the end. A byte more than a Document
/// takes is enough to know that it is too long.
template <typename Bytes> void read_all(std::string &bytes, const Bytes &take) {
  std::size_t size = 0;
  for (;;) {
    bytes.resize(std::max(size + block, std::min(bytes.capacity(), 2 * size)));
    const std::size_t got = take(bytes.data() + size, bytes.size() - size);
    size += got;
    if (got == 0 || size > Document::max_bytes)
      break;
  }
  bytes.resize(size);
}

using Take = std::function<std::size_t(char *to, std::size_t size)>;

/// Opens an input and calls `use` with what takes its bytes. Answers why it could not be read, or "".
std::string open(const Input &input, Console &console, const std::function<void(const Take &)> &use) {
  if (input.path.empty()) {
    use([&](char *to, std::size_t size) {
      console.in.read(to, static_cast<std::streamsize>(size));
      return static_cast<std::size_t>(console.in.gcount());
    });
    return console.in.bad() ? "could not be read" : "";
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(input.path.c_str(), "rb"), &std::fclose);
  if (!file)
    return std::strerror(errno);
  std::setvbuf(file.get(), nullptr, _IONBF, 0); // the blocks are large, and read once
  use([&](char *to, std::size_t size) { return std::fread(to, 1, size, file.get()); });
  return std::ferror(file.get()) != 0 ? std::strerror(errno) : "";
}

/// False once `use` does.
bool pass_on_lines(const Take &take, std::string &buffer, const std::function<bool(std::string_view)> &use) {
  std::size_t kept = 0; // of a line whose end is still to come
  for (;;) {
    if (buffer.size() < kept + block)
      buffer.resize(std::max(kept + block, std::min(2 * kept, Document::max_bytes)));
    const std::size_t got = take(buffer.data() + kept, buffer.size() - kept), filled = kept + got;
    const std::size_t last_end = std::string_view(buffer).substr(kept, got).rfind('\n');
    const std::size_t whole = got == 0 || filled > Document::max_bytes ? filled
                              : last_end == std::string_view::npos     ? 0
                                                                       : kept + last_end + 1;
    if (whole > 0 && !use(std::string_view(buffer).substr(0, whole)))
      return false;
    if (got == 0 || filled > Document::max_bytes)
      return true;
    kept = filled - whole;
    std::memmove(buffer.data(), buffer.data() + whole, kept);
  }
}

} // namespace

ExitCode read(const Input &input, Console &console, std::string &bytes, std::string &why) {
  why = open(input, console, [&](const Take &take) { read_all(bytes, take); });
  return why.empty() ? unpack(input, bytes, why) : unreadable;
}

ExitCode read_lines(const Input &input, Console &console, std::string &buffer, std::string &why,
                    const std::function<bool(std::string_view lines)> &use) {
  if (!kind_of(input.name).compressed) {
    why = open(input, console, [&](const Take &take) { pass_on_lines(take, buffer, use); });
    return why.empty() ? clean : unreadable;
  }
  const ExitCode code = read(input, console, buffer, why);
  if (code == clean)
    use(buffer);
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
    why = "not a gzip file, or damaged";
    return unreadable;
  default:
    why = "is more than 1 GiB when decompressed; split it";
    return internal;
  }
}

} // namespace stslint
