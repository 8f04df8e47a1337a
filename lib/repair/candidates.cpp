#include "candidates.hpp"

#include <array>
#include <set>
#include <tuple>

namespace stslint {
namespace {

constexpr std::string_view marks[] = {"{", "[", "}", "]", ",", ":"};
/// Marks that are often lost together.
constexpr std::string_view pairs[] = {"},", "],", ",{", ",[", ":{", ":["};
/// How many bytes around a wrong token to look for quotes.
constexpr std::size_t quote_reach = 400;
/// How many tokens away from a wrong one punctuation is tried before quotes are.
constexpr std::size_t near = 4;

class Search {
public:
  Search(Structure &structure, std::span<const std::string> openers, Extent extent, std::size_t most)
      : structure_(structure), openers_(openers), extent_(extent), text_(structure.text()), left_(most) {}

  std::vector<Candidate> all() {
    // Whatever the slip is, it stands between these two.
    const std::size_t last = structure_.wrong_from_front(),
                      first = std::max<std::size_t>(structure_.wrong_from_back(), 1) - 1;
    if (extent_ == Extent::front)
      for (std::size_t distance = 0; distance <= std::min(last, near); ++distance)
        punctuation(last - distance);
    else
      for (std::size_t distance = 0; left_ > 0 && last >= first && distance <= (last - first) / 2; ++distance) {
        punctuation(last - distance);
        punctuation(first + distance);
        if (distance == near)
          quotes(last);
      }
    quotes(last);
    return std::move(found_);
  }

private:
  void attempt(std::size_t offset, std::size_t length, std::string by, bool doubled = false) {
    if (left_ == 0 || !seen_.emplace(offset, length, by).second)
      return;
    --left_;
    if (extent_ == Extent::whole ? structure_.mended_by(offset, length, by) : structure_.helped_by(offset, length, by))
      found_.push_back({{offset, length, std::move(by)}, doubled});
  }

  /// Edits around one token: a mark inserted before it, removed, or replaced by another.
  void punctuation(std::size_t index) {
    const auto &tokens = structure_.tokens();
    if (index >= tokens.size())
      return;
    const Token &token = tokens[index];
    const std::size_t before = index == 0 ? 0 : tokens[index - 1].end();
    for (const std::string_view mark : marks) {
      attempt(before, 0, std::string(mark));
      if (mark == "{" || mark == "[")
        attempt(token.offset, 0, std::string(mark));
    }
    for (const std::string_view pair : pairs)
      attempt(before, 0, std::string(pair));
    if (is_deeper(token.offset, index > 0 && opens(tokens[index - 1].kind)))
      for (const std::string &opener : openers_)
        attempt(before, 0, ' ' + opener);
    doubled_line(token.offset);
    if (const std::string_view word = text_.substr(token.offset, token.length); word == "(" || word == ")")
      for (const char *mark : word == "(" ? std::array{"{", "["} : std::array{"}", "]"})
        attempt(token.offset, 1, mark);
    if (!is_punctuation(token.kind))
      return;
    const bool doubled = (index > 0 && tokens[index - 1].kind == token.kind) || tokens[index + 1].kind == token.kind;
    attempt(token.offset, token.length, "", doubled);
    // A list of nothing but keys with their values should have been an object.
    const bool of_object = token.kind == TokenKind::colon && index > 1 && index + 4 < tokens.size() &&
                           tokens[index - 2].kind == TokenKind::open_list &&
                           (tokens[index + 2].kind == TokenKind::close_list ||
                            tokens[index + 4].kind == TokenKind::colon || !is_scalar(tokens[index + 1].kind));
    for (const std::string_view mark : marks)
      if (text_.substr(token.offset, 1) != mark && !of_object)
        attempt(token.offset, token.length, std::string(mark));
    const TokenKind next = tokens[index + 1].kind; // there is one: the last token is the end
    if ((next == TokenKind::comma && closes(token.kind)) || (token.kind == TokenKind::comma && opens(next)))
      attempt(token.offset, tokens[index + 1].end() - token.offset, "");
  }

  static bool is_scalar(TokenKind kind) { return kind == TokenKind::string || kind == TokenKind::word; }
  static bool closes(TokenKind kind) { return kind == TokenKind::close_object || kind == TokenKind::close_list; }
  static bool opens(TokenKind kind) { return kind == TokenKind::open_object || kind == TokenKind::open_list; }

  /// Whether a line begins here that is indented more than the one before; after a bracket, more than one level.
  bool is_deeper(std::size_t at, bool behind_bracket) const {
    const std::size_t start = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;
    if (start < 2 || text_.find_first_not_of(" \t", start) != at)
      return false;
    const std::size_t before = text_.rfind('\n', start - 2) + 1;
    const std::size_t level = text_.find_first_not_of(" \t", text_.find('\n') + 1) - text_.find('\n') - 1;
    return at - start > text_.find_first_not_of(" \t", before) - before + (behind_bracket ? level : 0);
  }

