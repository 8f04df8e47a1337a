#pragma once

#include "stslint/embedded.hpp"

#include <optional>
#include <string_view>

namespace stslint {

/// The kind of a file's content, by its name.
struct FileKind {
  bool payloads = false;         ///< .json, .jsonc, .ndjson or .jsonl, each also .gz
  bool lines = false;            ///< one payload a line: .ndjson, .jsonl
  bool comments = false;         ///< comments and trailing commas are allowed: .jsonc
  bool compressed = false;       ///< .gz
  std::optional<Host> host = {}; ///< a document or a program, in which payloads stand; see settled()
};

inline FileKind kind_of(std::string_view name) {
  FileKind kind;
  kind.compressed = name.ends_with(".gz");
  name.remove_suffix(kind.compressed ? 3 : 0);
  kind.lines = name.ends_with(".ndjson") || name.ends_with(".jsonl");
  kind.comments = name.ends_with(".jsonc");
  kind.payloads = kind.lines || kind.comments || name.ends_with(".json");
  kind.host = host_of(name);
  kind.payloads = kind.payloads && !kind.host;
  return kind;
}

} // namespace stslint
