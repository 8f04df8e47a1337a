#include "strings.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace stslint::embedded {
namespace {

constexpr std::array<StringForm, 3> forms = {
    {{"$'", "'", Quoting::escaped_single}, {"'", "'", Quoting::single}, {"\"", "\"", Quoting::expanded}}};

/// `<<WORD`, `<<-WORD`, with the word in quotes or not.
struct HereDocument {
  std::string_view word;
  bool quoted = false, tabs = false;

  /// From behind `<<` on.
  explicit HereDocument(std::string_view text) {
    tabs = text.starts_with('-');
    std::size_t at = tabs ? 1 : 0;
    at = std::min(text.find_first_not_of(" \t", at), text.size());
    const char quote = at < text.size() ? text[at] : '\0';
    quoted = quote == '\'' || quote == '"' || quote == '\\';
    at += quoted ? 1 : 0;
    const auto in_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
             c == '.';
    };
    std::size_t end = at;
    while (end < text.size() && in_word(text[end]))
      ++end;
    word = text.substr(at, end - at);
  }
};

/// The lines up to the one that is the word of the here-document, which is at `close`.
void scan_here_document(std::string_view text, Lines &lines, const HereDocument &here, std::size_t close,
                        const Use &use) {
  Copy copy(text);
  std::size_t end = lines.behind();
  while (lines.next() && lines.line().start < close) {
    const std::string_view line = lines.text();
    const std::size_t tabs = here.tabs ? std::min(line.find_first_not_of('\t'), line.size()) : 0;
    for (std::size_t at = lines.line().start + tabs; at < lines.behind(); ++at) {
      const bool escape = !here.quoted && text[at] == '\\' && at + 1 < text.size();
      if (escape && text[at + 1] == '\n')
        ++at;
      else if (escape && std::string_view("\\$`").find(text[at + 1]) != std::string_view::npos) {
        copy.put(text[at + 1], at);
        ++at;
      } else
        copy.put(text[at], at);
    }
    end = lines.behind();
  }
  copy.end_at(end);
  if (begins_like_json(copy.text))
    use({std::move(copy), here.quoted ? std::optional<Quoting>() : Quoting::expanded_lines});
}

void scan_here_documents(std::string_view text, const Use &use) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> words; // that stand alone on a line, and where
  for (Lines lines(text); lines.next();)
    words[trimmed(lines.text())].push_back(lines.line().start);
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    const std::size_t at = line.find("<<");
    if (at == std::string_view::npos || line.substr(at).starts_with("<<<"))
      continue;
    const HereDocument here(line.substr(at + 2));
    const auto known = here.word.empty() ? words.end() : words.find(here.word);
    if (known == words.end())
      continue;
    const auto close = std::ranges::lower_bound(known->second, lines.behind());
    if (close != known->second.end())
      scan_here_document(text, lines, here, *close, use);
  }
}

/// Tells where the program of a filter stands, which is no JSON though it looks alike. Asked in ascending order, so
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
  if (text.find("<<") != std::string_view::npos)
    scan_here_documents(text, use);
  scan_strings(text, forms, [&, filters = Filters(text)](Part &&part) mutable {
    if (filters.hold(part.copy.origins.front()))
      return;
    drop_line_break(part.copy);
    use(std::move(part));
  });
}

} // namespace stslint::embedded
