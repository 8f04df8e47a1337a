#pragma once

#include "fix/fix_flags.hpp"
#include "input/records.hpp"

#include "lib/report/summary.hpp"
#include "stslint/lint.hpp"

#include <cstdint>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// A finding with its severity in this run.
struct Reported {
  const Finding *finding;
  Severity severity;
  bool fails; ///< it is at or above --fail-on
};

/// A known finding, which is suppressed.
struct Suppressed {
  const Finding *finding;
  Severity severity;
  std::string_view reason;
};

/// The findings of one payload. Valid during the call that passes it.
struct PayloadReport {
  std::string_view file;
  const Record &record; ///< the place of the payload in the file; offsets of findings start there
  Linter &linter;
  std::span<const Reported> findings;
  std::span<const Suppressed> suppressed = {}; ///< only SARIF reports them
};

/// An input, or a part of one, after its payloads.
struct InputReport {
  std::string_view file;
  std::uint64_t offset = 0, bytes = 0; ///< where in the file the part begins; and its size, decompressed
  std::size_t payloads = 0, events = 0;
  bool continued = false; ///< another part holds the beginning of the file
};

/// The settings that decide what is found, so that reports of several runs can be compared.
struct RunSettings {
  std::map<std::string, std::string> flags; ///< of the command line, without those that have their default
  std::map<std::string, std::string> files; ///< configuration files and baselines, with a fingerprint of their text
};

/// Writes the findings in one format. Gets each payload in order, each input after its payloads, and finally
/// the totals.
class Format {
public:
  virtual ~Format() = default;
  virtual void payload(const PayloadReport &report) = 0;
  virtual void input(const InputReport & /*report*/) {}
  /// An input, or a part of one, that could not be checked. Standard error has the reason already.
  virtual void unjudged(std::string_view /*file*/, std::string_view /*why*/) {}
  /// Comes before finish().
  virtual void settings(const RunSettings & /*settings*/) {}
  virtual void finish(const Summary &summary) = 0;
};

/// The settings of formats for people; the other formats contain everything.
struct FormatOptions {
  Severity least = Severity::warning; ///< the lowest severity shown
  bool color = false, quiet = false;
  std::optional<std::size_t> most = {}; ///< findings shown, a file
  FixFlags fixes = {};
};

// Each has the file of its name; reports.cpp has their table.
std::unique_ptr<Format> text_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> concise_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> json_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> jsonl_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> summary_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> sarif_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> junit_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> github_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> gitlab_format(std::ostream &out, const FormatOptions &options);
std::unique_ptr<Format> rdjsonl_format(std::ostream &out, const FormatOptions &options);

/// The flag that applies the fix, as reports for people name it.
inline std::string fixable(const Words &words, std::string_view applied_by = "") {
  return "fixable with " + std::string(applied_by) + (words.safe ? "--fix" : "--unsafe-fixes");
}

/// The line of `offset` with its number, and `length` bytes from there underlined. A long line is cut to the
/// text around the place, which costs the same for any length.
struct CodeFrame {
  std::string text, marks;
};
CodeFrame code_frame(const Document &document, std::size_t offset, std::size_t length);

} // namespace stslint
