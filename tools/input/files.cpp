#include "files.hpp"

#include "auxiliary_file.hpp"
#include "git/git.hpp"
#include "git/repository.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace stslint {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> read_from_disk(const fs::path &path) try {
  return read_auxiliary_file(path);
} catch (const Error &why) {
  throw Error(seen_from_here(path) + ": " + why.what());
}

} // namespace

/// stslint's own files in git, by their paths from the top. git starts to list them at once, and the first request
/// waits for it.
class Files::Listing {
public:
  explicit Listing(const std::vector<std::string> &arguments) : git_(std::in_place, arguments) {}

  bool has(const std::string &wanted) {
    if (git_)
      for (std::string name; git_->read_until('\0', name);)
        if (name.starts_with(".stslint") || name.find("/.stslint") != std::string::npos)
          names_.insert(name);
    git_.reset();
    return names_.contains(wanted);
  }

private:
  std::optional<Git> git_;
  std::set<std::string> names_;
};

Files Files::in_git(const std::string &revision) {
  if (revision.starts_with('-'))
    throw Error(in_quotes(revision) + " is not a revision of this repository");
  Files files;
  files.revision_ = revision;
  files.top_ = absolute_path(Repository::look().up + '.');
  const std::vector<std::string> arguments =
      revision.empty()
          ? std::vector<std::string>{"ls-files", "-z", "--cached", "--full-name", "--", ":(top,glob)**/.stslint*"}
          : std::vector<std::string>{"ls-tree", "-r", "-z", "--full-tree", "--name-only", revision};
  files.listing_ = std::make_shared<Listing>(arguments);
  return files;
}

Files Files::as_read_by(std::function<std::optional<std::string>(const fs::path &)> read) {
  Files files;
  files.read_ = std::move(read);
  return files;
}

std::optional<std::string> Files::read(const fs::path &path) {
  if (read_)
    return read_(path);
  return revision_ ? read_from_git(path) : read_from_disk(path);
}

bool Files::has(const fs::path &path) {
  std::error_code error;
  if (!revision_)
    return fs::exists(path, error);
  if (!names_) {
    const std::vector<std::string> arguments =
        revision_->empty() ? std::vector<std::string>{"ls-files", "-z", "--cached", "--full-name", "--", ":(top)"}
                           : std::vector<std::string>{"ls-tree", "-r", "-z", "--full-tree", "--name-only", *revision_};
    std::set<std::string> names;
    Git git(arguments);
    for (std::string name; git.read_until('\0', name);)
      names.insert(name);
    names_ = std::make_shared<const std::set<std::string>>(std::move(names));
  }
  return names_->contains(path.lexically_relative(top_).string());
}

bool Files::is_top(const fs::path &folder) const {
  std::error_code error;
  return revision_ ? folder == top_ : fs::exists(folder / ".git", error);
}

std::optional<std::string> Files::read_from_git(const fs::path &path) {
  const std::string name = path.lexically_relative(top_).string();
  const bool of_ours = path.filename().string().starts_with(".stslint");
  if (name.empty() || name.starts_with("..") || (of_ours && !listing_->has(name)))
    return std::nullopt;
  return git(".", {"cat-file", "blob", *revision_ + ':' + name});
}

std::string seen_from_here(const fs::path &path) {
  std::error_code ignored;
  return path.lexically_relative(fs::current_path(ignored)).string();
}

fs::path absolute_path(const fs::path &path) {
  std::error_code ignored;
  fs::path absolute = fs::absolute(path, ignored).lexically_normal();
  return absolute.has_filename() || !absolute.has_relative_path() ? absolute : absolute.parent_path();
}

} // namespace stslint
