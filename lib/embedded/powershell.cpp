#include "strings.hpp"

#include <array>

namespace stslint::embedded {

void scan_powershell(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 4> forms = {{{"@'", "\n'@", Quoting::raw},
                                                       {"@\"", "\n\"@", Quoting::backtick},
                                                       {"'", "'", Quoting::doubled_single},
                                                       {"\"", "\"", Quoting::backtick}}};
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