  void doubled_line(std::size_t at) {
    const std::size_t start = text_.rfind('\n', at) + 1, end = std::min(text_.find('\n', at), text_.size());
    const std::string_view line = text_.substr(start, end - start);
    if (start == 0 || line.size() > quote_reach)
      return;
    const std::size_t start_before = start < 2 ? 0 : text_.rfind('\n', start - 2) + 1;
    if (text_.substr(start_before, start - 1 - start_before) == line)
      attempt(start, std::min(end + 1, text_.size()) - start, "", true);
    if (end < text_.size() && text_.substr(end + 1, line.size() + 1) == std::string(line) + '\n')
      attempt(end + 1, line.size() + 1, "", true);
  }

  /// Quotes near a token: lost, alone or with a comma, a colon or a closing bracket; doubled; not escaped.
  void quotes(std::size_t index) {
    const auto &tokens = structure_.tokens();
    const std::size_t from = std::min(index, tokens.size() - 1);
    const std::size_t first = tokens[from - std::min<std::size_t>(from, 3)].offset;
    const std::size_t last = std::min(tokens[std::min(from + 1, tokens.size() - 1)].end(), text_.size());
    const std::size_t start = std::max(first, last - std::min(last, quote_reach));
    for (std::size_t at = start; at <= last; ++at) {
      const char here = at < text_.size() ? text_[at] : '\0', before = at > 0 ? text_[at - 1] : '\0';
      if (here == '"') {
        attempt(at, 1, "");
        if (before == '\\')
          attempt(at, 0, "\\");
      }
      if (here == '\'')
        attempt(at, 1, "\"");
      const bool opens_blank = is_blank(here) && is_border(before);
      if (!opens_blank && (is_border(here) || is_border(before)))
        for (const char *lost : {"\"", "\",", "\":", "\"}", "\"]"})
          attempt(at, 0, lost);
    }
    for (std::size_t string = from - std::min<std::size_t>(from, 3); string <= from; ++string)
      if (tokens[string].kind == TokenKind::string || tokens[string].kind == TokenKind::open_string) {
        unescaped(tokens[string]);
        path(tokens[string]);
      }
  }

  static bool is_blank(char c) { return c == '\0' || std::string_view(" \t\r\n").find(c) != std::string_view::npos; }
  static bool is_border(char c) {
    return c == '\0' || std::string_view(" \t\r\n,:{}[]\"").find(c) != std::string_view::npos;
  }

  /// Lets a string end at a later quote of its line: those between belong to it.
  void unescaped(const Token &string) {
    const std::size_t line = std::min(text_.find('\n', string.offset), string.offset + quote_reach);
    std::string by = "\"";
    for (std::size_t at = string.offset + 1; at < std::min(line, text_.size()); ++at) {
      if (text_[at] == '"' && at >= string.end() && !looks_structured(by))
        attempt(string.offset, at + 1 - string.offset, by + '"');
      by += text_[at] == '"' ? "\\\"" : std::string(1, text_[at]);
      if (text_[at] == '\\' && at + 1 < text_.size())
        by += text_[++at];
    }
  }

  /// A path of Windows whose last backslash escapes the quote: each of its backslashes stands for itself.
  void path(const Token &string) {
    const std::string_view rest = text_.substr(string.offset, quote_reach);
    const std::size_t quote = rest.find("\\\"");
    if (quote > std::min(rest.find('\n'), string.length))
      return;
    std::string by;
    for (const char c : rest.substr(0, quote + 2))
      by += c == '\\' ? "\\\\" : std::string(1, c);
    attempt(string.offset, quote + 2, by);
  }

  /// Whether escaped quotes are beside marks that are mostly between strings, not in them.
  static bool looks_structured(std::string_view text) {
    for (std::size_t at = 0; (at = text.find("\\\"", at)) != std::string_view::npos; at += 2) {
      const std::size_t next = text.find_first_not_of(" \t", at + 2);
      const bool before_mark =
          next != std::string_view::npos && std::string_view("+,:;=}]\\").find(text[next]) != std::string_view::npos;
      if (before_mark || (at > 0 && std::string_view(",:{[").find(text[at - 1]) != std::string_view::npos))
        return true;
    }
    return false;
  }

  Structure &structure_;
  const std::span<const std::string> openers_;
  const Extent extent_;
  const std::string_view text_;
  std::size_t left_;
  std::set<std::tuple<std::size_t, std::size_t, std::string>> seen_;
  std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> candidates(Structure &structure, std::span<const std::string> openers, Extent extent,
                                  std::size_t most) {
  return Search(structure, openers, extent, most).all();
}

} // namespace stslint
