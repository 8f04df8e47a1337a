#include "filter.hpp"

#include "check/workers.hpp"
#include "input/line_blocks.hpp"
#include "judge.hpp"
#include "stop_signals.hpp"
#include "targets.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <charconv>
#include <exception>
#include <fcntl.h>
#include <ostream>
#include <unistd.h>

namespace stslint {
namespace {

/// How many bad lines a run may have: a number of lines, or a share of them.
struct Tolerance {
  double most = 0;
  bool percent = false, ends_early = false;

  bool exceeded(std::size_t bad, std::size_t lines) const {
    return static_cast<double>(bad) > (percent ? most / 100 * static_cast<double>(lines) : most);
  }
};

Tolerance tolerance(std::string_view text) {
  if (text.empty())
    return {};
  Tolerance out{.percent = text.ends_with('%'), .ends_early = !text.ends_with('%')};
  const char *const end = text.data() + text.size() - (out.percent ? 1 : 0);
  const auto [rest, error] = std::from_chars(text.data(), end, out.most, std::chars_format::fixed);
  const bool whole = out.percent || text.find_first_not_of("0123456789") == std::string_view::npos;
  if (error != std::errc() || rest != end || !whole || !(out.most >= 0) || (out.percent && out.most > 100))
    throw Error("--max-errors " + in_quotes(text) + ": write a number of lines, such as 100, or a share, such as 0.1%");
  return out;
}

/// Whether lines look like one JSON text that was written over several of them, for people.
bool is_indented_json(std::string_view lines) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t end = std::min(lines.find('\n'), lines.size());
  std::string_view first = lines.substr(0, end), second = lines.substr(std::min(end + 1, lines.size()));
  second = second.substr(0, second.find('\n'));
  first = first.substr(0, first.find_last_not_of(blanks) + 1);
  const std::size_t indent = second.find_first_not_of(blanks);
  return (first == "{" || first == "[") && indent != std::string_view::npos && (indent > 0 || second[0] == '"');
}

/// Lines that were read together, and their judgement.
struct FilterPiece {
  LineBlock block;
  JudgedLines judged;
  std::exception_ptr failure; ///< why they could not be judged
  Workers::Task task;
};

class FilterRun {
public:
  FilterRun(const FilterOptions &options, Console &console)
      : options_(options), console_(console), most_(tolerance(options.max_errors)), judge_(options),
        targets_(options.bad), blocks_(STDIN_FILENO), jobs_(options.line_buffered ? 1 : wanted_jobs(options.jobs)),
        pieces_(options.line_buffered ? 1 : 2 * jobs_), // with one piece, lines are written before more are read
        workers_(jobs_) {}

  int run() {
    workers_.in_order(
        pieces_, [&](FilterPiece &piece) { return read(piece); }, [&](FilterPiece &piece) { write(piece); });
    std::string why;
    if (!ends_)
      fail(blocks_.finish(why), why);
    if (const std::string unwritten = targets_.close(); !unwritten.empty())
      fail(unreadable, unwritten);
    report();
    return std::max<int>(code_, most_.exceeded(bad_, lines_) ? findings : clean);
  }

private:
  bool read(FilterPiece &piece) {
    const StopSignals::Admitted now;
    if (ends_ || !blocks_.next(piece.block))
      return false;
    const std::string_view lines = piece.block.lines();
    // A stream that waits for answers, or wants a line for each line, must not stop at what a sender sends.
    const bool answers = options_.line_buffered || targets_.sets_aside_to(STDOUT_FILENO);
    if (next_.offset == 0 && !answers && is_indented_json(lines))
      throw Error("the input is JSON over several lines, and a payload must be one line; write jq -c . <FILE | stslint "
                  "filter, or check the file: stslint check FILE");
    piece.failure = nullptr;
    piece.task.work = [this, &piece, from = next_, now = options_.time()](Worker &worker) {
      try {
        judge_.judge(worker.linter, piece.block.lines(), from, now, piece.judged);
      } catch (...) {
        piece.failure = std::current_exception();
      }
    };
    next_.offset += lines.size();
    next_.line += line_breaks(lines);
    return true;
  }

  void write(FilterPiece &piece) {
    if (ends_)
      return;
    if (piece.failure)
      return fail(internal, "there is not enough memory to check the next line");
    JudgedLines &judged = piece.judged;
    ends_ = most_.ends_early && most_.exceeded(bad_ + judged.bad(), 0);
    if (ends_) // the output ends at the line, whatever was read together
      judged.end_after(static_cast<std::size_t>(most_.most) + 1 - bad_);
    const StopSignals::Admitted now;
    if (const std::string why = targets_.write(judged.segments); !why.empty())
      return fail(unreadable, why);
    lines_ += judged.lines;
    bad_ += judged.bad();
    fixed_ += judged.fixed();
    if (judged.any_unchecked())
      code_ = internal;
  }

  void fail(ExitCode code, const std::string &why) {
    if (code == clean)
      return;
    code_ = std::max<int>(code_, code);
    failed_ = why;
    ends_ = true;
  }

  void report() const {
    const auto say = [&](const std::string &what) { console_.err << "stslint: " << what << std::endl; };
    if (!failed_.empty())
      return say(failed_ + "; " + counted(lines_, "line") + " passed on, and later ones may be lost");
    if (ends_)
      say("stopped after line " + std::to_string(lines_) + ": more than --max-errors " + options_.max_errors);
    else if (StopSignals::caught() != 0)
      say("stopped by a signal after line " + std::to_string(lines_) + "; no line was lost");
    if (!options_.quiet && !targets_.sets_aside_to(STDERR_FILENO)) // whose reader expects JSON
      say(counted(lines_, "line") + ": " + std::to_string(bad_) + " bad" +
          (fixed_ > 0 ? ", " + std::to_string(fixed_) + " fixed" : ""));
  }

  const FilterOptions &options_;
  Console &console_;
  const Tolerance most_;
  Judge judge_;
  Targets targets_;
  LineBlocks blocks_;
  const std::size_t jobs_;
  Record next_;                                 ///< the position of the next block
  std::size_t lines_ = 0, bad_ = 0, fixed_ = 0; ///< of the lines that were written
  bool ends_ = false;                           ///< nothing more is read or written
  int code_ = clean;
  std::string failed_;
  std::vector<FilterPiece> pieces_;
  Workers workers_; ///< destroyed first, because they use the other members
};

} // namespace

int filter(const FilterOptions &options, Console &console) {
  options.time();                         // an invalid --now is an error before a line is read
  if (::fcntl(STDIN_FILENO, F_GETFD) < 0) // another file may get its number
    throw Error("standard input is closed; give the lines through a pipe or a file");
  int code = clean;
  {
    const StopSignals signals;
    code = FilterRun(options, console).run();
  }
  StopSignals::end_process();
  return code;
}

} // namespace stslint
