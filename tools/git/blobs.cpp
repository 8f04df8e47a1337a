#include "blobs.hpp"

#include "git.hpp"
#include "repository.hpp"

#include "stslint/document.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>
#include <unistd.h>

extern char **environ;

namespace stslint {
namespace {

namespace fs = std::filesystem;

/// `git diff`, independent of the user's settings.
std::vector<std::string> diff_arguments(std::initializer_list<std::string> more) {
  std::vector<std::string> all = {"diff",          "--no-ext-diff", "--no-textconv", "--no-color",
                                  "--no-relative", "-O/dev/null",   "--no-abbrev"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

bool is_file(std::string_view mode) { return mode.starts_with("100"); }
bool is_submodule(std::string_view mode) { return mode.starts_with("160000"); }
bool is_link(std::string_view mode) { return mode.starts_with("120000"); }
bool is_nothing(std::string_view id) { return id.find_first_not_of('0') == std::string_view::npos; }

/// The files on the new side of `git diff --raw -z`: `:MODE MODE ID ID STATUS`, a path, and a second one for a
/// rename.
BlobList changed_files(Git &git) {
  BlobList list;
  for (std::string head, path; git.read_until('\0', head);) {
    std::istringstream fields(head);
    std::string mode_before, mode, before, id, status;
    const bool known = fields >> mode_before >> mode >> before >> id >> status && git.read_until('\0', path) &&
                       (!(status.starts_with('R') || status.starts_with('C')) || git.read_until('\0', path));
    if (!known)
      return {{}, "stslint does not understand the list of changes from this git; report it with your git --version"};
    if (is_file(mode) && !is_nothing(id))
      list.blobs.push_back({path, id, is_file(mode_before.substr(1)) && !is_nothing(before) ? before : ""});
    else if (is_submodule(mode))
      list.submodules.push_back(path);
    else if (is_link(mode))
      list.links.push_back(path);
  }
  list.why = git.failure();
  return list;
}

/// The commits of a merge into HEAD. In the hook of `git merge`, only variables name them: GITHEAD_<id>.
std::vector<std::string> merged_commits(const std::string &merge_head) {
  std::vector<std::string> commits;
  std::ifstream file(merge_head);
  for (std::string line; std::getline(file, line);)
    commits.push_back(line);
  if (commits.empty())
    for (char **variable = environ; *variable != nullptr; ++variable)
      if (const std::string_view text = *variable; text.starts_with("GITHEAD_"))
        commits.emplace_back(text.substr(8, text.find('=') - 8));
  std::erase_if(commits, [](const std::string &id) {
    return id.empty() || id.find_first_not_of("0123456789abcdef") != std::string::npos;
  });
  return commits;
}

/// The error of git about a revision. In a shallow clone, most are missing.
std::string of_revision(const std::string &why) {
  const bool shallow = !why.empty() && git(".", {"rev-parse", "--is-shallow-repository"}) == "true\n";
  return why + (shallow
                    ? "; this clone is shallow, so fetch the whole history: git fetch --unshallow; in GitHub Actions, "
                      "set fetch-depth: 0 of actions/checkout; in GitLab CI, set the variable GIT_DEPTH: 0"
                    : "");
}

std::string without_returns(std::string_view text) {
  std::string out(text);
  std::erase(out, '\r');
  return out;
}

/// git names files relative to the top.
void name_from_here(BlobList &list, const Repository &repository, const std::string &wanted = "") {
  for (Blob &blob : list.blobs) {
    blob.by_hand = blob.name == wanted;
    blob.name = repository.from_here(blob.name);
  }
  for (std::vector<std::string> *const names : {&list.submodules, &list.links})
    for (std::string &name : *names)
      name = repository.from_here(name);
}

} // namespace

BlobList staged_blobs() {
  const Repository repository = Repository::look();
  if (!repository.why.empty())
    return {{}, repository.why};
  if (!repository.work_tree)
    return {{}, "there are no staged files outside a work tree; to lint a commit, run stslint check --tree REV"};
  Git diff(diff_arguments({"--raw", "-z", "--cached", "--no-renames", "--"}));
  BlobList list = changed_files(diff);
  if (!list.why.empty())
    // Without a repository, git compares files, and has no --cached.
    if (const std::string why = Repository::ask().why; !why.empty())
      return {{}, why};
  for (const std::string &commit : merged_commits(repository.merge_head)) {
    Git theirs(diff_arguments({"--raw", "-z", "--cached", "--no-renames", commit, "--"}));
    const BlobList against = changed_files(theirs);
    if (!against.why.empty())
      return against;
    std::set<std::string> changed;
    for (const Blob &blob : against.blobs)
      changed.insert(blob.name);
    std::erase_if(list.blobs, [&](const Blob &blob) { return !changed.contains(blob.name); });
  }
  name_from_here(list, repository);
  return list;
}

BlobList blobs_of(const std::string &revision, const std::string &path) {
  const Repository repository = Repository::ask();
  if (!repository.why.empty())
    return {{}, repository.why};
  const std::string wanted = repository.from_top(path);
  std::vector<std::string> arguments = {"ls-tree", "-r", "-z", "--full-tree", revision};
  if (!wanted.empty())
    arguments.push_back(wanted);
  Git git(arguments);
  BlobList list;
  // MODE TYPE ID, a tab, a path
  for (std::string entry; git.read_until('\0', entry);) {
    const std::size_t tab = entry.find('\t'), id = entry.rfind(' ', tab) + 1;
    if (tab != std::string::npos && is_file(entry))
      list.blobs.push_back({entry.substr(tab + 1), entry.substr(id, tab - id), ""});
    else if (tab != std::string::npos && is_submodule(entry))
      list.submodules.push_back(entry.substr(tab + 1));
    else if (tab != std::string::npos && is_link(entry))
      list.links.push_back(entry.substr(tab + 1));
  }
  list.why = of_revision(git.failure());
  if (list.why.empty() && list.blobs.empty() && list.submodules.empty() && !wanted.empty())
    list.why = path + ": no such file or folder in " + revision;
  name_from_here(list, repository, wanted);
  return list;
}

BlobList blobs_changed(const std::string &since, const std::string &revision, const std::string &path) {
  const Repository repository = Repository::ask();
  if (!repository.why.empty())
    return {{}, repository.why};
  const std::string wanted = repository.from_top(path);
  Git git(diff_arguments({"--raw", "-z", "--find-renames", since + "..." + revision, "--"}));
  BlobList list = changed_files(git);
  list.why = of_revision(list.why);
  const auto outside = [&](const std::string &name) {
    return !wanted.empty() && name != wanted && !name.starts_with(wanted + '/');
  };
  std::erase_if(list.blobs, [&](const Blob &blob) { return outside(blob.name); });
  std::erase_if(list.submodules, outside);
  std::erase_if(list.links, outside);
  name_from_here(list, repository, wanted);
  return list;
}

std::string read_blobs(const std::vector<Blob> &blobs, const UseBlob &use) {
  if (blobs.empty())
    return "";
  std::string ids;
  for (const Blob &blob : blobs)
    ids += blob.id + '\n';
  Git git({"cat-file", "--batch", "--buffer"}, ids);
  std::string head, contents;
  for (const Blob &blob : blobs) {
    const std::string lost =
        "git does not have the contents of this file; to fetch them in a partial clone, run git cat-file -e " + blob.id;
    const bool answered = git.read_until('\n', head);
    const std::string expected = blob.id + " blob ";
    std::size_t size = 0;
    contents.clear();
    if (!answered) {
      use(blob, contents, lost + " (" + git.failure() + ')');
      const auto behind = static_cast<std::size_t>(&blobs.back() - &blob);
      return behind == 0 ? "" : counted(behind, "file") + " after it could not be checked";
    }
    if (!head.starts_with(expected) ||
        std::from_chars(head.data() + expected.size(), head.data() + head.size(), size).ec != std::errc()) {
      use(blob, contents, lost);
      continue;
    }
    // For a text above the limits, one byte more than the limit is enough.
    const std::size_t wanted = std::min(size, Document::max_bytes + 1);
    std::string skipped;
    if (!git.read_bytes(wanted, contents))
      return blob.name + ": " + git.failure();
    for (std::size_t left = size + 1 - wanted; left > 0; left -= skipped.size())
      if (!git.read_bytes(std::min<std::size_t>(left, 1 << 20), skipped))
        return blob.name + ": " + git.failure();
    use(blob, contents, "");
  }
  return git.failure();
}

bool differs_on_disk(const Blob &blob, std::string_view contents) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(blob.name, error)))
    return false;
  std::ifstream file(blob.name, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (bytes == contents || without_returns(bytes) == without_returns(contents))
    return false;
  // The contents are decompressed if the name says so.
  if (git(".", {"hash-object", "--no-filters", "--", blob.name}) == blob.id + '\n')
    return false;
  // NAME, ATTRIBUTE and VALUE, each with a zero
  Git attributes({"check-attr", "-z", "filter", "working-tree-encoding", "ident", "--", blob.name});
  bool plain = true;
  for (std::string name, attribute, value; attributes.read_until('\0', name) &&
                                           attributes.read_until('\0', attribute) &&
                                           attributes.read_until('\0', value);)
    plain &= value == "unspecified" || value == "unset";
  return plain;
}

std::vector<ChangedLines> changed_lines(const Blob &blob) {
  std::vector<ChangedLines> parts;
  Git git(diff_arguments({"--patch", "--text", "--unified=0", "--inter-hunk-context=0", blob.before, blob.id, "--"}));
  // @@ -FIRST,COUNT +FIRST,COUNT @@; git omits a count of 1. Without lines on one side, FIRST is the line before the
  // gap.
  struct Side {
    std::size_t first = 0, count = 1;
    std::size_t last() const { return count > 0 ? first + count - 1 : first; }
  };
  const auto parse = [](std::string_view text) {
    Side side;
    const auto number = std::from_chars(text.data(), text.data() + text.size(), side.first);
    if (number.ptr != text.data() + text.size() && *number.ptr == ',')
      std::from_chars(number.ptr + 1, text.data() + text.size(), side.count);
    return side;
  };
  for (std::string line; git.read_until('\n', line);) {
    constexpr std::string_view start = "@@ -";
    const std::size_t plus = line.find(" +");
    if (!line.starts_with(start) || plus == std::string::npos)
      continue;
    const std::string_view text = line;
    const Side before = parse(text.substr(start.size(), plus - start.size())), now = parse(text.substr(plus + 2));
    parts.push_back({now.count > 0 ? now.first : now.first + 1, now.last(),
                     static_cast<std::ptrdiff_t>(before.last()) - static_cast<std::ptrdiff_t>(now.last())});
  }
  if (!git.failure().empty())
    parts = {{1, std::numeric_limits<std::size_t>::max(), 0}};
  return parts;
}

std::string contents_before(const Blob &blob) { return git(".", {"cat-file", "blob", blob.before}).value_or(""); }

} // namespace stslint
