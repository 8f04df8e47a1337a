#include "repository.hpp"

#include "git.hpp"

#include <cstdlib>
#include <filesystem>

namespace stslint {

namespace fs = std::filesystem;

Repository Repository::ask() {
  Repository here;
  Git git({"rev-parse", "--is-inside-work-tree", "--show-cdup", "--git-path", "MERGE_HEAD"});
  std::string inside;
  git.read_until('\n', inside);
  here.work_tree = inside == "true";
  if (here.work_tree) {
    git.read_until('\n', here.up);
    here.merge_head = git.rest();
    if (here.merge_head.ends_with('\n'))
      here.merge_head.pop_back();
  }
  here.why = git.failure();
  return here;
}

Repository Repository::look() {
  std::error_code error;
  for (const char *elsewhere : {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"})
    if (std::getenv(elsewhere) != nullptr)
      return ask();
  for (const char *part : {".git/HEAD", ".git/objects", ".git/refs"})
    if (!fs::exists(part, error))
      return ask();
  return {"", true, "", ".git/MERGE_HEAD"};
}

std::string Repository::from_here(const std::string &from_top) const {
  if (up.empty())
    return from_top;
  const fs::path here = fs::current_path();
  return (here / up / from_top).lexically_normal().lexically_relative(here).string();
}

std::string Repository::from_top(const std::string &from_here) const {
  // A slash at the end of each makes them comparable.
  const fs::path here = fs::current_path(), top = (here / up / "").lexically_normal();
  std::string found = (here / from_here / "").lexically_normal().lexically_relative(top).string();
  if (found.ends_with('/'))
    found.pop_back();
  return found == "." ? "" : found;
}

} // namespace stslint
