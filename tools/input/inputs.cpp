#include "inputs.hpp"

#include "same_files.hpp"

#include "git/git.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <filesystem>
#include <memory>
#include <set>
#include <sys/stat.h>

namespace stslint {
namespace {

namespace fs = std::filesystem;

/// Folders with other people's files, which git usually ignores.
bool holds_dependencies(std::string_view folder) {
  static constexpr std::array<std::string_view, 6> names = {"node_modules", "bower_components", "vendor",
                                                            "venv",         "site-packages",    "__pycache__"};
  return std::ranges::find(names, folder) != names.end();
}

/// The hidden folders that people write by hand; others, such as .venv, hold what programs keep.
bool holds_workflows(std::string_view folder) {
  static constexpr std::array<std::string_view, 3> names = {".github", ".gitlab", ".circleci"};
  return std::ranges::find(names, folder) != names.end();
}

std::string shown_name(const fs::path &path) {
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored), normal = path.lexically_normal();
  const fs::path relative = normal.is_absolute() && !ignored ? normal.lexically_relative(here) : normal;
  const bool inside = !relative.empty() && *relative.begin() != "..";
  return (normal.is_absolute() && !inside ? normal : relative).string();
}

/// The top of the git work tree with this folder; empty without one.
fs::path work_tree_of(const fs::path &folder) {
  std::error_code error;
  for (fs::path at = fs::absolute(folder, error); !error && at.has_relative_path(); at = at.parent_path())
    if (fs::exists(at / ".git", error))
      return at;
  return {};
}

std::optional<std::uint64_t> size_of(const struct stat &status) {
  return S_ISREG(status.st_mode) ? std::optional(static_cast<std::uint64_t>(status.st_size)) : std::nullopt;
}

/// An entry of a folder.
struct FolderEntry {
  std::uint64_t beginning; ///< the first bytes of the name, for a quick comparison
  std::size_t name;        ///< its start in Listing::names; it ends with a zero
  unsigned char type;
};

/// The entries of a folder, sorted by name.
struct Listing {
  std::string names;
  std::vector<FolderEntry> entries;
  int error = 0; ///< the errno value that stopped the listing

  explicit Listing(const std::string &folder) {
    const std::unique_ptr<DIR, int (*)(DIR *)> listing(::opendir(folder.c_str()), &::closedir);
    error = errno;
    while (listing) {
      errno = 0;
      const dirent *const entry = ::readdir(listing.get());
      error = errno;
      if (entry == nullptr)
        break;
      if (std::string_view(entry->d_name) != "." && std::string_view(entry->d_name) != "..")
        add(entry->d_name, entry->d_type);
    }
    std::sort(entries.begin(), entries.end(), [this](const FolderEntry &a, const FolderEntry &b) {
      return a.beginning != b.beginning ? a.beginning < b.beginning : name(a) < name(b);
    });
  }
  std::string_view name(const FolderEntry &entry) const { return names.c_str() + entry.name; }

private:
  void add(std::string_view name, unsigned char type) {
    std::uint64_t beginning = 0;
    for (std::size_t at = 0; at < sizeof beginning; ++at)
      beginning = beginning << 8 | (at < name.size() ? static_cast<unsigned char>(name[at]) : 0u);
    entries.push_back({beginning, names.size(), type});
    (names += name) += '\0';
  }
};

/// The prefix of the names in a folder.
std::string before_names(const std::string &folder) {
  return folder == "." ? "" : folder.ends_with('/') ? folder : folder + '/';
}

/// In memory that is allocated once.
std::string joined(const std::string &before, std::string_view name) {
  std::string whole;
  whole.reserve(before.size() + name.size());
  return whole.append(before).append(name);
}

class Expander {
public:
  Expander(Expansion &expansion, const std::string &stdin_name, const Complain &complain, const Embeds &embeds)
      : expansion_(expansion), stdin_name_(stdin_name), complain_(complain), embeds_(embeds) {}

  void add(const std::string &path) {
    struct stat status;
    bool link = false;
    if (path == "-")
      push({{}, stdin_name_});
    else if (!ask(path, status, link))
      complain_(shown_name(path), std::strerror(errno == ENOTDIR ? ENOENT : errno));
    else if (!S_ISDIR(status.st_mode))
      push({path, shown_name(path), true, size_of(status)}, link);
    else {
      const std::size_t first = expansion_.inputs.size();
      if (!tracked_by_git(path))
        folder(path);
      expansion_.folders.push_back({shown_name(path), first, expansion_.inputs.size()});
    }
  }

  /// Of each input, if it is a link.
  std::vector<bool> links;

private:
  void push(Input input, bool link = false) {
    expansion_.inputs.push_back(std::move(input));
    links.push_back(link);
  }

  /// The status of a file, and whether a link leads to it.
  static bool ask(const std::string &path, struct stat &status, bool &link) {
    if (::lstat(path.c_str(), &status) != 0)
      return false;
    link = S_ISLNK(status.st_mode);
    return !link || ::stat(path.c_str(), &status) == 0;
  }

