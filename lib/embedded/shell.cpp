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

} // namespace

void scan_shell(std::string_view text, const Use &use) {
  scan_here_documents(text, Quoting::expanded_lines, use);
  scan_strings(text, forms, [&, filters = Filters(text)](Part &&part) mutable {
    if (filters.hold(part.copy.origins.front()))
      return;
    drop_line_break(part.copy);
    use(std::move(part));
  });
}

} // namespace stslint::embedded
