#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace stslint {

/// By severity, the lowest first.
using JunitCounts = std::array<std::size_t, 3>;

/// A report of JUnit, one test case for each input. The counts come first, so the cases are kept as text until the end.
/// All texts are escaped for XML already.
class JunitText {
public:
  /// `failing`: the findings that fail the input; `lines`: those and others.
  void judged(std::string_view file, const JunitCounts &failing, std::string_view lines);
  void unjudged(std::string_view file, std::string_view why);
  std::string text() const;

private:
  void write(std::string_view file, const std::string &content);

  std::string cases_;
  std::size_t tests_ = 0, failures_ = 0, errors_ = 0;
};

} // namespace stslint
