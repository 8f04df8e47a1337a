#include "strings.hpp"

#include <array>

/// Python, JavaScript, TypeScript, Go, Java, C#, Kotlin, Ruby and Rust write strings in these ways.
namespace stslint::embedded {

void scan_code(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 10> forms = {{{"r\"\"\"", "\"\"\"", Quoting::raw},
                                                        {"r'''", "'''", Quoting::raw},
                                                        {"\"\"\"", "\"\"\"", Quoting::escaped_lines},
                                                        {"'''", "'''", Quoting::escaped_lines},
                                                        {"r#\"", "\"#", Quoting::raw},
                                                        {"r'", "'", Quoting::raw, false},
                                                        {"@\"", "\"", Quoting::doubled},
                                                        {"`", "`", Quoting::escaped_lines},
                                                        {"'", "'", Quoting::escaped_single, false},
                                                        {"\"", "\"", Quoting::escaped, false}}};
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
