#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Files in git's storage. Nothing here reads the work tree, takes a lock or writes.
namespace stslint {

struct Blob {
  std::string name;     ///< relative to the current folder
  std::string id;       ///< the id of its contents
  std::string before;   ///< the id of the replaced contents; "" if it is new, or not requested
  bool by_hand = false; ///< named by hand, not found in a folder
};

/// Files, without links; or, in one line, the reason for a missing list. Names are relative to the current folder.
struct BlobList {
  std::vector<Blob> blobs;
  std::string why;
  std::vector<std::string> submodules = {};
  std::vector<std::string> links = {};
};

/// The changes of a commit made now: the index against HEAD. In a merge, only files that differ from all parents.
BlobList staged_blobs();

/// The files of a commit or tree at `path`: one file, or all files of a folder.
BlobList blobs_of(const std::string &revision, const std::string &path);

/// Those files that changed since the merge base of `revision` and `since`; a renamed file replaces its old name.
BlobList blobs_changed(const std::string &since, const std::string &revision, const std::string &path);

/// Passes each blob with its contents to `use`, in order, from one git process; missing contents come with a `why`.
/// Returns the reason if git itself fails; the later blobs are not passed.
using UseBlob = std::function<void(const Blob &blob, std::string &contents, const std::string &why)>;
std::string read_blobs(const std::vector<Blob> &blobs, const UseBlob &use);

/// True if the file on disk exists, and its text differs from these contents of the blob. False if a filter of the
/// repository would have to run to compare them. Line ends, which git can convert, do not count.
bool differs_on_disk(const Blob &blob, std::string_view contents);

/// A part of a text that is not in the text before. For removed lines it is empty: `last` is the line before the
/// gap, `first` the line after it.
struct ChangedLines {
  std::size_t first, last;
  /// To add to the number of a later line, before the next part, for its number in the text before.
  std::ptrdiff_t shift;
};

/// The differences between a blob and the blob before, in order; the whole blob if git fails.
std::vector<ChangedLines> changed_lines(const Blob &blob);

/// The contents of the blob before; "" if git does not have them.
std::string contents_before(const Blob &blob);

} // namespace stslint
