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

/// What a rule is. Each stands in a file of its own, lib/rules/<id>.cpp (with _ for -), as one constexpr Rule: why it
/// exists, examples, the check, the words, the fix and the fault. Its tests, its documentation and the fuzzers' seeds
/// are made from it.
namespace stslint {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name(Severity severity);

/// What a rule needs to see: one payload; the clock too; the messages of one stream; a whole run.
enum class Scope : std::uint8_t { payload, clock, stream, run };
std::string_view name(Scope scope);

/// What the messages of a sequence have said of their streams so far: who lints them keeps one, and Settings refers to
/// it. The rules of scope stream compare each message with it and enter the message. It grows with the number of
/// streams, not of messages.
class Streams {
public:
  Streams();
  ~Streams();
  Streams(const Streams &) = delete;
  Streams &operator=(const Streams &) = delete;

  /// Begins anew: no stream is known.
  void forget();

  // For the engine, which defines them.
  struct Stream;
  struct Judgement;
  struct State;
  State &state() const { return *state_; }

private:
  std::unique_ptr<State> state_;
};

/// The unit of the times that a receiver takes: seconds, or milliseconds where the header `sts-time-format: ms` comes
/// with the payload.
enum class TimeFormat : std::uint8_t { s, ms };
std::string_view name(TimeFormat format);

/// A documentation of StackState by which payloads are judged: of version 5.1; of 5.2, from 2023-08 on; of SUSE
/// Observability, from 2026-08 on.
enum class Version : std::uint8_t { v5_1, v5_2, suse };
inline constexpr Version versions[] = {Version::v5_1, Version::v5_2, Version::suse};
std::string_view name(Version version); ///< `5.1`
constexpr std::uint8_t bit(Version version) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(version)); }

/// What a receiver should do: take it, refuse it, or either, where parsers and receivers rightly differ.
enum class Expected : std::uint8_t { accept, reject, implementation };
std::string_view name(Expected expected); ///< `accept`, `reject`, `impl`

/// What a receiver must do with a payload that breaks a rule, and how that is known. It is not the severity: a receiver
/// takes what it files at a place where nobody looks.
struct Verdict {
  Expected expected = Expected::accept;
  std::string_view source = "no documentation lets the receiver refuse it";
};

struct Rule;

/// What the person who lints decides. The library reads no clock: without `now` no rule of scope clock can speak.
struct Settings {
  std::optional<double> now;     ///< seconds since 1970
  std::optional<double> max_age; ///< seconds; without it no event is stale
  Streams *streams = nullptr;    ///< without it, no rule of scope stream can speak
  bool comments = false;         ///< comments and trailing commas are no mistakes: the text is JSON with comments
  bool placeholders = false;     ///< nor are placeholders: the text is an example, or something fills it in
  bool fragments = false;        ///< nor are members without the braces around them: the text is a part of a whole
  /// Reserved prefixes of names hold only as a whole segment: "host.cpu", but not "hostile".
  bool whole_event_prefixes = false, whole_metric_prefixes = false;
  /// Rules that are switched off. If one of them would report several mistakes as one, other rules report each of them.
  /// The caller keeps the list alive.
  std::span<const Rule *const> silent = {};
  std::size_t oversized = std::size_t{1} << 20; ///< the most bytes that a payload should have
  TimeFormat time_format = TimeFormat::s;
  Version stackstate = Version::v5_1;
};

/// What a finding says. The message names the value, says why it matters and what to do, on one line.
struct Words {
  std::string message;
  std::string suggestion = {}; ///< what to write instead; "" if unknown
  Edits fix = {};
  bool safe = false; ///< the fix cannot change what the payload means
};

/// A value of the definition `on` that breaks the rule, and a good value instead: exactly the result of the rule's fix,
/// if it has one. For a rule of scope stream, a sequence of payloads, one on each line, of which the last breaks it.
/// For a rule about broken JSON, `bad` is any text. Clock rules see them at 2020-12-08T13:09:10Z with a greatest age of
/// one hour.
struct Example {
  std::string_view on, bad, good;
};
inline constexpr double example_now = 1607432950, example_max_age = 3600;

/// What JSON Schema (draft-07) can say of a rule that stslint decides in code: keywords for a definition.
struct SchemaPart {
  std::string_view definition, keywords;
};

// What a rule and the engine hand each other. Users of the library need not know.
class Decisions;
enum class Keyword : std::uint32_t;
struct Place;

struct Rule {
  std::string_view id;      ///< kebab-case; names the mistake; never changes
  std::string_view summary; ///< one line, for lists
  std::string_view
      why; ///< a sentence of StackState's documentation, and the consequence for a sender who breaks the rule
  Severity severity;
  Verdict receiver = {}; ///< errors give it a source; for others, the default is usually right
  Scope scope = Scope::payload;
  std::uint8_t stackstate = 0xff; ///< a bit for each Version by whose documentation it holds

  // What it is about. A rule names a definition or, left empty, speaks where no rule of the definition does.
  std::string_view on = {};     ///< the definition, or several with spaces between
  std::string_view member = {}; ///< or several, of that definition: asked about each, there or not
  Keyword keywords = {};        ///< it speaks when one of these is broken
  std::uint8_t types = 0xff;    ///< a bit for each Kind of value that can break it
  std::uint16_t mark = 0;       ///< the Mark without which no value can
  /// It looks at the value and what is in it, or at the object that lacks the member, and at nothing around it.
  bool context_free = false;
  std::span<const FlawKind> flaws = {}; ///< it speaks of these flaws of the text

  std::span<const Example> examples;
  SchemaPart schema = {}; ///< for the schema that others use: `stslint schema` prints it, the engine does not read it
  // For the engine, which alone makes a Place.
  /// Pure, total, allocates nothing in the common case. Without keywords it decides alone; with them it may decline.
  bool (*broken)(const Place &) = nullptr;
  Words (*words)(const Place &) = nullptr;
  /// Edits that make a good payload break this rule at this place and no other; none if this place cannot.
  Edits (*fault)(const Place &, Decisions &) = nullptr;
};

/// Every rule, in the order of their ids.
std::span<const Rule *const> all_rules();
/// Those that hold by the documentation of that version.
std::vector<const Rule *> rules_of(Version version);
/// Null if there is none of that id.
const Rule *find_rule(std::string_view id);

} // namespace stslint
