#pragma once

#include "stslint/lint.hpp"

#include <ostream>
#include <string>

/// What the linter must say of a text, for the tests that hold it to the specification, sentence by sentence.
namespace stslint::test {

struct Verdict {
  const char *name;
  std::string form, text;
  std::string findings; ///< severity:rule of each, in order
};
inline void PrintTo(const Verdict &verdict, std::ostream *out) { *out << verdict.text; }

inline std::string found_in(const Verdict &verdict) {
  Linter linter;
  std::string found;
  for (const Finding &finding : linter.lint(verdict.text, verdict.form))
    found +=
        (found.empty() ? "" : " ") + std::string(name(finding.rule->severity)) + ':' + std::string(finding.rule->id);
  return found;
}

} // namespace stslint::test
