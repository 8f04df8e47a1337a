#include "pattern.hpp"

#include "budget.hpp"
#include "stslint/error.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <new>
#include <utility>

namespace stslint::user_schema {
namespace {

constexpr std::uint32_t heap_kib = 64 * 1024;
constexpr std::size_t per_search = 20;

struct Free {
  void operator()(pcre2_compile_context *context) const { pcre2_compile_context_free(context); }
  void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
};
template <class T> using Owned = std::unique_ptr<T, Free>;

std::string said(int error) {
  std::array<PCRE2_UCHAR, 200> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char *>(text.data());
}

/// Before each item of the pattern: the way from the last one is counted too, as an item may run through all of the
/// text, and a back reference may compare it before it fails.
struct Way {
  const std::string &pattern;
  std::size_t at = 0;

  std::size_t step(const pcre2_callout_block &block) {
    const std::size_t from = std::exchange(at, block.current_position);
    const std::size_t next = block.pattern_position;
    const bool backwards = next + 1 < pattern.size() && pattern[next] == '\\' &&
                           (std::isdigit(static_cast<unsigned char>(pattern[next + 1])) != 0 ||
                            pattern[next + 1] == 'k' || pattern[next + 1] == 'g');
    return 1 + (from < at ? at - from : from - at) + (backwards ? block.subject_length : 0);
  }
};

int count(pcre2_callout_block *block, void *way) {
  return Budget::match(static_cast<Way *>(way)->step(*block)) ? 0 : PCRE2_ERROR_CALLOUT;
}

} // namespace

struct Pattern::Code {
  std::string text;
  std::unique_ptr<pcre2_code, void (*)(pcre2_code *)> compiled;
};

Pattern::Pattern(const std::string &text, std::string place) : place_(std::move(place)) {
  const Owned<pcre2_compile_context> context(pcre2_compile_context_create(nullptr));
  pcre2_set_compile_extra_options(context.get(), PCRE2_EXTRA_ALT_BSUX);
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
  // Optimizations that would pass over items in silence are left out, so that all steps are told.
  const std::uint32_t options = PCRE2_UTF | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS | PCRE2_MATCH_UNSET_BACKREF |
                                PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT |
                                PCRE2_NO_AUTO_POSSESS | PCRE2_NO_START_OPTIMIZE | PCRE2_NO_DOTSTAR_ANCHOR;
  int error = 0;
  PCRE2_SIZE at = 0;
  pcre2_code *code =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error, &at, context.get());
  if (code == nullptr)
    throw Error(said(error));
  code_ = std::make_shared<const Code>(Code{text, {code, pcre2_code_free}});
}

bool Pattern::match(std::string_view text, std::vector<std::string> *groups) const {
  return run(text, PCRE2_ANCHORED | PCRE2_ENDANCHORED, groups);
}

bool Pattern::run(std::string_view text, unsigned options, std::vector<std::string> *groups) const {
  const Owned<pcre2_match_context> context(pcre2_match_context_create(nullptr));
  const Owned<pcre2_match_data> data(pcre2_match_data_create_from_pattern(code_->compiled.get(), nullptr));
  if (context == nullptr || data == nullptr)
    throw std::bad_alloc();
  if (!Budget::match(per_search))
    Budget::fail(place_);
  pcre2_set_heap_limit(context.get(), heap_kib);
  Way way{code_->text};
  pcre2_set_callout(context.get(), count, &way);
  const int found = pcre2_match(code_->compiled.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                                options, data.get(), context.get());
  if (found == PCRE2_ERROR_NOMATCH)
    return false;
  if (found < 0)
    Budget::fail(place_);
  if (groups != nullptr) {
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data.get());
    groups->assign(pcre2_get_ovector_count(data.get()), "");
    for (std::size_t i = 0; i < static_cast<std::size_t>(found); ++i)
      if (ends[2 * i] != PCRE2_UNSET)
        (*groups)[i] = text.substr(ends[2 * i], ends[2 * i + 1] - ends[2 * i]);
  }
  return true;
}

} // namespace stslint::user_schema
