#include "repair.hpp"

#include "candidates.hpp"
#include "layout.hpp"

#include "../text/scan.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

namespace stslint {
namespace {

/// For one slip: how many edits are tried, and how many bytes are judged.
constexpr std::size_t most_tried = 2048, most_judged = std::size_t{1} << 17;
/// Of a longer text an excerpt is judged.
constexpr std::size_t judged_whole = std::size_t{1} << 14;
/// The cost of a line that is not indented like the others around it: as much as an error.
constexpr std::uint64_t of_a_line = 1000000;

bool in_word(char c) { return scan::is_letter(c) || scan::is_digit(c); }

/// Whether an edit only inserts or only removes commas or colons: that moves no value.
bool is_separator(std::string_view text, const Edit &edit) {
  const std::string_view removed = text.substr(edit.offset, edit.length);
  const bool moves_nothing = removed.empty() || edit.text.empty();
  // Between two words, as in 12:30 or 1 234, it makes other values.
  const std::size_t before = text.substr(0, edit.offset).find_last_not_of(" \t"),
                    after = text.find_first_not_of(" \t", edit.offset + edit.length);
  const bool between_words = before != std::string_view::npos && after != std::string_view::npos &&
                             in_word(text[before]) && in_word(text[after]);
  return moves_nothing && !between_words &&
         (std::string(removed) + edit.text).find_first_not_of(",:") == std::string::npos;
}

/// The best of the edits that mend a text as far as `extent` asks.
std::optional<RatedRepair> best_repair(std::string_view text, std::span<const std::string> openers, Extent extent,
                                       const Cost &cost) {
  Structure structure(text);
  // Where nothing is out of place, there is no first slip.
  if (extent == Extent::front && structure.wrong_from_front() == structure.tokens().size())
    return std::nullopt;
  struct Ranked {
    std::tuple<std::uint64_t, std::size_t, std::size_t> rank;
    std::uint64_t cost;
    const Edit *edit;
    std::string mended;
  };
  std::vector<Ranked> ranked;
  const std::vector<Candidate> found = candidates(structure, openers, extent, most_tried);
  if (found.empty())
    return std::nullopt;
  const bool all = text.size() <= judged_whole;
  const Structure::Excerpt excerpt =
      all ? Structure::Excerpt{std::string(text), 0, 0, text.size()}
          : structure.excerpt(std::max<std::size_t>(structure.wrong_from_back(), 1) - 1, structure.wrong_from_front());
  std::size_t judged = 0;
  for (const Candidate &each : found) {
    const Edit &edit = each.edit;
    if (edit.offset < excerpt.from || edit.offset + edit.length > excerpt.to)
      continue;
    judged += excerpt.text.size();
    if (judged > std::max(most_judged, excerpt.text.size()))
      break;
    std::string mended = edited(excerpt.text, {{edit.offset - excerpt.shift, edit.length, edit.text}});
    const std::size_t size = each.doubled ? 0 : 2 * edit.length + edit.text.size();
    const std::uint64_t of_text = cost(mended);
    const std::tuple rank{of_text + of_a_line * crooked_lines(mended), size, edit.offset};
    ranked.push_back({rank, of_text, &edit, std::move(mended)});
  }
  if (ranked.empty())
    return std::nullopt;
  const Ranked &best = *std::ranges::min_element(ranked, {}, &Ranked::rank);
  const std::uint64_t least = std::get<0>(best.rank);
  const bool only_one = std::ranges::all_of(
      ranked, [&](const Ranked &other) { return std::get<0>(other.rank) > least || other.mended == best.mended; });
  return RatedRepair{{*best.edit, only_one && is_separator(text, *best.edit)}, cost(excerpt.text), best.cost};
}

} // namespace

std::optional<RatedRepair> repair(std::string_view text, std::span<const std::string> openers, const Cost &cost) {
  return best_repair(text, openers, Extent::whole, cost);
}

std::optional<RatedRepair> repair_first(std::string_view text, std::span<const std::string> openers, const Cost &cost) {
  return best_repair(text, openers, Extent::front, cost);
}

} // namespace stslint
