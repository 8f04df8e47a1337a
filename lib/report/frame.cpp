#include "frame.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr std::size_t shown_before = 72, shown_after = 48; // characters shown on either side
constexpr std::size_t reach = 8192;

/// The start of the character before `at`.
std::size_t previous(std::string_view bytes, std::size_t at) {
  if (static_cast<unsigned char>(bytes[at - 1]) < 0x80)
    return at - 1;
  for (std::size_t length = 4; length > 1; --length)
    if (length <= at && utf8_length(bytes.substr(at - length, length)) == length)
      return at - length;
  return at - 1;
}

std::size_t behind(std::string_view bytes, std::size_t at) {
  if (static_cast<unsigned char>(bytes[at]) < 0x80)
    return at + 1;
  return at + std::max<std::size_t>(1, utf8_length(bytes.substr(at, 4)));
}

std::string without_tabs(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\t', ' ');
  return printable(out);
}

/// Masks in `clean`, a piece of the host from `from` on, what is a secret in the excerpt: there, its name stands before
/// it in quotes, whatever the host writes.
void mask_secrets_of(const Excerpt &excerpt, std::size_t from, std::string &clean) {
  const auto at = [&](std::size_t origin) {
    const auto found = std::ranges::lower_bound(excerpt.origins, origin);
    return std::min(static_cast<std::size_t>(found - excerpt.origins.begin()), excerpt.text.size());
  };
  const std::size_t first = at(from), start = first - std::min(first, reach);
  const std::size_t end = std::min(excerpt.text.size(), at(from + clean.size()) + reach);
  const std::string_view text = std::string_view(excerpt.text).substr(start, end - start);
  const std::string shown = masked(text);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (shown[i] != text[i])
      for (std::size_t host = excerpt.origins[start + i]; host < excerpt.origins[start + i + 1]; ++host)
        if (host >= from && host < from + clean.size())
          clean[host - from] = '*';
}

} // namespace

Frame frame_of(const Document &document, std::size_t offset, std::size_t length) {
  const std::string_view bytes = document.source();
  const Excerpt *excerpt = document.excerpt();
  const std::size_t first = excerpt == nullptr ? 0 : std::min<std::size_t>(offset, excerpt->origins.front());
  const std::size_t last =
      excerpt == nullptr ? bytes.size() : std::max<std::size_t>(offset + length, excerpt->origins.back());
  const auto ends_line = [&](std::size_t at) {
    return bytes[at] == '\n' || (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n');
  };
  std::size_t start = offset, end = offset, shown = 0;
  while (shown < shown_before && start > first && bytes[start - 1] != '\n') {
    start = previous(bytes, start);
    ++shown;
  }
  for (shown = 0; shown < shown_after && end < last && !ends_line(end); ++shown)
    end = behind(bytes, end);
  const bool cut_left = start > 0 && bytes[start - 1] != '\n', cut_right = end < bytes.size() && !ends_line(end);

  // The search for secrets goes well beyond the shown text, because a part of a secret is secret too.
  const std::size_t from = start - std::min(start, reach), to = std::min(bytes.size(), end + reach);
  std::string clean = masked(bytes.substr(from, to - from));
  if (excerpt != nullptr)
    mask_secrets_of(*excerpt, from, clean);
  const auto piece = [&](std::size_t begin, std::size_t stop) {
    return without_tabs(std::string_view(clean).substr(begin - from, stop - begin));
  };
  const std::size_t marked_end = std::min(end, offset + length);
  const std::string left = piece(start, offset);
  const std::string middle = piece(offset, marked_end);
  const std::string right = piece(marked_end, end);
  const std::string before = (cut_left ? "…" : "") + left;
  return {printable(before + middle + right + (cut_right ? "…" : "")), before.size(), middle.size()};
}

} // namespace stslint
