#include "stslint/embedded.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace stslint {
namespace {

/// The fixes of one block, in the block and in its host.
struct BlockFixes {
  std::size_t block;
  Edits within, in_host;
  std::size_t count;
};

/// Whether the blocks of a host after its edits are what they should be, and where nothing was edited, as before.
bool has_effect(const std::vector<Block> &before, const std::vector<Block> &after,
                const std::vector<BlockFixes> &fixes) {
  if (before.size() != after.size())
    return false;
  auto next = fixes.begin();
  for (std::size_t at = 0; at < before.size(); ++at) {
    const bool changed = next != fixes.end() && next->block == at;
    if (after[at].text != (changed ? edited(before[at].text, next->within) : before[at].text))
      return false;
    next += changed ? 1 : 0;
  }
  return true;
}

/// The names after each such mark.
std::set<std::string_view> names_after(std::string_view mark, std::string_view text) {
  std::set<std::string_view> names;
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string_view::npos;) {
    at += mark.size();
    if (const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}", at), text.size()); end > at)
      names.insert(text.substr(at, end - at));
  }
  return names;
}

/// Whether a part of the block has an anchor that an alias repeats: an edit would change that, too.
bool is_shared(const Block &block, std::string_view host_text, const std::set<std::string_view> &aliases) {
  const auto anchors =
      names_after(" &", host_text.substr(block.origins.front(), block.origins.back() - block.origins.front()));
  return std::ranges::any_of(anchors, [&](std::string_view anchor) { return aliases.contains(anchor); });
}

Edits all_edits(const std::vector<BlockFixes> &fixes) {
  Edits all;
  for (const BlockFixes &each : fixes)
    all.insert(all.end(), each.in_host.begin(), each.in_host.end());
  std::ranges::stable_sort(all, {}, &Edit::offset);
  return all;
}

} // namespace

Fixes fixes_in(Linter &linter, std::string_view host_text, Host host, std::string_view form,
               const FixOptions &options) {
  const std::vector<Block> blocks = blocks_in(host_text, host);
  const Settings settings = linter.settings();
  const auto aliases = host == Host::yaml ? names_after("*", host_text) : std::set<std::string_view>();
  std::vector<BlockFixes> all;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const Block &block = blocks[at];
    linter.settings() = settings_for(block, settings);
    linter.lint(block.text, form);
    if (!linter.detection().payload || is_shared(block, host_text, aliases))
      continue;
    FixOptions mine_alone = options;
    mine_alone.wanted = [&](const Finding &finding) {
      return std::ranges::find(block.ignored, finding.rule->id) == block.ignored.end() &&
             (!options.wanted || options.wanted(finding));
    };
    const Fixes found = fixes(linter, block.text, form, mine_alone);
    BlockFixes mine{at, found.edits, {}, found.count};
    for (const Edit &edit : found.edits)
      if (const auto there = block.in_host(edit, host_text))
        mine.in_host.push_back(*there);
    if (!found.edits.empty() && mine.in_host.size() == found.edits.size())
      all.push_back(std::move(mine));
  }
  linter.settings() = settings;
  const auto works = [&](const std::vector<BlockFixes> &those) {
    return those.empty() || has_effect(blocks, blocks_in(edited(host_text, all_edits(those)), host), those);
  };
  constexpr std::size_t most_tried = 64;
  if (!works(all)) {
    if (all.size() > most_tried)
      return {};
    std::erase_if(all, [&](const BlockFixes &each) { return !works({each}); });
    if (!works(all))
      return {};
  }
  Fixes out;
  out.edits = all_edits(all);
  for (const BlockFixes &each : all)
    out.count += each.count;
  return out;
}

} // namespace stslint
