#pragma once

#include "files.hpp"
#include "fix/diff.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace stslint::test {

/// Lines, each with its end.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
  }
  return lines;
}

/// Whole lines of `before` that make it `after`: all but those of a longest common subsequence.
inline Edits line_edits(std::string_view before, std::string_view after) {
  const std::vector<std::string_view> a = lines_of(before), b = lines_of(after);
  std::vector<std::vector<std::uint32_t>> common(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  Edits edits;
  std::size_t offset = 0;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      offset += a[i++].size();
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      edits.push_back({offset, a[i].size(), ""});
      offset += a[i++].size();
    } else
      edits.push_back({offset, 0, std::string(b[j++])});
  }
  return edits;
}

/// Holds the file to `actual`, and shows what differs; `tools/dev update` (STSLINT_UPDATE=1) writes it anew instead.
inline void expect_recorded(const std::filesystem::path &file, const std::string &actual) {
  constexpr std::size_t most_lines = 40;
  const std::string recorded = read(file);
  if (recorded == actual)
    return;
  if (std::getenv("STSLINT_UPDATE") != nullptr) {
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  const std::string diff = unified_diff(relative(file, root).string(), recorded, line_edits(recorded, actual));
  const std::vector<std::string_view> lines = lines_of(diff);
  std::string shown;
  for (std::size_t at = 0; at < std::min(lines.size(), most_lines); ++at)
    shown += lines[at].size() > 200 ? std::string(lines[at].substr(0, 200)) + "…\n" : std::string(lines[at]);
  if (lines.size() > most_lines)
    shown += "… and " + std::to_string(lines.size() - most_lines) + " lines more\n";
  ADD_FAILURE() << shown << "If this is meant: tools/dev update";
}

} // namespace stslint::test
