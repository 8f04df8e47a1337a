#include "here_documents.hpp"
#include "strings.hpp"

#include <array>

namespace stslint::embedded {
namespace {

constexpr std::array<StringForm, 3> forms = {
    {{"$'", "'", Quoting::escaped_single}, {"'", "'", Quoting::single}, {"\"", "\"", Quoting::expanded}}};

/// Tells where the program of a filter stands, which is not JSON though it looks alike. Asked in ascending order, so
/// that a long line is read once.
class Filters {
public:
  explicit Filters(std::string_view text) : text_(text) {}

  bool hold(std::size_t at) {
    for (; at_ < at; ++at_) {
      if (text_[at_] == '\n' || text_[at_] == '|')
        within_ = false;
      within_ |= text_.substr(at_).starts_with("jq ");
    }
    return within_;
  }

private:
  std::string_view text_;
  std::size_t at_ = 0;
  bool within_ = false;
};

/// `\n` at the end of what printf and echo print.
void drop_line_break(Copy &copy) {
  while (copy.text.ends_with("\\n")) {
    copy.text.resize(copy.text.size() - 2);
    copy.origins.erase(copy.origins.end() - 2, copy.origins.end());
  }
}

/// Whether the string that begins at `quote` is the body that curl sends.
bool is_body(std::string_view text, std::size_t quote) {
  const std::string_view before = text.substr(0, quote);
  const bool parted = before.ends_with(' ');
  const std::size_t end = parted ? before.find_last_not_of(' ') + 1 : before.size();
  const std::size_t start = before.substr(0, end).find_last_of(" \t\n") + 1; // without a blank: npos + 1 is 0
  const std::string_view option = before.substr(start, end - start);
  return (parted || option.ends_with('=') || option == "-d") &&
         (option == "-d" || option.starts_with("--data") || option.starts_with("--json"));
}

/// Whether nothing is expanded in a string between single quotes. Another quote within may part it from a variable.
bool is_verbatim(std::string_view text, const Part &part) {
  const std::size_t start = part.copy.origins.front(), end = part.copy.origins.back();
  return part.quoting == Quoting::single && start > 0 && text[start - 1] == '\'' && is_body(text, start - 1) &&
         text.substr(start, end - start).find('\'') == std::string_view::npos;
}

} // namespace

void scan_shell(std::string_view text, const Use &use) {
  scan_here_documents(text, Quoting::expanded_lines, use);
  scan_strings(text, forms, [&, filters = Filters(text)](Part &&part) mutable {
    if (filters.hold(part.copy.origins.front()))
      return;
    part.verbatim = is_verbatim(text, part);
    drop_line_break(part.copy);
    use(std::move(part));
  });
}

} // namespace stslint::embedded
