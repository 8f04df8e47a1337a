#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// Files as git holds them. Nothing here looks at the work tree, takes a lock or writes.
namespace stslint {

struct Blob {
  std::string name;     ///< relative to the current folder
  std::string id;       ///< of its contents
  std::string before;   ///< of the contents that it replaces; "" if it is new, or if nobody asked
  bool by_hand = false; ///< named by hand, rather than met in a folder
};

/// Files, without links and submodules; or, in one line, why there is no list of them.
struct BlobList {
  std::vector<Blob> blobs;
  std::string why;
};

/// What a commit made now would change: the index against HEAD. In a merge, only what differs from all its parents.
BlobList staged_blobs();

/// What a commit or tree has at `path`: a file, or all files of a folder.
BlobList blobs_of(const std::string &revision, const std::string &path);

/// What of that changed since `revision` and `since` parted; a renamed file replaces what it was renamed from.
BlobList blobs_changed(const std::string &since, const std::string &revision, const std::string &path);

/// Hands over each blob with its contents, in order, from one git; contents that are missing come with a `why`.
/// What stops git altogether is answered; the blobs behind it are not handed over.
using UseBlob = std::function<void(const Blob &blob, std::string &contents, const std::string &why)>;
std::string read_blobs(const std::vector<Blob> &blobs, const UseBlob &use);

/// Whether the file on disk is there and would be something else if it were added to git now. To know `contents` saves
/// asking git where the two are the same.
bool differs_on_disk(const Blob &blob, std::string_view contents);

/// A part of a text that is not in the one before. Where lines only went it is empty: `last` is the line before the
/// gap, `first` the one behind.
struct ChangedLines {
  std::size_t first, last;
};

/// Where a blob differs from the one before, in order; all of it if git cannot tell.
std::vector<ChangedLines> changed_lines(const Blob &blob);

} // namespace stslint
