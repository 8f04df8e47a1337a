#include "diff.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace stslint {
namespace {

constexpr std::size_t context = 3;

/// Lines, each with its line end; the last may have none.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
  }
  return lines;
}

/// Old lines, and their replacement.
struct Change {
  std::size_t first, last; ///< `last` is after them
  std::string text;
  std::vector<std::string_view> lines = {}; ///< of `text`
};

class Diff {
public:
  Diff(std::string_view text, const Edits &edits) : text_(text), old_(lines_of(text)) {
    for (const std::string_view line : old_)
      starts_.push_back(static_cast<std::size_t>(line.data() - text.data()));
    for (std::size_t at = 0; at < edits.size();)
      at = add(edits, at);
    for (Change &change : changes_)
      trim(change);
    std::erase_if(changes_, [](const Change &c) { return c.first == c.last && c.lines.empty(); });
  }

  std::string hunks() const {
    std::string out;
    std::ptrdiff_t shift = 0;
    for (std::size_t first = 0, last = 0; first < changes_.size(); first = last) {
      for (last = first + 1; last < changes_.size() && changes_[last].first <= changes_[last - 1].last + 2 * context;)
        ++last;
      out += hunk(first, last, shift);
    }
    return out;
  }

private:
  std::size_t line_at(std::size_t offset) const {
    const auto behind = std::ranges::upper_bound(starts_, offset);
    return behind == starts_.begin() ? 0 : static_cast<std::size_t>(behind - starts_.begin()) - 1;
  }

  /// The lines that edits from `at` on share; returns the first edit that shares none.
  std::size_t add(const Edits &edits, std::size_t at) {
    const std::size_t first = line_at(edits[at].offset);
    std::size_t last = first, end = at;
    Edits within;
    const std::size_t start = starts_.empty() ? 0 : starts_[first];
    while (end < edits.size() && (end == at || line_at(edits[end].offset) <= last)) {
      last = line_at(edits[end].offset + edits[end].length);
      within.push_back({edits[end].offset - start, edits[end].length, edits[end].text});
      ++end;
    }
    last = std::min(last + 1, old_.size());
    const std::size_t stop = last < old_.size() ? starts_[last] : text_.size();
    changes_.push_back({first, last, edited(text_.substr(start, stop - start), within)});
    return end;
  }

  /// Omits unchanged lines.
  void trim(Change &change) const {
    change.lines = lines_of(change.text);
    auto &lines = change.lines;
    std::size_t same = 0;
    while (change.first < change.last && same < lines.size() && lines[same] == old_[change.first]) {
      ++same;
      ++change.first;
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(same));
    while (change.first < change.last && !lines.empty() && lines.back() == old_[change.last - 1]) {
      lines.pop_back();
      --change.last;
    }
  }

  static void put(std::string &out, char mark, std::string_view line) {
    out += mark;
    out += line;
    if (!line.ends_with('\n'))
      out += "\n\\ No newline at end of file\n";
  }

  /// `first,count` as in the head of a hunk: an empty range names the line before.
  static std::string range(std::size_t first, std::size_t count) {
    return std::to_string(count == 0 ? first : first + 1) + ',' + std::to_string(count);
  }

  std::string hunk(std::size_t first, std::size_t last, std::ptrdiff_t &shift) const {
    const std::size_t from = changes_[first].first - std::min(changes_[first].first, context);
    const std::size_t to = std::min(changes_[last - 1].last + context, old_.size());
    std::string body;
    std::size_t at = from, added = 0, removed = 0;
    for (std::size_t i = first; i < last; ++i) {
      const Change &change = changes_[i];
      for (; at < change.first; ++at)
        put(body, ' ', old_[at]);
      for (; at < change.last; ++at, ++removed)
        put(body, '-', old_[at]);
      for (const std::string_view line : change.lines)
        put(body, '+', line);
      added += change.lines.size();
    }
    for (; at < to; ++at)
      put(body, ' ', old_[at]);
    const auto start = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(from) + shift);
    shift += static_cast<std::ptrdiff_t>(added) - static_cast<std::ptrdiff_t>(removed);
    return "@@ -" + range(from, to - from) + " +" + range(start, to - from + added - removed) + " @@\n" + body;
  }

  std::string_view text_;
  std::vector<std::string_view> old_;
  std::vector<std::size_t> starts_;
  std::vector<Change> changes_;
};

/// A file's name as git writes it in a diff: in quotes, with escapes, if a byte of it could be misread.
std::string in_diff(const std::string &name) {
  const auto plain = [](char c) { return c >= 0x20 && c != 0x7f && c != '"' && c != '\\'; };
  if (std::ranges::all_of(name, plain))
    return name + (name.find(' ') == std::string::npos ? "" : "\t");
  std::string out = "\"";
  for (const char c : name) {
    std::array<char, 5> octal{};
    std::snprintf(octal.data(), octal.size(), "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += plain(c) ? std::string(1, c) : octal.data();
  }
  return out + '"';
}

} // namespace

std::string unified_diff(std::string_view name, std::string_view text, const Edits &edits) {
  const std::string hunks = Diff(text, edits).hunks(), file(name);
  return hunks.empty() ? "" : "--- " + in_diff("a/" + file) + "\n+++ " + in_diff("b/" + file) + '\n' + hunks;
}

} // namespace stslint
