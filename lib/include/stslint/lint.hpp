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

/// The library, as most programs use it:
///
///     stslint::Linter linter;
///     for (const stslint::Finding &finding : linter.lint(bytes)) {
///       const stslint::Description d = linter.describe(finding);
///       std::cerr << d.start.line << ':' << d.start.column << ": " << d.words.message << '\n';
///     }
///
/// The library never prints, exits, reads files, the clock or the environment. Whatever the bytes are, the answer is a
/// list of findings; Error is thrown only where work cannot begin.
namespace stslint {

class Contract; ///< what is held to: the schema and its rules, compiled; the engine's

/// The contract of StackState's Receiver API with all rules, which the build compiled: shared by everyone.
const Contract &standard_contract();

/// What a text can be read as: the whole payload, or a part of one. Each is a definition of the standard contract.
std::span<const std::string_view> forms();

/// What the keys of a document's root say it is, and whether it is a payload at all. A fragment of a payload counts.
struct Detection {
  std::string_view form;
  bool payload;
};
Detection detect(const Document &document, const Contract &contract = standard_contract());

/// One mistake, at one place. Valid until the next lint().
struct Finding {
  const Rule *rule;
  std::uint32_t offset, length; ///< in bytes
  std::uint32_t node;           ///< whose pointer it carries
  std::uint32_t index;          ///< by which its linter knows it
};

/// A finding for people: where, and in words.
struct Description {
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
  explicit Linter(Settings settings = {}, const Contract &contract = standard_contract());
  ~Linter();
  Linter(const Linter &) = delete;
  Linter &operator=(const Linter &) = delete;

  /// What is wrong with `bytes`, in order of place, each mistake once. `form` is a definition; "auto" lets the keys
  /// decide. `first_line` is the line of its file that the text starts on.
  std::span<const Finding> lint(std::string_view bytes, std::string_view form = "auto", std::size_t first_line = 1);

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
