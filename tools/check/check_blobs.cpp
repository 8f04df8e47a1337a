#include "check_blobs.hpp"

#include "checker.hpp"
#include "git/blobs.hpp"
#include "input/inputs.hpp"

#include "lib/lint/places.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// The pointer that git holds for a file in Git LFS.
bool is_lfs_pointer(std::string_view contents) {
  return contents.size() < 1024 && contents.starts_with("version https://git-lfs.github.com/spec/");
}

bool could_be_payload(const std::string &name) { return kind_of(name).payloads; }
bool hidden(std::string_view name) {
  while (name.starts_with("../"))
    name.remove_prefix(3);
  return name.starts_with('.') || name.find("/.") != std::string_view::npos;
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

/// Selects the findings of a change: those on its lines; for missing members, those whose object lost or
/// gained lines; for broken JSON, all of that payload, because the cause can be anywhere in it.
class OnChangedLines {
public:
  explicit OnChangedLines(const Blob &blob) : blob_(blob) {}

  bool operator()(Linter &linter, const Record &record, const Finding &finding) {
    if (!parts_) // a file without findings needs no diff
      parts_ = changed_lines(blob_);
    const std::size_t line = linter.describe(finding).start.line;
    if (finding.rule->id == "invalid-json")
      return !kind_of(blob_.name).lines || changed(line, line);
    const bool missing = place_of(linter, finding).value.absent() && finding.node < linter.document().nodes().size();
    const std::size_t length = missing ? linter.document().nodes()[finding.node].length : finding.length;
    const std::string_view text = record.text.substr(finding.offset, length);
    return changed(line, line + static_cast<std::size_t>(std::ranges::count(text, '\n')));
  }

private:
  bool changed(std::size_t first, std::size_t last) const {
    const auto part = std::ranges::lower_bound(*parts_, first, {}, &ChangedLines::last);
    return part != parts_->end() && part->first <= last;
  }

  const Blob &blob_;
  std::optional<std::vector<ChangedLines>> parts_;
};

} // namespace

void check_staged(Checker &checker) {
  BlobList staged = staged_blobs();
  if (!staged.why.empty())
    return checker.complain_of_git(staged.why);
  std::erase_if(staged.blobs, [](const Blob &blob) { return !could_be_payload(blob.name); });
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
  for (const std::string &path : paths) {
    BlobList list = blobs_of(tree, path);
    if (list.why.empty() && !options.since.empty())
      list = blobs_changed(options.since, tree, path);
    if (!list.why.empty()) {
      checker.complain_of_git(list.why);
      continue;
    }
    std::erase_if(list.blobs, [](const Blob &blob) {
      return !blob.by_hand && (!could_be_payload(blob.name) || hidden(blob.name));
    });
    bool linted = false;
    const auto use = [&](const Blob &blob, std::string &contents, const std::string &lost) {
      const bool partly = !blob.before.empty() && !kind_of(blob.name).compressed;
      linted |= lint(checker, blob, contents, lost, partly ? Keep(OnChangedLines(blob)) : Keep());
    };
    const std::string why = read_blobs(list.blobs, use);
    if (!why.empty())
      checker.complain_of_git(why);
    else if (!linted && options.since.empty() && !options.detect)
      checker.complain(path, "this folder of " + tree + " contains no payload; to lint a file anyway, name the file",
                       unreadable);
  }
}

} // namespace stslint
