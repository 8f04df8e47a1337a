#include "strings.hpp"

#include <array>

namespace stslint::embedded {

/// Python, JavaScript, TypeScript, Java and Groovy: all strings have escapes, unless an r stands before them.
void scan_code(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 8> forms = {{{"r\"\"\"", "\"\"\"", Quoting::raw},
                                                       {"r'''", "'''", Quoting::raw},
                                                       {"\"\"\"", "\"\"\"", Quoting::escaped_lines},
                                                       {"'''", "'''", Quoting::escaped_lines},
                                                       {"r'", "'", Quoting::raw, false},
                                                       {"`", "`", Quoting::escaped_lines},
                                                       {"'", "'", Quoting::escaped_single, false},
                                                       {"\"", "\"", Quoting::escaped, false}}};
  scan_strings(text, forms, use);
}

/// Go, Kotlin, C#, Rust, Ruby and PHP: only a string in plain double quotes has escapes.
void scan_raw_code(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 6> forms = {{{"\"\"\"", "\"\"\"", Quoting::raw},
                                                       {"r#\"", "\"#", Quoting::raw},
                                                       {"@\"", "\"", Quoting::doubled},
                                                       {"`", "`", Quoting::raw},
                                                       {"'", "'", Quoting::raw},
                                                       {"\"", "\"", Quoting::escaped, false}}};
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
