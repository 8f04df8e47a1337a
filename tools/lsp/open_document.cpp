#include "open_document.hpp"

#include <algorithm>
#include <utility>

namespace stslint {
namespace {

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

/// How much a byte adds to the position of what follows.
std::size_t width_of(char byte, PositionUnit unit) {
  if (unit == PositionUnit::utf8)
    return 1;
  // A character of four bytes is a pair of surrogates.
  return continues_character(byte) ? 0 : static_cast<unsigned char>(byte) >= 0xf0 ? 2 : 1;
}

std::size_t width_of(std::string_view text, PositionUnit unit) {
  if (unit == PositionUnit::utf8)
    return text.size();
  std::size_t width = 0;
  for (const char byte : text)
    width += width_of(byte, unit);
  return width;
}

/// The starts of the lines that begin after a break in [from, to) of the text: after \n, \r\n and \r.
std::vector<std::size_t> line_starts(std::string_view text, std::size_t from, std::size_t to) {
  std::vector<std::size_t> starts;
  while ((from = text.find_first_of("\r\n", from)) < to) {
    ++from;
    if (text[from - 1] == '\n' || from == text.size() || text[from] != '\n')
      starts.push_back(from);
  }
  return starts;
}

} // namespace

void OpenDocument::set(std::string text) {
  text_ = std::move(text);
  lines_ = line_starts(text_, 0, text_.size());
  lines_.insert(lines_.begin(), 0);
}

void OpenDocument::change(const Spot &start, const Spot &end, std::string_view text) {
  const std::size_t from = offset(start), to = std::max(from, offset(end)), after = from + text.size();
  text_.replace(from, to - from, text);
  // A \r right before the change can belong to a \n in it, or no longer do so.
  const std::size_t again = from - (from > 0 ? 1 : 0);
  const auto first = std::upper_bound(lines_.begin(), lines_.end(), again);
  const auto last = std::upper_bound(first, lines_.end(), to);
  for (auto line = last; line != lines_.end(); ++line)
    *line = *line - to + after;
  std::vector<std::size_t> starts = line_starts(text_, again, after);
  const auto at = lines_.erase(first, last);
  lines_.insert(at, starts.begin(), starts.end());
}

std::size_t OpenDocument::offset(const Spot &spot) const {
  if (spot.line >= lines_.size())
    return text_.size();
  const std::size_t start = lines_[spot.line];
  std::size_t end = spot.line + 1 < lines_.size() ? lines_[spot.line + 1] : text_.size();
  while (end > start && (text_[end - 1] == '\n' || text_[end - 1] == '\r'))
    --end;
  std::size_t at = start;
  if (unit_ == PositionUnit::utf8)
    at += std::min(spot.character, end - start);
  else
    for (std::size_t left = spot.character; at < end && left >= width_of(text_[at], unit_); ++at)
      left -= width_of(text_[at], unit_);
  while (at > start && at < text_.size() && continues_character(text_[at]))
    --at;
  return at;
}

std::size_t OpenDocument::line_of(std::size_t offset) const {
  return static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin()) - 1;
}

Spot Spots::at(std::size_t offset) {
  const std::size_t line = document_.line_of(offset);
  if (line != spot_.line) {
    offset_ = document_.start_of_line(line);
    spot_ = {line, 0};
  }
  const auto [from, to] = std::minmax(offset_, offset);
  const std::size_t width = width_of(std::string_view(document_.text()).substr(from, to - from), document_.unit());
  spot_.character = offset < offset_ ? spot_.character - width : spot_.character + width;
  offset_ = offset;
  return spot_;
}

} // namespace stslint
