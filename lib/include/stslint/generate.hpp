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

/// Generates good and broken payloads, each with a label that says what a receiver should do with it:
///
///     stslint::Generator generator(42);
///     for (std::uint64_t i = 0; i < 1000; ++i) {
///       const stslint::Case &made = generator.make(i);
///       send(made.payload);                                // and compare with generator.label(made).expected
///     }
///
/// Everything comes from the schema and the rules: a new field or rule needs no change here. Case number `i` of a seed
/// has the same bytes on every machine, with or without the cases before it.
namespace stslint {

/// A kind of payload, and what it is for.
struct CaseClass {
  std::string_view name, summary;
};
std::span<const CaseClass> case_classes();

struct Case {
  std::string_view kind;        ///< the name of its class
  std::string_view operator_id; ///< how it was made: the id of a rule, or a word of its class; `operator` in labels
  std::string payload;          ///< any bytes, JSON or not; of a sequence, one payload on each line
  std::string_view form;        ///< "payload", or the part of a payload that it is
};

/// The linter's verdict on a case, from its bytes alone.
struct Label {
  Expected expected = Expected::accept; ///< what a receiver should do, by the rules of its findings
  std::string_view source;              ///< the source of `expected`; "" for a case without findings
  std::vector<std::string_view> rules;  ///< the rules of its findings, each once, in order of id
  std::string pointer, why;             ///< of the worst finding
  std::vector<std::string_view> args;   ///< the options with which `stslint check` has the same findings
};

struct GeneratorOptions {
  std::string_view part = "payload"; ///< one of forms()
  std::string_view kind = {};        ///< only this class
  std::string_view rule = {};        ///< only payloads that break this rule
  TimeFormat time_format = TimeFormat::s;
};

/// Not thread-safe: use a copy for each further thread. Construction takes a few milliseconds, in which it tries out
/// which parts make a good payload.
class Generator {
public:
  /// Throws Error if the part, class or rule is unknown, or if no case fits all of them.
  explicit Generator(std::uint64_t seed, GeneratorOptions options = {});
  /// Makes the same cases, for another thread. Fast: the copies share the parts that cases are made from.
  Generator(const Generator &other);
  ~Generator();
  Generator &operator=(const Generator &) = delete;

  /// Case number `index`; valid until the next call.
  const Case &make(std::uint64_t index);
  /// The case for these decisions. For fuzzers and for shrinking: fewer and smaller decisions make a simpler case.
  const Case &make(Decisions &decisions);

  /// Calls `use` with one case for each way in which the generator breaks a rule in one payload.
  void each_fault(const std::function<void(const Case &made)> &use);

  Label label(const Case &made);

  /// The values of Case::operator_id for a class.
  std::vector<std::string_view> operators(std::string_view kind);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace stslint
