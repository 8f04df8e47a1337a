#include "inputs.hpp"

#include "git.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
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

const std::string &native(const fs::directory_entry &entry) { return entry.path().native(); }

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
    const std::string before = before_names(shown_name(folder));
    for (const std::string &name : names) {
      const bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
      if (!hidden)
        file(fs::path(folder) / name, before + name);
    }
    return true;
  }

  void folder(const fs::path &path) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
      entries.push_back(*entry);
    const std::string shown = shown_name(path), before = before_names(shown);
    if (error)
      complain_(shown, error.message());
    // They differ in their last part only: to compare paths part by part would take longer than to lint the files.
    std::ranges::sort(entries, {}, native);
    for (const fs::directory_entry &entry : entries) {
      const std::string name = native(entry).substr(native(entry).rfind('/') + 1);
      if (name.starts_with('.'))
        continue;
      if (entry.is_directory(error) && !entry.is_symlink(error))
        folder(entry.path());
      else
        file(entry.path(), before + name);
    }
  }

  void file(const fs::path &path, std::string shown) {
    struct stat status;
    if (kind_of(path.native()).payloads && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode))
      expansion_.inputs.push_back({path, std::move(shown), false, size_of(status)});
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

std::vector<std::string> read_paths(const std::string &file, char separator, Console &console) {
  std::string text, why;
  if (read({file == "-" ? fs::path() : fs::path(file), file}, console, text, why) != clean)
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
