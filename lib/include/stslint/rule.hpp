#pragma once

#include "stslint/decisions.hpp"
#include "stslint/document.hpp"
#include "stslint/edit.hpp"
#include "stslint/shape.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What a rule is. Each stands in a file of its own, lib/rules/<id>.cpp, as one constexpr Rule: why it exists,
/// examples, the check, the words, the fix and the fault. Its tests, its documentation and the fuzzers' seeds are made
/// from it.
namespace stslint {

enum class Severity : std::uint8_t { info, warning, error };
std::string_view name(Severity severity);

/// What a rule needs to see: one payload; the clock too; the messages of one stream; a whole run.
enum class Scope : std::uint8_t { payload, clock, stream, run };
std::string_view name(Scope scope);

/// What the messages of a sequence have said of their streams so far: who lints them keeps one, and Settings refers to
/// it. The rules of scope stream compare each message with it and enter the message; it grows with the number of
/// streams, not of messages.
struct Streams {
  struct Stream {
    int model = -1;                            ///< -1: not known yet
    bool set_up = false, open = false;         ///< it has begun; a snapshot of it is open
    double opened = 0, repeat = 0;             ///< the open snapshot's time, and how often it comes, in seconds
    std::optional<double> offset, batch_index; ///< the last checkpoint
  };
  /// What came of one part of the message at hand: `before` is its stream as it found it.
  struct Judgement {
    std::uint32_t node;
    int problem;
    Stream before;
  };
  std::unordered_map<std::string, Stream> known;
  std::vector<Judgement> judged; ///< in the order of their nodes; emptied for each message
};

/// What the person who lints decides. The library reads no clock: without `now` no rule of scope clock can speak.
struct Settings {
  std::optional<double> now;     ///< seconds since 1970
  std::optional<double> max_age; ///< seconds; without it no event is stale
  Streams *streams = nullptr;    ///< without it, no rule of scope stream can speak
  bool comments = false;         ///< comments and trailing commas are no mistakes: the text is JSON with comments
  /// Reserved prefixes of names hold only as a whole segment: "host.cpu", but not "hostile".
  bool whole_event_prefixes = false, whole_metric_prefixes = false;
  std::size_t oversized = std::size_t{1} << 20; ///< the most bytes that a payload should have
};

/// What the items of a list are known by: the one index that rules across items share, so that none needs a loop in a
/// loop.
class Siblings {
public:
  /// Another document comes; the memory stays.
  void forget();
  /// How an item gets its name: from a string of it, or from a part of what that says. An item without one has none.
  struct Name {
    Value (*of)(const Value &item);
    std::string_view (*part)(std::string_view text);
  };
  /// The nearest earlier item of `list` that has the name of `item`; absent if there is none. The first question about
  /// a list takes time n log n, or n if all names differ; each further one log n, or none; as long as no more than a
  /// handful of lists are asked about.
  Value earlier(const Value &item, const Value &list, const Name &name);
  /// Whether an item of `list` has the name that `text`, a string, says.
  bool has(const Value &list, const Name &name, const Value &text);
  /// Whether each item of `list` has a name.
  bool names_all(const Value &list, const Name &name);

private:
  struct Entry {
    std::string_view name;
    Value item;
  };
  struct Table {
    std::uint32_t list = 0;
    const Name *name = nullptr;
    std::size_t asked = 0;
    bool all = true;                      ///< each item has a name
    bool distinct = true;                 ///< and no two have the same bit, so that they all differ
    bool sorted = false;                  ///< the entries are
    std::array<std::uint64_t, 16> seen{}; ///< a bit for each name, by its hash
    std::vector<Entry> entries;
  };
  Table &table(const Value &list, const Name &name);
  static const std::vector<Entry> &sorted(Table &table);
  std::array<Table, 8> tables_;
  std::size_t asked_ = 0;
};

inline std::string_view all_of(std::string_view text) { return text; }
/// A string is known by what it says.
inline constexpr Siblings::Name itself = {[](const Value &item) { return item; }, all_of};

/// What a rule looks at, and a finding is about: a value, a key, a member that is not there, or a flaw of the text.
struct Place {
  Value value;             ///< the value or key; absent for a member that is not there
  Value parent;            ///< the object or array that holds it; absent at the root
  std::string_view member; ///< the name the contract gives it, if it is a member that the contract names
  const Property *property = nullptr;
  const Shape *shape = nullptr; ///< what is expected here; for an unknown key, the shape of its object
  /// Of a key that its object does not know: what its member belongs in, within or around this object. `shape` itself
  /// if what the member holds belongs here.
  const Shape *home = nullptr;
  const Settings *settings = nullptr;
  const Flaw *flaw = nullptr;
  const Document *document = nullptr;
  // Only while the rule is asked whether it is broken.
  Siblings *siblings = nullptr;
  const Place *within = nullptr; ///< the place of `parent`, and so on to the root
  /// What it is called in a sentence: `tags`, `item 2 of tags`, `event 0 of "app.cpu"`, `the payload`; of a member that
  /// is not there, what its object is called. Only set when words are made.
  std::string_view subject = {};
  std::string_view note = {}; ///< foreign-violation: what the other validator says
  /// Tells lines and columns of other places. Only set when words are made.
  Locator *locator = nullptr;
};

/// What a finding says. The message names the value, says why it matters and what to do, on one line.
struct Words {
  std::string message;
  std::string suggestion = {}; ///< what to write instead; "" if there is no saying
  Edits fix = {};
  bool safe = false; ///< the fix cannot change what the payload means
};

/// A value of the definition `on` that breaks the rule, and its mend that breaks none; of a rule of scope stream, a
/// sequence of payloads, one a line, of which the last breaks it. Where the JSON itself is wrong
/// `bad` is whatever text it takes. Clock rules see them at 2020-12-08T13:09:10Z with a greatest age of one hour.
struct Example {
  std::string_view on, bad, good;
};
inline constexpr double example_now = 1607432950, example_max_age = 3600;

struct Rule {
  std::string_view id;      ///< kebab-case, names the bad thing, never changes
  std::string_view summary; ///< one line, for lists
  std::string_view why;     ///< the sentence of the source document, and what happens to a sender who breaks it
  Severity severity;
  Scope scope = Scope::payload;

