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

/// The library, task by task. A test does each of them: tests/lib/lint/manual_test.cpp.
///
/// Lint a text. Whatever its bytes are, the answer is a list of findings, in order of place:
///
///     stslint::Linter linter;
///     for (const stslint::Finding &finding : linter.lint(bytes))
///       std::cout << finding.offset << ": " << finding.rule->id << '\n';
///
/// Explain a finding. Its words are made when somebody asks for them:
///
///     const stslint::Description d = linter.describe(finding);
///     std::cout << d.start.line << ':' << d.start.column << ' ' << d.pointer << ": " << d.words.message << '\n';
///     if (!d.words.suggestion.empty())
///       std::cout << "write " << d.words.suggestion << '\n';
///
/// Lint a file in pieces, such as the lines of NDJSON. The number of its first line makes a piece's lines those of the
/// file; its offsets count from the start of the piece:
///
///     std::size_t number = 0;
///     for (std::string line; std::getline(file, line);)
///       for (const stslint::Finding &finding : linter.lint(line, "auto", ++number))
///         std::cout << linter.describe(finding).start.line << ": " << finding.rule->id << '\n';
///
/// Lint the messages of streams. A Streams remembers what came before, so that a message out of order is found:
///
///     stslint::Streams streams;
///     linter.settings().streams = &streams;
///     for (const std::string &message : messages)
///       for (const stslint::Finding &finding : linter.lint(message))
///         std::cout << finding.rule->id << '\n';
///
/// Fix a text, with stslint/fix.hpp. Nothing else in it changes:
///
///     const stslint::Fixes fixes = stslint::fixes(linter, bytes);
///     const std::string better = stslint::edited(bytes, fixes.edits);
///
/// Settings hold from the next text on. The library reads no clock: without `now`, rules that
/// compare with the present time find nothing:
///
///     stslint::Linter linter({.now = 1607432950, .max_age = 3600});
///     linter.settings().comments = true;
///
/// Hold texts to a schema of your own as well:
///
///     const stslint::UserSchema schema(R"({"required": ["events"]})");
///     linter.use_schema(&schema);
///
/// Lifetime. Findings are valid until the next lint() or fixes() with their linter, and so is what refers to its
/// document(). The text must stay as long. A Description and an Identity own what they say. A Streams, a schema and
/// a contract must stay as long as a linter refers to them.
///
/// Threads. Give each thread a linter of its own, and each linter a Streams of its own. Rules, contracts and schemas
/// never change: all threads share them.
///
/// Errors. What is wrong with a text is a Finding. Error (stslint/error.hpp) is thrown where work cannot begin: for a
/// text of more than Document::max_bytes, a form that does not exist, a schema that is no schema, or a string that is
/// too long for a schema's patterns. The linter can be used again afterwards.
///
///     try {
///       linter.lint(bytes, "no form");
///     } catch (const stslint::Error &error) {
///       std::cout << error.what() << '\n';
///     }
///
/// Complexity. lint() takes time linear in the bytes, and n log n where an object sorts its keys or a list the names of
/// its items. Its memory is 16 bytes for each value; it is kept for the next text, so that a text without findings
/// allocates nothing once one as large was linted. describe() of all findings in their order takes time linear in the
/// text altogether, and so does identity(). No depth of nesting overflows the stack.
///
/// The library never prints, exits, reads files, the clock or the environment.
namespace stslint {

class Contract; ///< the schema and its rules, compiled; its inside belongs to the engine

/// The contract of StackState's Receiver API with its rules, which the build compiled: shared by everyone. Another
/// variant is compiled when somebody first asks for it, which takes some milliseconds.
const Contract &standard_contract(TimeFormat times = TimeFormat::s, Version version = Version::v5_1);

/// What `auto` can read a text as: the whole payload, or a part of one. Each is a definition of the schema; lint() also
/// takes the name of any other definition.
std::span<const std::string_view> forms();

/// What the keys of a document's root say it is, and whether it is a payload at all. A fragment of a payload counts.
struct Detection {
  std::string_view form;
  bool payload;
  bool other_body =
      false;          ///< it is the body of another endpoint or receiver, known as such: wrong-endpoint tells which
  bool alike = false; ///< some of its keys are a payload's, too
};
/// `why`, unless null, becomes the reason, as a phrase for people.
Detection detect(const Document &document, const Contract &contract = standard_contract(), std::string *why = nullptr);

/// One mistake, at one place. Valid until the next lint().
struct Finding {
  const Rule *rule;
  std::uint32_t offset, length; ///< in bytes
  std::uint32_t node;           ///< whose pointer it carries
  std::uint32_t index;          ///< by which its linter knows it
};

/// A finding for people: where, and in words.
struct Description {
  /// A longer pointer, or a longer name of an event, is cut there, and ends with "…".
  static constexpr std::size_t longest_pointer = 1024;
  std::string pointer;
  Position start, end; ///< `end` is just behind the last character
  struct Event {
    std::string name;
    std::size_t index;
  };
  std::optional<Event> event; ///< the event it lies in
  Words words;
};

/// What a finding is known by, however its text is formatted and wherever in its lists it stands.
struct Identity {
  std::string pointer;
  std::string pattern;     ///< the pointer with `*` for the number of each item
  std::string fingerprint; ///< of the rule, the pattern and the value: 16 hexadecimal digits
};

/// One a thread. Keeps its memory between payloads.
class Linter {
public:
  /// Holds texts to the standard contract, in the variant that the settings say.
  explicit Linter(Settings settings = {});
  /// Holds texts to this contract, whatever its variant.
  Linter(Settings settings, const Contract &contract);
  ~Linter();
  Linter(const Linter &) = delete;
  Linter &operator=(const Linter &) = delete;

  /// What is wrong with `bytes`, in order of place, each mistake once. `form` is a definition; "auto" lets the keys
  /// decide. `first_line` is the line of its file that the text starts on.
  std::span<const Finding> lint(std::string_view bytes, std::string_view form = "auto", std::size_t first_line = 1);
  /// What is wrong with a text that stands in another one: places and fixes are those of the host.
  std::span<const Finding> lint(const Excerpt &excerpt, std::string_view host, std::string_view form = "auto");

  Description describe(const Finding &finding);
  Identity identity(const Finding &finding);

  /// Holds texts to somebody's own schema as well; null takes it away.
  void use_schema(const UserSchema *schema);
  /// For tests: whether the certifier may say that nothing is wrong with a text, as it may at first. What is found is
  /// the same without it, and takes longer to find.
  void allow_certifier(bool allowed);
  /// What the next text is linted with.
  Settings &settings();

  const Document &document() const;
  /// What the last text was read as, and what its keys said.
  std::string_view form() const;
  Detection detection();
  /// How many events the last text holds.
  std::size_t events() const;

  // For the engine, which defines it.
  class State;
  State &state() const { return *state_; }

private:
  std::unique_ptr<State> state_;
};

/// Lints a text, or each of its lines as the messages of a sequence, and calls `use` with each finding while the linter
/// can describe it.
void lint_messages(Linter &linter, std::string_view text, std::string_view form, bool a_line_each,
                   const std::function<void(const Finding &)> &use);

/// Lints the text of an example of `rule`, which is a value of the definition `on` or a sequence of payloads, and calls
/// `use` with each finding and the linter that can describe it.
void lint_example(const Rule &rule, std::string_view on, std::string_view text,
                  const std::function<void(Linter &, const Finding &)> &use);

} // namespace stslint
