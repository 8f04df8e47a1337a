#include "inputs.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <istream>
#include <memory>

namespace stslint {
namespace {

namespace fs = std::filesystem;

std::string shown_name(const fs::path &path) {
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored), normal = path.lexically_normal();
  const fs::path relative = normal.is_absolute() && !ignored ? normal.lexically_relative(here) : normal;
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return (normal.is_absolute() && !inside ? normal : relative).string();
}

class Expander {
public:
  Expander(Expansion &expansion, const std::function<void(const std::string &)> &complain)
      : expansion_(expansion), complain_(complain) {}

  void add(const std::string &path) {
    std::error_code error;
    const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
    if (path == "-")
      expansion_.inputs.push_back({{}, "<stdin>"});
    else if (fs::is_directory(status)) {
      const std::size_t first = expansion_.inputs.size();
      folder(path);
      expansion_.folders.push_back({shown_name(path), first, expansion_.inputs.size()});
    } else if (error || status.type() == fs::file_type::not_found)
      complain_(shown_name(path) + ": " + (error ? error.message() : "No such file or directory"));
    else
      expansion_.inputs.push_back({path, shown_name(path)});
  }

private:
  void folder(const fs::path &path) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
      entries.push_back(*entry);
    if (error)
      complain_(shown_name(path) + ": " + error.message());
    std::ranges::sort(entries);
    for (const fs::directory_entry &entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.'))
        continue;
      if (entry.is_directory(error) && !entry.is_symlink(error))
        folder(entry.path());
      else if (entry.is_regular_file(error) && name.ends_with(".json"))
        expansion_.inputs.push_back({entry.path(), shown_name(entry.path()), false});
    }
  }

  Expansion &expansion_;
  const std::function<void(const std::string &)> &complain_;
};

constexpr std::size_t block = std::size_t{1} << 18;

/// Fills `bytes` from `take(buffer, size)`, which answers how much it got, 0 at the end. A byte more than a Document
/// takes is enough to know that it is too long.
template <typename Take> void read_all(std::string &bytes, Take take) {
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

} // namespace

Expansion expand(const std::vector<std::string> &paths, const std::function<void(const std::string &)> &complain) {
  Expansion expansion;
  Expander expander(expansion, complain);
  for (const std::string &path : paths)
    expander.add(path);
  return expansion;
}

std::string read(const Input &input, Console &console, std::string &bytes) {
  if (input.path.empty()) {
    read_all(bytes, [&](char *to, std::size_t size) {
      console.in.read(to, static_cast<std::streamsize>(size));
      return static_cast<std::size_t>(console.in.gcount());
    });
    return console.in.bad() ? "could not be read" : "";
  }
  errno = 0;
  const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(input.path.c_str(), "rb"), &std::fclose);
  if (!file)
    return std::strerror(errno);
  read_all(bytes, [&](char *to, std::size_t size) { return std::fread(to, 1, size, file.get()); });
  return std::ferror(file.get()) != 0 ? std::strerror(errno) : "";
}

} // namespace stslint