  // What it is about. A rule names a definition or, left empty, speaks where no rule of the definition does.
  std::string_view on = {};         ///< the definition, or several with spaces between
  std::string_view member = {};     ///< or several, of that definition: asked about each, there or not
  Keyword keywords = Keyword::none; ///< it speaks when one of these is broken
  std::uint8_t types = 0xff;        ///< a bit for each Kind of value that can break it
  Marks mark = 0;                   ///< the Mark without which no value can
  /// It looks at the value and what is in it, or at the object that lacks the member, and at nothing around it.
  bool context_free = false;
  std::span<const FlawKind> flaws = {}; ///< it speaks of these flaws of the text

  std::span<const Example> examples;
  /// Pure, total, allocates nothing in the common case. Without keywords it decides alone; with them it may decline.
  bool (*broken)(const Place &) = nullptr;
  Words (*words)(const Place &) = nullptr;
  /// Edits that make a good payload break this rule at this place and no other; none if this place cannot.
  Edits (*fault)(const Place &, Decisions &) = nullptr;
};

/// Whether `name` is one of a rule's words for definitions or members.
bool among(std::string_view name, std::string_view words);

/// Every rule, in the order of their ids.
std::span<const Rule *const> all_rules();
/// Null if there is none of that id.
const Rule *find_rule(std::string_view id);

/// A wrong name that people write for the right member of a definition, beyond what its spelling tells.
struct Slip {
  std::string_view definition, wrong, right;
};
std::span<const Slip> all_slips();

} // namespace stslint
