// What one judgement by a user's schema may cost, counted where valijson does its work.
#pragma once

#include "pattern.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stslint::user_schema {

/// Places of a schema, as references to them, that its judgements spend most on.
struct Costly {
  std::string applied;  ///< what applies the most schemas to one value
  std::string compared; ///< what compares the most values
};

/// The judgement that this thread is about, and what is left of its budget: about 20 ns a step. It grows with the text,
/// so that a long one is not refused for its length. valijson passes nothing of ours through to where it is spent.
class Budget {
public:
  /// `way`: the bytes of the keys that lead to the deepest value, which valijson copies with each schema that it
  /// applies.
  Budget(std::size_t bytes, std::size_t way, const Patterns &patterns, const Costly &costly);
  ~Budget();
  Budget(const Budget &) = delete;
  Budget &operator=(const Budget &) = delete;

  /// Each throws Error where nothing is left, and names the place. Free of cost outside a judgement.
  static void apply();                           ///< a schema to a value
  static void compare(std::size_t bytes);        ///< two values
  static void report();                          ///< one more error of valijson, which keeps them all
  static bool match(std::size_t steps) noexcept; ///< of a pattern; false where nothing is left
  [[noreturn]] static void fail(std::string_view place);
  static const Pattern *pattern(const std::string &text); ///< of the schema; null if it has no such

private:
  void take(std::size_t count, const std::string &place);

  std::size_t left_, way_;
  const Patterns &patterns_;
  const Costly &costly_;
  Budget *outer_;
};

} // namespace stslint::user_schema
