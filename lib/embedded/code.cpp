#include "here_documents.hpp"
#include "strings.hpp"

#include <array>

namespace stslint::embedded {

/// Python, JavaScript, TypeScript, Java and Groovy: all strings have escapes, unless an r stands before them.
void scan_code(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 8> forms = {{{"r\"\"\"", "\"\"\"", Quoting::raw, true, true},
                                                       {"r'''", "'''", Quoting::raw, true, true},
                                                       {"\"\"\"", "\"\"\"", Quoting::escaped_lines, true, true},
                                                       {"'''", "'''", Quoting::escaped_lines, true, true},
                                                       {"r'", "'", Quoting::raw, false, true},
                                                       {"`", "`", Quoting::escaped_lines, true, true},
                                                       {"'", "'", Quoting::escaped_single, false, true},
                                                       {"\"", "\"", Quoting::escaped, false, true}}};
  scan_strings(text, forms, use);
}

/// Go, Kotlin, C#, Rust, Ruby and PHP: only a string in plain double quotes has escapes.
void scan_raw_code(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 6> forms = {{{"\"\"\"", "\"\"\"", Quoting::raw, true, true},
                                                       {"r#\"", "\"#", Quoting::raw, true, true},
                                                       {"@\"", "\"", Quoting::doubled, true, true},
                                                       {"`", "`", Quoting::raw, true, true},
                                                       {"'", "'", Quoting::escaped_quote, true, true},
                                                       {"\"", "\"", Quoting::escaped, false, true}}};
  scan_here_documents(text, Quoting::escaped_lines, use);
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