  /// The files that git tracks or does not ignore. False if git cannot tell.
  bool tracked_by_git(const std::string &folder) {
    std::error_code error;
    const fs::path top = work_tree_of(folder);
    if (top.empty())
      return false;
    const auto listing = git(folder, {"ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"});
    if (!listing)
      return false;
    std::vector<std::string> names;
    for (std::size_t at = 0, end = 0; (end = listing->find('\0', at)) != std::string::npos; at = end + 1)
      names.push_back(listing->substr(at, end - at));
    std::ranges::sort(names);
    const std::string before = before_names(shown_name(folder)), way = folder + (folder.ends_with('/') ? "" : "/");
    const std::set<std::string> submodules =
        fs::exists(top / ".gitmodules", error) ? submodules_of(folder) : std::set<std::string>();
    for (const std::string &name : names) {
      const bool hidden = is_hidden(name);
      if (!hidden && (name.ends_with('/') || submodules.contains(name)))
        expansion_.repositories.push_back(joined(before, name.substr(0, name.find_last_not_of('/') + 1)));
      else if (may_hold_payloads(before, name, hidden, embeds_))
        file(joined(way, name), joined(before, name));
    }
    return true;
  }

  /// `MODE ID STAGE`, a tab, a path
  static std::set<std::string> submodules_of(const std::string &folder) {
    std::set<std::string> names;
    Git git({"ls-files", "-z", "--stage"}, {}, folder);
    for (std::string entry; git.read_until('\0', entry);)
      if (entry.starts_with("160000 "))
        names.insert(entry.substr(entry.find('\t') + 1));
    return names;
  }

  void folder(const std::string &path, bool within_hidden = false) {
    const std::string shown = shown_name(path), before = before_names(shown),
                      way = path + (path.ends_with('/') ? "" : "/");
    const Listing listing(path);
    if (listing.error != 0)
      complain_(shown, std::strerror(listing.error));
    make_room(expansion_.inputs.size() + listing.entries.size());
    for (const FolderEntry &entry : listing.entries) {
      const std::string_view name = listing.name(entry);
      const bool hidden = within_hidden || name.starts_with('.');
      if (is_folder(way, name, entry.type)) {
        if (name.starts_with('.') ? holds_workflows(name) : !holds_dependencies(name))
          folder(joined(way, name), hidden);
      } else if (entry.type == DT_LNK && !hidden && leads_to_folder(joined(way, name)))
        expansion_.links.push_back(joined(before, name));
      else if (may_hold_payloads(before, name, hidden, embeds_))
        file(joined(way, name), joined(before, name), entry.type == DT_REG);
    }
  }

  /// In one step for a large folder.
  void make_room(std::size_t inputs) {
    if (inputs > expansion_.inputs.capacity())
      expansion_.inputs.reserve(std::max(inputs, 2 * expansion_.inputs.capacity()));
  }

  /// A link to a folder does not count, because it may lead back.
  static bool is_folder(const std::string &way, std::string_view name, unsigned char type) {
    struct stat status;
    return type == DT_DIR ||
           (type == DT_UNKNOWN && ::lstat(joined(way, name).c_str(), &status) == 0 && S_ISDIR(status.st_mode));
  }

  static bool leads_to_folder(const std::string &link) {
    struct stat status;
    return ::stat(link.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  }

  void file(std::string path, std::string shown, bool regular = false) {
    struct stat status;
    bool link = false;
    if (regular)
      push({std::move(path), std::move(shown), false});
    else if (const bool there = ask(path, status, link); there && S_ISREG(status.st_mode))
      push({std::move(path), std::move(shown), false, size_of(status)}, link);
    else if (link)
      expansion_.links.push_back(std::move(shown));
  }

  Expansion &expansion_;
  const std::string &stdin_name_;
  const Complain &complain_;
  const Embeds &embeds_;
};

} // namespace

bool is_hidden(std::string_view path) {
  while (path.starts_with("../"))
    path.remove_prefix(3);
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

bool may_hold_payloads(const std::string &before, std::string_view name, bool hidden, const Embeds &embeds) {
  const FileKind kind = kind_of(name);
  return (kind.payloads && !hidden) || (kind.host && !kind.compressed && embeds(joined(before, name)));
}

Expansion expand(const std::vector<std::string> &paths, const std::string &stdin_name, const Complain &complain,
                 const Embeds &embeds) {
  Expansion expansion;
  Expander expander(expansion, stdin_name, complain, embeds);
  for (const std::string &path : paths)
    expander.add(path);
  // In one folder without links, each file is there once.
  if (paths.size() > 1 || std::ranges::find(expander.links, true) != expander.links.end())
    merge_same_files(expansion, expander.links);
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
    // A list from Windows has lines that end with \r\n.
    const bool windows = separator == '\n' && end > at && text[end - 1] == '\r';
    if (const std::size_t last = end - (windows ? 1 : 0); last > at)
      paths.push_back(text.substr(at, last - at));
    at = end + 1;
  }
  return paths;
}

} // namespace stslint
