// Any bytes as each host: its blocks stand in order and apart, each with a place for each of its bytes; linting them
// finds places of the host; fixing them changes nothing outside of them, and doing it twice changes nothing more.
#include "target.hpp"

#include "stslint/embedded.hpp"
#include "stslint/error.hpp"

#include <algorithm>
#include <vector>

using namespace stslint;

namespace {

void check_places(const std::vector<Block> &blocks, std::string_view text) {
  std::size_t before = 0;
  for (const Block &block : blocks) {
    require(block.origins.size() == block.text.size() + 1, "not a place for each byte and the end");
    require(block.origins.front() >= before, "blocks overlap");
    require(std::ranges::is_sorted(block.origins), "places out of order");
    before = block.origins.back();
    require(before <= text.size(), "a place outside of the host");
    const std::string_view above = text.substr(0, block.origins.front());
    require(block.line == 1 + static_cast<std::size_t>(std::ranges::count(above, '\n')), "a block on another line");
  }
}

void check_findings(Linter &linter, const std::vector<Block> &blocks, std::string_view text) {
  for (const Block &block : blocks) {
    linter.settings() = settings_for(block, {.now = example_now, .max_age = example_max_age});
    for (const Finding &finding : linter.lint(block, text)) {
      require(finding.offset >= block.origins.front() && finding.offset + finding.length <= block.origins.back(),
              "a finding outside of its block: " + std::string(finding.rule->id));
      const Description description = linter.describe(finding);
      require(description.start.line >= block.line, "a line before its block");
    }
  }
}

/// Whether each edit lies within one of the blocks; both are in order.
bool within(const Edits &edits, const std::vector<Block> &blocks) {
  auto block = blocks.begin();
  for (const Edit &edit : edits) {
    while (block != blocks.end() && block->origins.back() < edit.offset + edit.length)
      ++block;
    if (block == blocks.end() || edit.offset < block->origins.front())
      return false;
  }
  return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  // A first byte that no text starts with chooses the host.
  const bool chosen = size > 0 && data[0] < hosts;
  const std::string_view text = text_of(data, size).substr(chosen ? 1 : 0);
  for (std::size_t number = chosen ? data[0] : 0; number < (chosen ? data[0] + std::size_t{1} : hosts); ++number) {
    const auto host = static_cast<Host>(number);
    Linter linter({example_now, example_max_age});
    std::vector<Block> blocks;
    try {
      blocks = blocks_in(text, host);
    } catch (const Error &) {
      return 0; // UTF-16
    }
    check_places(blocks, text);
    check_findings(linter, blocks, text);
    linter.settings() = {.now = example_now, .max_age = example_max_age};
    const FixOptions options{.unsafe = true};
    const Fixes found = fixes_in(linter, text, host, "auto", options);
    require(within(found.edits, blocks), "an edit outside of the blocks");
    const std::string once = edited(text, found.edits);
    require(blocks_in(once, host).size() == blocks.size(), "fixing makes or hides a block: " + once);
    require(fixes_in(linter, once, host, "auto", options).count == 0, "fixing twice is not fixing once: " + once);
  }
  return 0;
}
