#include "here_documents.hpp"

#include "../text/escapes.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace stslint::embedded {
namespace {

/// `<<WORD`, `<<-WORD`, `<<~WORD` of Ruby, `<<<WORD` of PHP, with the word in quotes or not.
struct HereDocument {
  std::string_view word;
  bool quoted = false, tabs = false;

  /// From the place after `<<` on.
  explicit HereDocument(std::string_view text) {
    tabs = text.starts_with('-');
    std::size_t at = tabs || text.starts_with('~') || text.starts_with('<') ? 1 : 0;
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

class HereDocuments {
public:
  HereDocuments(std::string_view text, Quoting expanded, const Use &use)
      : text_(text), program_(expanded != Quoting::expanded_lines), expanded_(expanded), lines_(text), use_(use) {}

  void run() {
    for (Lines lines(text_); lines.next();)
      words_[word_alone(lines.text())].push_back(lines.line().start);
    while (lines_.next()) {
      const std::string_view line = lines_.text();
      const std::size_t at = line.find("<<");
      if (at == std::string_view::npos || (!program_ && line.substr(at).starts_with("<<<")))
        continue;
      const HereDocument here(line.substr(at + 2));
      const auto known = here.word.empty() ? words_.end() : words_.find(here.word);
      if (known == words_.end())
        continue;
      const auto close = std::ranges::lower_bound(known->second, lines_.behind());
      if (close != known->second.end())
        body(here, *close);
    }
  }

private:
  /// What a line says but for blanks around, and, in a program, the end of a call or a statement.
  std::string_view word_alone(std::string_view line) const {
    const std::string_view text = trimmed(line);
    return program_ ? text.substr(0, text.find_last_not_of("),;]") + 1) : text;
  }

  /// The lines up to the one at `close`, which is the word of the here-document.
  void body(const HereDocument &here, std::size_t close) {
    Copy copy(text_);
    std::size_t end = lines_.behind();
    while (lines_.next() && lines_.line().start < close) {
      const std::string_view line = lines_.text();
      const std::size_t tabs = here.tabs ? std::min(line.find_first_not_of('\t'), line.size()) : 0;
      for (std::size_t at = lines_.line().start + tabs; at < lines_.behind();)
        at += here.quoted ? keep(copy, at) : unescape(copy, at, lines_.behind());
      end = lines_.behind();
    }
    copy.end_at(end);
    if (begins_like_json(copy.text))
      use_({std::move(copy), here.quoted ? std::optional<Quoting>() : expanded_});
  }

  std::size_t keep(Copy &copy, std::size_t at, std::size_t length = 1) const {
    for (std::size_t i = 0; i < length; ++i)
      copy.put(text_[at + i], at + i);
    return length;
  }

  /// The length of what is read of a line that ends at `end`.
  std::size_t unescape(Copy &copy, std::size_t at, std::size_t end) const {
    if (!program_ && text_.substr(at, 2) == "${") // a placeholder, as it stands: its backslashes are not the text's
      return keep(copy, at, std::min(text_.find('}', at), end - 1) + 1 - at);
    if (text_[at] != '\\' || at + 1 == text_.size())
      return keep(copy, at);
    const char next = text_[at + 1];
    const bool itself = std::string_view("\\$`").find(next) != std::string_view::npos;
    const char means = itself ? next : program_ ? escapes::simple(next) : '\0';
    if (means == '\0' && next != '\n')
      return keep(copy, at);
    if (means != '\0')
      copy.put(means, at);
    return 2;
  }

  std::string_view text_;
  const bool program_;
  const Quoting expanded_;
  Lines lines_;
  const Use &use_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> words_; ///< that stand alone on a line, and where
};

} // namespace

void scan_here_documents(std::string_view text, Quoting expanded, const Use &use) {
  if (text.find("<<") != std::string_view::npos)
    HereDocuments(text, expanded, use).run();
}

} // namespace stslint::embedded
