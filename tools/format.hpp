#pragma once

#include "records.hpp"

#include "stslint/lint.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// A finding as this run judges it.
struct Reported {
  const Finding *finding;
  Severity severity;
};

/// What was found in one payload. Lives as long as the call that hands it over.
struct PayloadReport {
  std::string_view file;
  const Record &record; ///< where in the file the payload stands; offsets of findings count from there
  Linter &linter;
  const std::vector<Reported> &findings;
};

/// What a run came to. `errors`, `warnings` and `infos` count findings whether shown or not; of `fixed` and
/// `suppressed` ones nothing else is told.
struct Summary {
  std::size_t inputs = 0, payloads = 0, events = 0, errors = 0, warnings = 0, infos = 0, skipped = 0;
  std::size_t fixed = 0, suppressed = 0;
};

/// Writes what was found, in one format. Told of each payload in order, then once of the whole.
class Format {
public:
  virtual ~Format() = default;
  virtual void payload(const PayloadReport &report) = 0;
  virtual void finish(const Summary &summary) = 0;
};

/// What a run mends before it reports.
struct FixFlags {
  bool fix = false;
  bool unsafe_fixes = false; ///< all that `fix` does, and more
  bool diff = false;         ///< shows what it would do, instead of doing it

  bool any() const { return fix || unsafe_fixes || diff; }
  /// Whether it tries fixes of that kind.
  bool tries(bool safe) const { return safe ? any() : unsafe_fixes; }
};

struct TextOptions {
  Severity least = Severity::warning; ///< the least severity shown
  bool color = false, quiet = false;
  FixFlags fixes = {};
};
std::unique_ptr<Format> text_format(std::ostream &out, TextOptions options);
std::unique_ptr<Format> json_format(std::ostream &out);

/// The line that holds `offset` with its number, and `length` bytes from there underlined. A long line is cut to what
/// surrounds the place, which costs the same however long it is.
struct CodeFrame {
  std::string text, marks;
};
CodeFrame code_frame(std::string_view bytes, std::size_t offset, std::size_t length);

} // namespace stslint
