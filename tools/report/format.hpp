#pragma once

#include "fix/fix_flags.hpp"
#include "input/records.hpp"

#include "stslint/lint.hpp"

#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// A finding as this run judges it.
struct Reported {
  const Finding *finding;
  Severity severity;
  bool fails; ///< it is at or above --fail-on
};

/// A finding that somebody knows of and lives with.
struct Suppressed {
  const Finding *finding;
  Severity severity;
  std::string_view reason;
};

/// What was found in one payload. Lives as long as the call that hands it over.
struct PayloadReport {
  std::string_view file;
  const Record &record; ///< where in the file the payload stands; offsets of findings count from there
  Linter &linter;
  std::span<const Reported> findings;
  std::span<const Suppressed> suppressed = {}; ///< which only SARIF tells of
};

/// What a run came to. `errors`, `warnings` and `infos` count findings whether shown or not; of `fixed` ones nothing
/// else is told. `unjudged` are paths that led nowhere, and inputs that could not be read or were beyond a limit.
struct Summary {
  std::size_t inputs = 0, payloads = 0, events = 0, errors = 0, warnings = 0, infos = 0, skipped = 0, unjudged = 0;
  std::size_t fixed = 0, suppressed = 0;
  std::size_t parts = 0;          ///< payloads whose keys said that they are parts of one
  std::string_view part = "";     ///< what the last of them is
  std::string_view noun = "file"; ///< what an input is

  /// Counts a payload that `linter` has just linted as `form`.
  void count(const Linter &linter, std::string_view form);
};

/// Writes what was found, in one format. Told of each payload in order, of each input behind its payloads, then once of
/// the whole.
class Format {
public:
  virtual ~Format() = default;
  virtual void payload(const PayloadReport &report) = 0;
  virtual void input(std::string_view /*file*/) {}
  /// An input, or a part of one, of which nothing can be said. Standard error has said so.
  virtual void unjudged(std::string_view /*file*/, std::string_view /*why*/) {}
  virtual void finish(const Summary &summary) = 0;
};

/// What the formats for people heed; the others hold everything.
struct FormatOptions {
  Severity least = Severity::warning; ///< the least severity shown
  bool color = false, quiet = false;
  std::optional<std::size_t> most = {}; ///< findings shown, a file
  FixFlags fixes = {};
};

// Each in the file of its name; reports.cpp has the table of them.
std::unique_ptr<Format> text_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> concise_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> json_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> jsonl_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> sarif_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> junit_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> github_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> gitlab_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> rdjsonl_format(std::ostream &out, const FormatOptions &options);

/// The line that holds `offset` with its number, and `length` bytes from there underlined. A long line is cut to what
/// surrounds the place, which costs the same however long it is.
struct CodeFrame {
  std::string text, marks;
};
CodeFrame code_frame(std::string_view bytes, std::size_t offset, std::size_t length);

} // namespace stslint
