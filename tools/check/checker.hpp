#pragma once

#include "check_options.hpp"
#include "prefilter.hpp"

#include "stslint/lint.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

class ProgressLine;
struct Input;

/// Decides if a finding is reported.
using Keep = std::function<bool(Linter &, const Record &, const Finding &)>;

/// Lints inputs one after the other, and reports their findings. Its exit code is the highest of all inputs.
class Checker {
public:
  /// `files` is the source of configuration and baseline. `format`, if set, gets all reports, instead of the formats in
  /// the options. Throws Error for invalid options.
  Checker(const CheckOptions &options, Console &console, Files files = Files::on_disk(),
          std::unique_ptr<Format> format = nullptr);

  /// Lints the bytes of one input with its configuration; throws Error if that is wrong. False if the input is not
  /// a payload and was not named by hand. `keep`, if set, selects the findings that count.
  bool lint(const Input &input, std::string_view bytes, const Keep &keep = {});

  /// The same in steps: begin(), which says whether the input need be read at all, then whole(), or piece() until it
  /// returns false for bytes that come in pieces, each ending with a line; then end(). Fixes need all of an input.
  bool begin(const Input &input);
  void whole(const Input &input, std::string_view bytes, const Keep &keep = {});
  bool piece(const Input &input, std::string_view bytes, const Keep &keep = {});
  bool end(const Input &input);
  bool takes_pieces() const { return !fix_.any(); }
  /// Instead of all that: the fixes of all findings that would be reported. Nothing is reported or written.
  Fixes fixes(const Input &input, std::string_view bytes);

  /// Reports the findings of a whole input that `by` has linted with its prefilter_settings().
  void linted(const Input &input, std::string_view bytes, Linter &by, std::span<const Finding> found);

  /// True if other threads may screen inputs; their result then replaces a second look. False if payloads
  /// depend on each other, and if files are changed.
  bool can_prefilter() const { return takes_pieces() && !stream_ && !explain_detection_; }
  /// Empty for an input that the configuration excludes. Throws Error if the configuration is wrong.
  std::optional<PrefilterSettings> prefilter_settings(const Input &input);
  /// A whole input without findings.
  bool count_clean(const Input &input, const Prefiltered &seen);
  /// A piece, after the first record of its input: has_begun().
  bool piece(const Input &input, std::string_view bytes, const Prefiltered &seen);
  bool has_begun() const { return !first_; }

  /// An input that cannot be checked: one line on standard error, and its exit code.
  void complain(const std::string &name, const std::string &why, ExitCode code);

  /// Nothing can be linted because git failed; `why` is a whole sentence.
  void complain_of_git(const std::string &why);

  /// One line on standard error that changes nothing else.
  void note(const std::string &what);

  /// Submodules and other repositories in a linted folder, which are not linted; `remedy` says how to lint one. One
  /// line on standard error, unless --quiet.
  void pass_over(const std::vector<std::string> &repositories, const std::string &remedy);
  /// The same for links.
  void pass_over_links(const std::vector<std::string> &links);

  /// Whether a document or program, which nobody named by hand, is searched for payloads.
  bool embeds(const std::string &name);
  /// A folder that was named contains no payload; `revision`, unless "", is the one that was looked at.
  void complain_of_folder(const std::string &name, const std::string &revision);

  void lints_folder(const std::filesystem::path &folder) { known_.lints_folder(folder); }

  /// A progress line that must disappear before other output; null for none.
  void shares_terminal_with(ProgressLine *progress) { progress_ = progress; }

  /// The totals so far.
  const Summary &summary() const { return summary_; }

  /// The result of the last payload; linter() can describe it, unless it was linted by another.
  std::span<const Reported> reported() const { return reported_; }
  Linter &linter() { return linter_; }

  /// Reads the configuration of an input in advance; throws Error if that is wrong.
  void prepare(const Input &input);

  /// Sets the current time, for a long run.
  void set_now(double now);
  /// Sets the unit of times, whatever the configuration says.
  void set_time_format(TimeFormat format);

  /// Ends the reports, and returns the exit code.
  int finish();

private:
  std::string_view form() const;
  bool only_payloads(const Input &input) const;
  bool excludes(const Input &input) const;
  void explain_detection(const Input &input, const Record &record);
  bool has_several() const;
  void leave_unjudged(const std::string &name, const std::string &why, ExitCode code);
  void judge(Severity severity);
  void count(const Finding &finding, Severity severity);
  RunSettings run_settings() const;
  void report_unused();
  void make_room();
  void add(const Summary &clean);
  void note_breaks(Linter &by, std::span<const Finding> found);
  bool lint(const Input &input, const Record &record, const Keep &keep);
  bool is_ours(const Input &input, std::string_view bytes);
  std::string replace(const Input &input, std::string_view bytes, std::string_view better);
  Fixes fixes_in(const Input &input, std::string_view bytes);
  std::string_view fixed(const Input &input, std::string_view bytes, std::string &better);
  void report(const Input &input, const Record &record, Linter &by, std::span<const Finding> found, const Keep &keep);

  Console &console_;
  Console reports_to_; ///< standard error, if standard output is for a diff
  bool embedded_, detect_, explain_detection_, quiet_;
  FixFlags fix_;
  std::string_view form_;
  std::optional<Severity> fail_on_;
  std::optional<double> now_;
  std::optional<TimeFormat> time_format_;
  bool stream_;
  std::map<std::string, std::string> flags_; ///< that decide what is found
  Configuration configuration_;
  KnownFindings known_;
  std::optional<UserSchema> schema_; ///< from the command line
  Streams streams_;
  Linter linter_;
  // The current input:
  std::optional<std::string> folder_; ///< from its name
  std::filesystem::path path_;
  FileKind kind_; ///< settled from its bytes on
  const ConfigFile *config_ = nullptr;
  const Policy *policy_ = nullptr;
  Record next_;                     ///< the start of its next piece
  bool ours_ = true, first_ = true; ///< it is to be linted; it has not been linted yet
  std::size_t unlike_ = 0;          ///< its blocks that have no key of a payload, if somebody asked for the reasons
  bool whole_ = true;               ///< no broken JSON hides a part of it
  bool reported_any_ = false;
  Summary before_;          ///< the totals before it
  std::uint64_t bytes_ = 0; ///< of it, so far
  ProgressLine *progress_ = nullptr;
  Reports reports_;
  std::vector<Reported> reported_;
  std::vector<Suppressed> suppressed_;
  std::size_t unsearched_ = 0; ///< documents and programs in folders
  Summary summary_;
  int exit_ = clean;
};

} // namespace stslint
