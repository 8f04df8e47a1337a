#pragma once

#include "envelope.hpp"
#include "filter.hpp"
#include "targets.hpp"

#include "input/records.hpp"

#include <deque>
#include <filesystem>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace stslint {

/// Lines after their judgement.
struct JudgedLines {
  enum class Outcome { fixed, bad, unchecked };
  /// A line that does not go out as it came.
  struct Made {
    std::string text;
    Outcome outcome; ///< unchecked because of a limit, it counts as bad
  };
  std::vector<Segment> segments; ///< each line once, in order: lines as they came, one of `made`, and so on
  std::deque<Made> made;
  std::size_t lines = 0;

  std::size_t fixed() const;
  std::size_t bad() const { return made.size() - fixed(); }
  bool any_unchecked() const;
  /// Drops the lines after the bad line of this number, from 1. There are so many.
  void end_after(std::size_t bad_line);
};

/// Decides which lines of a stream are good, and mends lines on request. Threads share it.
class Judge {
public:
  /// Throws Error for invalid options and configuration.
  explicit Judge(const FilterOptions &options);

  /// `lines` are whole, and `from` is their position in the stream. `now` is for rules that compare with the current
  /// time. The result refers to `lines`.
  void judge(Linter &linter, std::string_view lines, const Record &from, double now, JudgedLines &out);

private:
  /// The memory for one line, which the next one reuses.
  struct Line {
    Record record;
    Document around; ///< with --envelope
    std::vector<FilterPayload> payloads;
  };
  void judge(Linter &linter, Line &line, JudgedLines &out);
  std::string open(Line &line) const;
  bool passes(Linter &linter, Line &line, JudgedLines &out);
  bool fails(Linter &linter, const Line &line);
  bool mended(Linter &linter, Line &line, std::string &better);
  std::vector<Reported> reported(Linter &linter, std::span<const Finding> found);
  std::string letter(Linter &linter, const Line &line, std::string_view why);
  std::string findings_of(Linter &linter, const Line &line);

  const FilterOptions &options_;
  std::string_view form_;
  std::optional<Severity> fail_on_;
  std::optional<Envelope> envelope_;
  std::optional<UserSchema> schema_;
  Configuration configuration_;
  KnownFindings known_;
  std::mutex known_mutex_;
  std::filesystem::path path_; ///< the name of the stream, by which the configuration is found
  const Policy &policy_;
};

} // namespace stslint
