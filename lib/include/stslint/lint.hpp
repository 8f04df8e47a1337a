#pragma once

#include "stslint/document.hpp"
#include "stslint/rule.hpp"
#include "stslint/user_schema.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The library, task by task. tests/lib/lint/manual_test.cpp runs each example.
///
/// Lint a text. For any bytes, the result is a list of findings in order of offset:
///
///     stslint::Linter linter;
///     for (const stslint::Finding &finding : linter.lint(bytes))
///       std::cout << finding.offset << ": " << finding.rule->id << '\n';
///
/// Explain a finding. describe() writes its message on demand:
///
///     const stslint::Description d = linter.describe(finding);
///     std::cout << d.start.line << ':' << d.start.column << ' ' << d.pointer << ": " << d.words.message << '\n';
///     if (!d.words.suggestion.empty())
///       std::cout << "write " << d.words.suggestion << '\n';
///
/// Lint a file in pieces, such as the lines of NDJSON. Pass the number of the first line of each piece; then line
/// numbers are those of the file. Offsets count from the start of the piece:
///
///     std::size_t number = 0;
///     for (std::string line; std::getline(file, line);)
///       for (const stslint::Finding &finding : linter.lint(line, "auto", ++number))
///         std::cout << linter.describe(finding).start.line << ": " << finding.rule->id << '\n';
///
/// Lint the messages of streams. A Streams remembers the earlier messages, so that a message out of order is found:
///
///     stslint::Streams streams;
///     linter.settings().streams = &streams;
///     for (const std::string &message : messages)
///       for (const stslint::Finding &finding : linter.lint(message))
///         std::cout << finding.rule->id << '\n';
///
/// Fix a text, with stslint/fix.hpp. The rest of the text stays as it is:
///
///     const stslint::Fixes fixes = stslint::fixes(linter, bytes);
///     const std::string better = stslint::edited(bytes, fixes.edits);
///
/// Change the settings. They apply from the next text on. The library reads no clock: without `now`, rules that
/// compare with the current time find nothing:
///
///     stslint::Linter linter({.now = 1607432950, .max_age = 3600});
///     linter.settings().comments = true;
///
/// Check texts against a schema of your own, too:
///
///     const stslint::UserSchema schema(R"({"required": ["events"]})");
///     linter.use_schema(&schema);
///
/// Lifetime. Findings, and Values of the document(), are valid until the next lint() or fixes() with their linter, and
/// while the text exists. A Description and an Identity own their contents. A Streams, a schema and a contract must
/// outlive the linter that refers to them.
///
/// Threads. Each thread needs its own linter, and each linter its own Streams. Rules, contracts and schemas never
/// change; all threads can share them.
///
/// Errors. A mistake in a text is a Finding. Error (stslint/error.hpp) is thrown if work cannot begin: the text is
/// longer than Document::max_bytes, the form does not exist, the schema is not valid, or a string is too long for a
/// pattern of the schema. The linter can be used again afterwards.
///
///     try {
///       linter.lint(bytes, "no form");
///     } catch (const stslint::Error &error) {
///       std::cout << error.what() << '\n';
///     }
///
/// Complexity. lint() takes time linear in the bytes, and n log n in the keys of one object or the items of one list.
/// It takes 16 bytes of memory for each value, and keeps them for the next text: after a first text of the same size, a
/// text without findings allocates nothing. Calling describe() or identity() for all findings, in order, takes time
/// linear in the text. No depth of nesting overflows the stack.
///
/// The library never prints, exits, reads files, the clock or the environment.
namespace stslint {

class Contract; ///< the schema and its rules, compiled; internal

/// The contract of StackState's Receiver API with its rules, compiled during the build; all linters share it. Any other
/// variant is compiled when it is first requested, in a few milliseconds.
const Contract &standard_contract(TimeFormat times = TimeFormat::s, Version version = Version::v5_1);

/// The forms that `auto` chooses from: the whole payload, or a part of it. Each is a definition of the schema; lint()
/// also takes the name of any other definition.
std::span<const std::string_view> forms();

/// The form of a document, judged by the keys of its root, and whether it is a payload at all. A part of a payload
/// counts as one.
struct Detection {
  std::string_view form;
  bool payload;
  bool other_body = false; ///< a known body of another endpoint or receiver, which the rule wrong-endpoint names
  bool alike = false;      ///< some of its keys are also keys of a payload
};
/// Writes the reason to `why`, unless it is null: a phrase for people.
Detection detect(const Document &document, const Contract &contract = standard_contract(), std::string *why = nullptr);

/// One mistake, at one place. Valid until the next lint().
struct Finding {
  const Rule *rule;
  std::uint32_t offset, length; ///< in bytes
  std::uint32_t node;           ///< the node that its JSON Pointer leads to
  std::uint32_t index;          ///< its number within its linter
};

/// A finding for people: its place and its message.
struct Description {
  /// A longer pointer or event name is cut to so many bytes, and ends with "…".
  static constexpr std::size_t longest_pointer = 1024;
  std::string pointer;
  Position start, end; ///< `end` is the place after the last character
  struct Event {
    std::string name;
    std::size_t index;
  };
  std::optional<Event> event; ///< the event that contains it
  Words words;
};

/// Identifies a finding across changes of formatting and of positions in lists.
struct Identity {
  std::string pointer;
  std::string pattern;     ///< the pointer with `*` for the number of each item
  std::string fingerprint; ///< of the rule, the pattern and the value: 16 hexadecimal digits
};

/// Not thread-safe: use one for each thread. Keeps its memory between payloads.
class Linter {
public:
  /// Checks texts against the standard contract, in the variant that the settings name.
  explicit Linter(Settings settings = {});
  /// Checks texts against this contract, whatever the settings say about variants.
  Linter(Settings settings, const Contract &contract);
  ~Linter();
  Linter(const Linter &) = delete;
  Linter &operator=(const Linter &) = delete;

  /// The mistakes in `bytes`, in order of offset, each once. `form` is a definition of the schema; "auto" chooses it by
  /// the keys. `first_line` is the line number of the first line.
  std::span<const Finding> lint(std::string_view bytes, std::string_view form = "auto", std::size_t first_line = 1);
  /// The mistakes in a text within another text, its host. Places and fixes are those of the host.
  std::span<const Finding> lint(const Excerpt &excerpt, std::string_view host, std::string_view form = "auto");

  Description describe(const Finding &finding);
  Identity identity(const Finding &finding);

  /// Also checks texts against a user's schema; null ends that.
  void use_schema(const UserSchema *schema);
  /// For tests: whether to use the certifier, the fast path for texts without findings. By default it is used. The
  /// findings are the same without it.
  void allow_certifier(bool allowed);
  /// The settings for the next text.
  Settings &settings();

  const Document &document() const;
  /// The form that the last text was read as, and the form that its keys suggest.
  std::string_view form() const;
  Detection detection();
  /// The number of events in the last text.
  std::size_t events() const;

  // Internal.
  class State;
  State &state() const { return *state_; }

private:
  std::unique_ptr<State> state_;
};

/// Lints a text, or each of its lines as one message of a sequence, and calls `use` with each finding while the linter
/// can describe it.
void lint_messages(Linter &linter, std::string_view text, std::string_view form, bool a_line_each,
                   const std::function<void(const Finding &)> &use);

/// Lints the text of an example of `rule`, which is a value of the definition `on` or a sequence of payloads, and calls
/// `use` with each finding and the linter that can describe it.
void lint_example(const Rule &rule, std::string_view on, std::string_view text,
                  const std::function<void(Linter &, const Finding &)> &use);

} // namespace stslint
