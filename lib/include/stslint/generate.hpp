#pragma once

#include "stslint/decisions.hpp"
#include "stslint/lint.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Payloads made to order, good ones and broken ones, each with a label that says what a receiver should do with it:
///
///     stslint::Generator generator(42);
///     for (std::uint64_t i = 0; i < 1000; ++i) {
///       const stslint::Case &made = generator.make(i);
///       send(made.payload);                                // and compare with generator.label(made).expected
///     }
///
/// Everything is made from the schema and the rules: a new field or rule is generated without a line here. Case number
/// `i` of a seed has the same bytes on every machine, alone or in a series.
namespace stslint {

/// A kind of payload, and what it is for.
struct CaseClass {
  std::string_view name, summary;
};
std::span<const CaseClass> case_classes();

struct Case {
  std::string_view kind;      ///< the name of its class
  std::string_view operation; ///< what was done to it: the id of a rule, or a word of its class
  std::string payload;        ///< bytes; JSON or not. A sequence has a payload a line
  std::string_view form;      ///< what it is: "payload", or a part of one
};

/// What the linter says of a case: never carried along with it, always found anew in its bytes.
struct Label {
  Expected expected = Expected::accept; ///< as the rules of its findings say, which is not how bad they are
  std::string_view source;              ///< how that is known; "" for a case without findings
  std::vector<std::string_view> rules;  ///< each once, in order of id
  std::string pointer, why;             ///< of the worst finding
  std::vector<std::string_view> args;   ///< what `stslint check` needs to find the same
};

struct GeneratorOptions {
  std::string_view part = "payload"; ///< one of forms()
  std::string_view kind = {};        ///< only this class
  std::string_view rule = {};        ///< only payloads that break this rule
  TimeFormat time_format = TimeFormat::s;
};

/// One a thread; a copy is for another. Construction takes some milliseconds: it tries out what parts make a good
/// payload.
class Generator {
public:
  /// Throws Error for a part, class or rule that is not known, or that cannot come together.
  explicit Generator(std::uint64_t seed, GeneratorOptions options = {});
  /// Makes the same cases, for another thread. What all cases are made from is shared, so that this takes no time.
  Generator(const Generator &other);
  ~Generator();
  Generator &operator=(const Generator &) = delete;

  /// Case number `index`; valid until the next call.
  const Case &make(std::uint64_t index);
  /// The case that these decisions lead to: for fuzzers and for shrinking, where fewer and smaller decisions make a
  /// simpler case.
  const Case &make(Decisions &decisions);

  /// Every way in which the generator breaks a rule of one payload, once each.
  void each_fault(const std::function<void(const Case &made)> &use);

  Label label(const Case &made);

  /// The words that Case::operation can be for a class.
  std::vector<std::string_view> operations(std::string_view kind);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace stslint
