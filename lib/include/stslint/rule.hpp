#pragma once

#include "stslint/document.hpp"
#include "stslint/edit.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The definition of a rule. Each rule has its own file, lib/rules/<id>.cpp (with _ for -), with one constexpr Rule:
/// its reason, examples, check, message, fix and fault. Its tests, its documentation and the seeds of the fuzzers are
/// generated from it.
namespace stslint {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name(Severity severity);

/// The input that a rule needs: one payload; the payload and the clock; the messages of one stream; a whole run.
enum class Scope : std::uint8_t { payload, clock, stream, run };
std::string_view name(Scope scope);

/// The state of each stream after the messages so far. The caller owns it, and Settings refers to it. The rules of
/// scope stream compare each message with it, and then update it. It grows with the number of streams, not of messages.
class Streams {
public:
  Streams();
  ~Streams();
  Streams(const Streams &) = delete;
  Streams &operator=(const Streams &) = delete;

  /// Forgets all streams.
  void forget();

  // Internal.
  struct Stream;
  struct Judgement;
  struct State;
  State &state() const { return *state_; }

private:
  std::unique_ptr<State> state_;
};

/// The unit of times: seconds, or milliseconds if the payload is sent with the header `sts-time-format: ms`.
enum class TimeFormat : std::uint8_t { s, ms };
std::string_view name(TimeFormat format);

/// The version of StackState's documentation that payloads are checked against: 5.1; 5.2, since 2023-08; SUSE
/// Observability, since 2026-08.
enum class Version : std::uint8_t { v5_1, v5_2, suse };
inline constexpr Version versions[] = {Version::v5_1, Version::v5_2, Version::suse};
std::string_view name(Version version); ///< `5.1`
constexpr std::uint8_t bit(Version version) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(version)); }

/// What a receiver should do: accept, reject, or either of the two (`impl`), where implementations may differ.
enum class Expected : std::uint8_t { accept, reject, implementation };
std::string_view name(Expected expected); ///< `accept`, `reject`, `impl`

/// What a receiver should do with a payload that breaks a rule, and the source of that. It is not the severity: a
/// receiver also accepts events that nobody will ever find in it.
struct Verdict {
  Expected expected = Expected::accept;
  std::string_view source = "nothing in the documentation says that it is refused";
};

struct Rule;

/// The settings of a linter. The library reads no clock: without `now`, no rule of scope clock finds anything.
struct Settings {
  std::optional<double> now;     ///< seconds since 1970
  std::optional<double> max_age; ///< seconds; without it, no event is stale
  Streams *streams = nullptr;    ///< without it, no rule of scope stream finds anything
  bool comments = false;         ///< allow comments and trailing commas: the text is JSON with comments
  bool placeholders = false;     ///< allow placeholders: the text is an example, or a template
  bool fragments = false;        ///< allow members without braces around them: the text is a part of an example
  /// A reserved prefix of a name must be a whole segment: it is in "host.cpu", but not in "hostile".
  bool whole_event_prefixes = false, whole_metric_prefixes = false;
  /// Rules that are switched off. If one of them would report several mistakes as one, other rules report each of them.
  /// The caller keeps the list alive.
  std::span<const Rule *const> silent = {};
  std::size_t oversized = std::size_t{1} << 20; ///< the most bytes that a payload should have
  TimeFormat time_format = TimeFormat::s;
  Version stackstate = Version::v5_1;
};

/// The words of a finding. The message is one line: it names the value, says why it matters, and what to do.
struct Words {
  std::string message;
  std::string suggestion = {}; ///< the text to write instead; "" if unknown
  Edits fix = {};
  bool safe = false; ///< the fix cannot change what the payload means
};

/// A value of the definition `on` that breaks the rule, and a good value: the result of the rule's fix, if it has one.
/// For a rule of scope stream, both are a sequence of payloads, one on each line, and the last breaks the rule. For a
/// rule about broken JSON, `bad` is any text. Rules of scope clock check them at 2020-12-08T13:09:10Z, with a maximum
/// age of one hour.
struct Example {
  std::string_view on, bad, good;
};
inline constexpr double example_now = 1607432950, example_max_age = 3600;

/// The part of a rule that JSON Schema (draft-07) can express, for a rule that is decided in code: keywords for a
/// definition.
struct SchemaPart {
  std::string_view definition, keywords;
};

// Internal: the arguments of a rule's functions.
class Decisions;
enum class Keyword : std::uint32_t;
struct Place;

struct Rule {
  std::string_view id;      ///< in kebab-case; names the mistake; never changes
  std::string_view summary; ///< one line, for lists
  std::string_view
      why; ///< a sentence of StackState's documentation, and the consequence for a sender who breaks the rule
  Severity severity;
  Verdict receiver = {}; ///< errors give it a source; for others, the default is usually right
  Scope scope = Scope::payload;
  std::uint8_t stackstate = 0xff; ///< a bit for each Version whose documentation has the rule

  // The values that the rule checks. With an empty `on`, it is asked after the rules that name a definition.
  std::string_view on = {};     ///< the definition, or several separated by spaces
  std::string_view member = {}; ///< one or more members of it; the rule is asked about each, present or absent
  Keyword keywords = {};        ///< the rule reports violations of these keywords
  std::uint8_t types = 0xff;    ///< a bit for each Kind of value that can break the rule
  std::uint16_t mark = 0;       ///< the Mark that every value has that breaks the rule
  /// `broken` reads only the value and its content, or the object that lacks the member.
  bool context_free = false;
  std::span<const FlawKind> flaws = {}; ///< the rule reports these flaws of the text

  std::span<const Example> examples;
  SchemaPart schema = {}; ///< only in the schema that `stslint schema` prints; the linter does not read it
  /// Whether a place breaks the rule. Pure; never throws; usually allocates nothing. With `keywords`, it may only
  /// decline.
  bool (*broken)(const Place &) = nullptr;
  Words (*words)(const Place &) = nullptr;
  /// Edits that make a good payload break this rule, and only this one, at this place; empty if that is not possible.
  Edits (*fault)(const Place &, Decisions &) = nullptr;
};

/// Every rule, in order of id.
std::span<const Rule *const> all_rules();
/// The rules in the documentation of this version.
std::vector<const Rule *> rules_of(Version version);
/// The rule with this id, or null.
const Rule *find_rule(std::string_view id);

} // namespace stslint
