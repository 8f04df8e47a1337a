#include "check_blobs.hpp"

#include "change.hpp"
#include "checker.hpp"
#include "git/blobs.hpp"
#include "input/inputs.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <set>

namespace stslint {
namespace {

/// The pointer that git holds for a file in Git LFS.
bool is_lfs_pointer(std::string_view contents) {
  return contents.size() < 1024 && contents.starts_with("version https://git-lfs.github.com/spec/");
}

/// Decompresses and lints `contents`. False if they are not a payload and were not named by hand.
bool lint(Checker &checker, const Blob &blob, std::string &contents, std::string why, const Keep &keep = {}) {
  const Input input{{}, blob.name, blob.by_hand};
  ExitCode code = why.empty() ? clean : unreadable;
  if (code == clean && is_lfs_pointer(contents)) {
    checker.note(blob.name + ": not linted: git has only a pointer to the contents, which are in Git LFS");
    return true;
  }
  if (code == clean)
    code = unpack(input, contents, why);
  if (code != clean)
    checker.complain(blob.name, why, code);
  return code != clean || checker.lint(input, contents, keep);
}

} // namespace

void check_staged(Checker &checker) {
  BlobList staged = staged_blobs();
  if (!staged.why.empty())
    return checker.complain_of_git(staged.why);
  const auto embeds = [&](const std::string &name) { return checker.embeds(name); };
  std::erase_if(staged.blobs, [&](const Blob &blob) { return !may_hold_payloads("", blob.name, false, embeds); });
  const std::string why = read_blobs(staged.blobs, [&](const Blob &blob, std::string &contents,
                                                       const std::string &lost) {
    const std::size_t before = checker.summary().errors + checker.summary().warnings;
    lint(checker, blob, contents, lost);
    if (checker.summary().errors + checker.summary().warnings > before && differs_on_disk(blob, contents))
      checker.note(blob.name +
                   ": the staged version differs from the file on disk; if you have corrected the file, git add it");
  });
  if (!why.empty())
    checker.complain_of_git(why);
}

void check_revision(Checker &checker, const RevisionOptions &options, const std::vector<std::string> &paths) {
  const std::string tree = options.tree.empty() ? "HEAD" : options.tree;
  for (const std::string &revision : {tree, options.since})
    if (revision.starts_with('-'))
      throw Error(in_quotes(revision) + " is not a revision of this repository");
  std::vector<BlobList> lists;
  std::set<std::string> by_hand, seen;
  for (const std::string &path : paths) {
    lists.push_back(blobs_of(tree, path));
    if (lists.back().why.empty() && !options.since.empty())
      lists.back() = blobs_changed(options.since, tree, path);
    for (const Blob &blob : lists.back().blobs)
      if (blob.by_hand)
        by_hand.insert(blob.name);
  }
  const auto embeds = [&](const std::string &name) { return checker.embeds(name); };
  for (std::size_t at = 0; at < paths.size(); ++at) {
    const std::string &path = paths[at];
    BlobList &list = lists[at];
    if (!list.why.empty()) {
      checker.complain_of_git(list.why);
      continue;
    }
    checker.pass_over(list.submodules, "run stslint check there");
    std::erase_if(list.links,
                  [&](const std::string &name) { return !may_hold_payloads("", name, is_hidden(name), embeds); });
    checker.pass_over_links(list.links);
    for (Blob &blob : list.blobs)
      blob.by_hand = by_hand.contains(blob.name);
    std::erase_if(list.blobs, [&](const Blob &blob) {
      return !blob.by_hand && !may_hold_payloads("", blob.name, is_hidden(blob.name), embeds);
    });
    // A file that is named twice is linted once.
    bool linted = std::erase_if(list.blobs, [&](const Blob &blob) { return !seen.insert(blob.name).second; }) > 0;
    const auto use = [&](const Blob &blob, std::string &contents, const std::string &lost) {
      const bool partly = !blob.before.empty() && !kind_of(blob.name).compressed;
      const auto how = partly ? checker.prefilter_settings({{}, blob.name, blob.by_hand}) : std::nullopt;
      linted |= lint(checker, blob, contents, lost, how ? Keep(FindingsOfChange(blob, *how)) : Keep());
    };
    const std::string why = read_blobs(list.blobs, use);
    if (!why.empty())
      checker.complain_of_git(why);
    else if (!linted && options.since.empty() && !options.detect)
      checker.complain_of_folder(path, tree);
  }
}

} // namespace stslint
