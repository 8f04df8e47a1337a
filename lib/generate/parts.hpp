#pragma once

#include "../contract/contract.hpp"

#include "stslint/decisions.hpp"
#include "stslint/lint.hpp"

#include <array>
#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace stslint {

/// Good values of every shape, as JSON, the simplest first. They are composed from the bottom up, of the schema's
/// examples and what is near them, and only what the linter finds nothing in is kept: so no rule is known here.
class Parts {
public:
  explicit Parts(const Contract &contract);

  /// Of a member where `property` is given, which may have its own examples.
  const std::vector<std::string> &of(const Shape &shape, const Property *property = nullptr);

private:
  std::vector<std::string> candidates(const Shape &shape, const Property *property);
  std::string composed(const Shape &shape, Decisions &decisions);
  bool good(const Shape &shape, const Property *property, std::string_view text);

  Linter linter_;
  std::map<const void *, std::vector<std::string>> parts_;
};

/// A member that a good object has: it is required, or a rule asks for it.
inline bool wanted(const Property &property) { return property.required || !property.absent_rules.empty(); }

/// The shortest spelling of a number.
inline std::string number_text(double number) {
  std::array<char, 32> digits{};
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

} // namespace stslint
