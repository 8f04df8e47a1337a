#include "inputs.hpp"

#include "git.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>

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

bool in_git_work_tree(const fs::path &folder) {
  std::error_code error;
  for (fs::path at = fs::absolute(folder, error); !error && at.has_relative_path(); at = at.parent_path())
    if (fs::exists(at / ".git", error))
      return true;
  return false;
}

std::optional<std::uint64_t> size_of(const struct stat &status) {
  return S_ISREG(status.st_mode) ? std::optional(static_cast<std::uint64_t>(status.st_size)) : std::nullopt;
}

/// What a folder says of a name in it.
struct Entry {
  std::string name;
  unsigned char type;
  std::uint64_t beginning; ///< of the name: so most differ already, which is quicker to tell

  Entry(const char *named, unsigned char its_type) : name(named), type(its_type), beginning(0) {
    for (std::size_t at = 0; at < sizeof beginning; ++at)
      beginning = beginning << 8 | (at < name.size() ? static_cast<unsigned char>(name[at]) : 0u);
  }
  bool operator<(const Entry &other) const {
    return beginning != other.beginning ? beginning < other.beginning : name < other.name;
  }
};

/// All but the hidden ones, sorted. Answers what broke it off, in errno's numbers.
int list(const std::string &folder, std::vector<Entry> &entries) {
  const std::unique_ptr<DIR, int (*)(DIR *)> listing(::opendir(folder.c_str()), &::closedir);
  int error = errno;
  while (listing) {
    errno = 0;
    const dirent *const entry = ::readdir(listing.get());
    error = errno;
    if (entry == nullptr)
      break;
    if (entry->d_name[0] != '.')
      entries.emplace_back(entry->d_name, entry->d_type);
  }
  std::sort(entries.begin(), entries.end());
  return error;
}

/// What stands before the names in a folder that is shown so.
std::string before_names(const std::string &folder) {
  return folder == "." ? "" : folder.ends_with('/') ? folder : folder + '/';
}

class Expander {
public:
  Expander(Expansion &expansion, const std::string &stdin_name, const Complain &complain)
      : expansion_(expansion), stdin_name_(stdin_name), complain_(complain) {}

  void add(const std::string &path) {
    if (path == "-") {
      expansion_.inputs.push_back({{}, stdin_name_});
      return;
    }
    struct stat status;
    if (::stat(path.c_str(), &status) != 0)
      complain_(shown_name(path), std::strerror(errno == ENOTDIR ? ENOENT : errno));
    else if (!S_ISDIR(status.st_mode))
      expansion_.inputs.push_back({path, shown_name(path), true, size_of(status)});
    else {
      const std::size_t first = expansion_.inputs.size();
      if (!tracked_by_git(path))
        folder(path);
      expansion_.folders.push_back({shown_name(path), first, expansion_.inputs.size()});
    }
  }

private:
  /// The files that git tracks, or would: what .gitignore names is not there. False where git does not help.
  bool tracked_by_git(const std::string &folder) {
    if (!in_git_work_tree(folder))
      return false;
    const auto listing = git(folder, {"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"});
    if (!listing)
      return false;
    std::vector<std::string> names;
    for (std::size_t at = 0, end = 0; (end = listing->find('\0', at)) != std::string::npos; at = end + 1)
      names.push_back(listing->substr(at, end - at));
    std::ranges::sort(names);
    const std::string before = before_names(shown_name(folder)), way = folder + (folder.ends_with('/') ? "" : "/");
    for (const std::string &name : names) {
      const bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
      if (!hidden && kind_of(name).payloads)
        file(way + name, before + name);
    }
    return true;
  }

  void folder(const std::string &path) {
    std::vector<Entry> entries;
    const std::string shown = shown_name(path), before = before_names(shown),
                      way = path + (path.ends_with('/') ? "" : "/");
    if (const int error = list(path, entries))
      complain_(shown, std::strerror(error));
    for (const Entry &entry : entries)
      if (is_folder(way, entry))
        folder(way + entry.name);
      else if (kind_of(entry.name).payloads)
        file(way + entry.name, before + entry.name, entry.type == DT_REG);
  }

  /// A link to one is none: it may lead back.
  static bool is_folder(const std::string &way, const Entry &entry) {
    struct stat status;
    return entry.type == DT_DIR ||
           (entry.type == DT_UNKNOWN && ::lstat((way + entry.name).c_str(), &status) == 0 && S_ISDIR(status.st_mode));
  }

  void file(std::string path, std::string shown, bool regular = false) {
    struct stat status;
    if (regular)
      expansion_.inputs.push_back({std::move(path), std::move(shown), false});
    else if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode))
      expansion_.inputs.push_back({std::move(path), std::move(shown), false, size_of(status)});
  }

  Expansion &expansion_;
  const std::string &stdin_name_;
  const Complain &complain_;
};

} // namespace

Expansion expand(const std::vector<std::string> &paths, const std::string &stdin_name, const Complain &complain) {
  Expansion expansion;
  Expander expander(expansion, stdin_name, complain);
  for (const std::string &path : paths)
    expander.add(path);
  return expansion;
}

void ask_sizes(std::vector<Input> &inputs) {
  struct stat status;
  for (Input &input : inputs)
    if (!input.size && !input.by_hand && ::stat(input.path.c_str(), &status) == 0)
      input.size = size_of(status);
}

std::vector<std::string> read_paths(const std::string &file, char separator, Console &console) {
  std::string text, why;
  if (read({file == "-" ? "" : file, file}, console, text, why) != clean)
    throw Error("--files-from: " + in_quotes(file) + ": " + why);
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at)
      paths.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return paths;
}

} // namespace stslint
