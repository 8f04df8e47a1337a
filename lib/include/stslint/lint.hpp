#pragma once

#include "stslint/contract.hpp"
#include "stslint/user_schema.hpp"

#include <deque>
#include <functional>
#include <optional>

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

class Certifier;

/// One a thread. Keeps its memory between payloads.
class Linter {
public:
  explicit Linter(Settings settings = {}, const Contract &contract = standard_contract());
  Linter(const Linter &) = delete;
  Linter &operator=(const Linter &) = delete;

  /// What is wrong with `bytes`, in order of place, each mistake once. `form` is a definition; "auto" lets the keys
  /// decide. The findings, and all that describe() answers, refer to `bytes`, which must stay until the next call.
  /// Throws Error, before any work, for a text over 4 GiB and an unknown form. `first_line` is the line of its file
  /// that the text starts on.
  std::span<const Finding> lint(std::string_view bytes, std::string_view form = "auto", std::size_t first_line = 1);

  /// Findings described in their order cost time linear in the text altogether.
  Description describe(const Finding &finding);

  /// Likewise.
  Identity identity(const Finding &finding);

  /// Holds texts to somebody's own schema as well, if it is not null; it must outlive the linter.
  void also(const UserSchema *schema) { schema_ = schema; }
  /// For tests: whether the certifier may say that nothing is wrong with a text, as it may at first. What is found is
  /// the same without it, and takes longer to find.
  void certify(bool allowed);
  /// What the next text is linted with.
  Settings &settings() { return settings_; }

  const Document &document() const { return document_; }
  /// What the last text was read as, and what its keys said.
  std::string_view form() const { return form_; }
  Detection detection();
  /// How many events the last text holds.
  std::size_t events() const { return units_.size(); }

private:
  void read_as(std::string_view form);
  bool parse(std::string_view bytes);
  void judge_by_schema();
  void locate();
  bool mend(std::string_view bytes, std::string_view form);
  std::uint64_t cost(std::string_view bytes, std::string_view form);
  void refer_to_source();
  void refer_to_source(Edits &fix) const;
  bool is_unit(std::uint32_t node) const;
  void expect(std::span<const Locator::Step> path);
  std::string key_at(std::span<const Locator::Step> path, std::size_t depth) const;
  const Shape *shape_at(std::size_t depth) const { return depth == 0 ? root_ : expected_[depth - 1].shape; }
  std::string subject_at(std::span<const Locator::Step> path, std::size_t depth) const;

  const Contract *contract_;
  const Shape *unit_, *root_ = nullptr; ///< of an event; of the form at hand
  Settings settings_;
  Document document_;
  std::size_t first_line_ = 1; ///< of the text, and whether the locators know it
  bool located_ = false;
  /// What is expected at the end of each step of the path at hand; findings behind each other share most of theirs.
  struct Expected {
    std::uint32_t child;
    const Shape *shape; ///< null for anything
  };
  std::vector<Expected> expected_;
  Locator places_{document_}, ends_{document_}, others_{document_}, identities_{document_};
  std::vector<Finding> findings_;
  Siblings siblings_;
  std::shared_ptr<Certifier> certifier_; ///< null where it is not allowed, or not built
  const UserSchema *schema_ = nullptr;
  std::deque<std::string> notes_; ///< what it says
  std::vector<std::uint32_t> units_;
  std::string_view form_;
  std::optional<Detection> detected_; ///< once somebody asked for it
  std::unique_ptr<Linter> judge_;     ///< of repairs; made when the first text is broken
  bool mends_ = true;                 ///< broken structure is repaired
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
