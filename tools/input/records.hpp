#pragma once

#include "file_kind.hpp"

#include "stslint/lint.hpp"

#include <functional>
#include <string_view>

namespace stslint {

/// One payload of a file, and where in the file it starts; or, with a block, a file that holds it.
struct Record {
  std::string_view text;
  std::size_t offset = 0;
  std::size_t line = 1;
  const Block *block = nullptr; ///< during the call that passes it
};

/// The kind of a JSON file in which payloads are looked for as well, unless it is one itself.
FileKind searched(FileKind kind);
/// The kind of a file once its bytes are known: a host only if payloads stand within them. A document that is JSON from
/// its start is none, whatever its name; a JSON file is one if it is a collection.
FileKind settled(FileKind kind, std::string_view bytes);

/// The records of a file of a settled kind in order: the whole file, each non-blank line, without its line break, or
/// each block of a host. Stops when `use` returns false. `from` is the position of the bytes in the file; returns the
/// position of their end.
Record for_each_record(std::string_view bytes, const FileKind &kind, const std::function<bool(const Record &)> &use,
                       Record from = {});

/// The number of line breaks in a text.
std::size_t line_breaks(std::string_view text);

/// Lints a record. A block need not be a payload: see is_payload.
std::span<const Finding> lint_record(Linter &linter, const Record &record, std::string_view form);
/// Whether the record that was linted last is to be reported: whatever it is, or, of the blocks, one that is a payload.
bool is_payload(Linter &linter, const Record &record);

} // namespace stslint
