#pragma once

#include "check_options.hpp"
#include "prefilter.hpp"

#include "stslint/lint.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

class ProgressLine;
struct Input;

/// Whether a finding is to be reported.
using Keep = std::function<bool(Linter &, const Record &, const Finding &)>;

/// Lints one input after the other and reports what it finds; its exit code is the highest that came up.
class Checker {
public:
  /// `files` is where the configuration and the baseline of inputs are. Throws Error for options that cannot be.
  Checker(const CheckOptions &options, Console &console, Files files = Files::on_disk());

  /// Lints the bytes of one input, as its configuration says; throws Error if that is wrong. False if it turned out to
  /// be no payload that anybody asked to be linted. `keep`, if there is one, picks the findings that count.
  bool lint(const Input &input, std::string_view bytes, const Keep &keep = {});

  /// The same for bytes that come piece by piece, each ending with a line: begin(), then piece() until it answers
  /// false, then end(). Fixes need all of an input.
  void begin(const Input &input);
  bool piece(const Input &input, std::string_view bytes, const Keep &keep = {});
  bool end(const Input &input);
  bool takes_pieces() const { return !fix_.any(); }

  /// Whether other threads may screen inputs; their result is then taken instead of looking again. Not where payloads
  /// hang together, nor where files are changed.
  bool can_prefilter() const { return takes_pieces() && !stream_; }
  PrefilterSettings prefilter_settings(const Input &input);
  /// Input that does not look like a payload is nobody's business.
  bool only_payloads(const Input &input) const;
  /// A whole input in which nothing was found.
  bool count_clean(const Input &input, const Prefiltered &seen);
  /// A piece, once the first record of its input was seen: has_begun().
  bool piece(const Input &input, std::string_view bytes, const Prefiltered &seen);
  bool has_begun() const { return !first_; }

  /// An input of which nothing can be said: one line on standard error, and the exit code it comes to.
  void complain(const std::string &name, const std::string &why, ExitCode code);

  /// All that git was to tell cannot be linted; `why` is a whole sentence.
  void complain_of_git(const std::string &why);

  /// One line on standard error that changes nothing else.
  void note(const std::string &what);

  /// A line that is to make room for whatever is written; null for none.
  void shares_terminal_with(ProgressLine *progress) { progress_ = progress; }

  /// What it came to so far.
  const Summary &summary() const { return summary_; }

  /// What the last payload came to, and the linter that can describe it.
  std::span<const Reported> reported() const { return reported_; }
  Linter &linter() { return linter_; }

  /// Reads the configuration of an input ahead of it; throws Error if that is wrong.
  void prepare(const Input &input);

  /// The time to judge by from now on, for a run that takes long.
  void set_now(double now);

  /// Ends the reports and answers the exit code.
  int finish();

private:
  void leave_unjudged(const std::string &name, const std::string &why, ExitCode code);
  void hold_to_schema(const std::string &file);
  void judge(Severity severity);
  void count(const Finding &finding, Severity severity);
  void report_unused();
  void make_room();
  void add(const Summary &clean);
  bool lint_record(const Input &input, const Record &record, const Keep &keep);
  bool is_ours(const Input &input, std::string_view bytes);
  std::string_view fixed(const Input &input, std::string_view bytes, std::string &better);
  void report(const Input &input, const Record &record, std::span<const Finding> found, const Keep &keep);

  Console &console_;
  Console reports_to_; ///< standard error, if standard output takes a diff
  bool detect_;
  FixFlags fix_;
  std::string_view form_;
  std::optional<Severity> fail_on_;
  std::optional<double> now_;
  bool stream_;
  Configuration configuration_;
  KnownFindings known_;
  std::optional<UserSchema> schema_; ///< the command line's
  Streams streams_;
  Linter linter_;
  // Of the input at hand:
  std::optional<std::string> folder_; ///< as its name has it
  std::filesystem::path path_;
  const ConfigFile *config_ = nullptr;
  const Policy *policy_ = nullptr;
  Record next_;                     ///< where its next piece starts
  bool ours_ = true, first_ = true; ///< somebody asked for it to be linted; nothing of it has been
  bool whole_ = true;               ///< no broken JSON hides any of it
  bool reported_any_ = false;
  ProgressLine *progress_ = nullptr;
  Reports reports_;
  std::vector<Reported> reported_;
  std::vector<Suppressed> suppressed_;
  Summary summary_;
  int exit_ = clean;
};

} // namespace stslint
