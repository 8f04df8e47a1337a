#pragma once

#include "../text/blanks.hpp"
#include "../text/scan.hpp"

#include "stslint/embedded.hpp"

#include <array>
#include <functional>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the scanners of hosts are made of.
namespace stslint::embedded {

/// A copy of parts of a text, which knows where each byte comes from.
class Copy {
public:
  explicit Copy(std::string_view from) : from_(from) {}

  /// The bytes from `begin` to `end`, as they are.
  void keep(std::size_t begin, std::size_t end) {
    text.append(from_.substr(begin, end - begin));
    const std::size_t count = origins.size();
    origins.resize(count + end - begin);
    std::iota(origins.begin() + static_cast<std::ptrdiff_t>(count), origins.end(), static_cast<std::uint32_t>(begin));
  }
  /// A byte that stands for what begins at `at`.
  void put(char byte, std::size_t at) {
    text.push_back(byte);
    origins.push_back(static_cast<std::uint32_t>(at));
  }
  void put(std::string_view bytes, std::size_t at) {
    for (const char byte : bytes)
      put(byte, at);
  }
  void end_at(std::size_t end) { origins.push_back(static_cast<std::uint32_t>(end)); }

  std::string text;
  std::vector<std::uint32_t> origins; ///< of the text that was copied from

private:
  std::string_view from_;
};

/// What a scanner finds: a text that may be a payload, or hold some.
struct Part {
  Copy copy;
  std::optional<Quoting> quoting = {};
  std::string_view language = {};
  std::string_view heading = {};
  bool example = false;  ///< a document shows it
  bool verbatim = false; ///< a command sends it as it is
};
using Use = std::function<void(Part &&)>;

// Each has the file of its name.
void scan_markdown(std::string_view text, const Use &use);
void scan_asciidoc(std::string_view text, const Use &use);
void scan_restructured_text(std::string_view text, const Use &use);
void scan_shell(std::string_view text, const Use &use);
void scan_powershell(std::string_view text, const Use &use);
void scan_yaml(std::string_view text, const Use &use);
void scan_http(std::string_view text, const Use &use);
void scan_code(std::string_view text, const Use &use);
void scan_raw_code(std::string_view text, const Use &use);
void scan_json(std::string_view text, const Use &use);

/// A line of a text, without its line break.
struct Line {
  std::size_t start, end;
};

/// The lines of a text, one after the other.
class Lines {
public:
  explicit Lines(std::string_view text) : text_(text) {}

  /// False after the last one.
  bool next() {
    if (next_ >= text_.size())
      return false;
    line_.start = next_;
    const std::size_t end = scan::any<'\n'>(text_, next_);
    next_ = end + 1;
    line_.end = end > line_.start && text_[end - 1] == '\r' ? end - 1 : end;
    return true;
  }
  const Line &line() const { return line_; }
  std::string_view text() const { return text_.substr(line_.start, line_.end - line_.start); }
  /// Where the next line starts.
  std::size_t behind() const { return std::min(next_, text_.size()); }
  /// Goes back, or on, to a place where a line starts.
  void go_to(std::size_t start) { next_ = start; }

private:
  std::string_view text_;
  std::size_t next_ = 0;
  Line line_{0, 0};
};

/// The first byte at or after `at` that is none of `Set`; of a few bytes, faster than find_first_not_of.
template <char... Set> std::size_t past(std::string_view text, std::size_t at = 0) {
  while (at < text.size() && ((text[at] == Set) || ...))
    ++at;
  return std::min(at, text.size());
}

inline std::size_t past_blanks(std::string_view text, std::size_t at) { return past<' ', '\t', '\r', '\n'>(text, at); }

/// How many blanks and tabs a text begins with.
inline std::size_t indentation(std::string_view text) { return past<' ', '\t'>(text); }

/// The lines below the current one that are indented more than `outer`, without the indentation of the first.
Copy indented_below(std::string_view text, Lines &lines, std::size_t outer);

/// The text of the HTML element `<pre>` that begins at a place, and where it ends.
struct Preformatted {
  Copy copy;
  std::size_t end;
};
std::optional<Preformatted> preformatted_at(std::string_view text, std::size_t at);

/// What the comment above a line says not to apply; empty for all rules, nothing without such a comment.
std::optional<std::vector<std::string>> ignored_rules(std::string_view file, std::size_t line_start);

/// Whether a text holds another, which begins with these two bytes.
template <char First, char Second> bool holds(std::string_view text, std::string_view other) {
  static constexpr std::array<std::array<char, 2>, 1> start{{{First, Second}}};
  return scan::pair<start>(text, 0, [&](std::size_t at) { return text.substr(at).starts_with(other); }) < text.size();
}

/// What a text without a name is by its contents: Markdown with a fence, a script, or a request.
inline bool is_markdown(std::string_view text) { return holds<'\n', '`'>(text, "\n```"); }
inline bool is_curl(std::string_view text) { return holds<'c', 'u'>(text, "curl "); }

bool is_request(std::string_view text);

/// Whether a text begins as JSON does: with a bracket, or a name in quotes; maybe after comments.
bool begins_like_json(std::string_view text);

} // namespace stslint::embedded
