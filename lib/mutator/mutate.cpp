#include "edits.hpp"

#include "stslint/mutator.h"

namespace stslint::mutator {

bool edit_bytes(Buffer &text, Decisions &decisions) {
  constexpr std::string_view marks = "{}[]\",:\\0-\n\xFF\x80";
  const std::uint32_t at =
      decisions.draw(static_cast<std::uint32_t>(text.size < UINT32_MAX ? text.size + 1 : UINT32_MAX));
  const char mark = decisions.draw(2) == 0 ? decisions.pick(marks) : static_cast<char>(decisions.draw(256));
  const bool behind = at == text.size;
  switch (decisions.draw(4)) {
  case 0:
    return !behind && text.replace(at, 1, {&mark, 1});
  case 1:
    return !behind && text.replace(at, 1, {});
  case 2:
    return !behind && at > 0 && decisions.draw(4) == 0 && text.replace(at, text.size - at, {});
  default:
    return text.replace(at, 0, {&mark, 1});
  }
}

namespace {

char *as_text(std::uint8_t *data) { return reinterpret_cast<char *>(data); }
std::string_view as_text(const std::uint8_t *data, std::size_t size) {
  return {reinterpret_cast<const char *>(data), size};
}

void edit_some_bytes(Buffer &text, Decisions &decisions) {
  for (int attempt = 0; attempt < 8; ++attempt)
    if (edit_bytes(text, decisions) && decisions.draw(2) == 0)
      return;
}

} // namespace
} // namespace stslint::mutator

using namespace stslint;
using namespace stslint::mutator;

std::size_t stslint_mutate(std::uint8_t *data, std::size_t size, std::size_t max, unsigned seed,
                           stslint_raw_mutate_fn raw) {
  Buffer text{as_text(data), size < max ? size : max, max};
  Decisions decisions(std::uint64_t{seed});
  const std::uint32_t turn = decisions.draw(16);
  if (turn == 15 && make(text, decisions))
    return text.size;
  const bool of_values = turn < 12 && ((decisions.draw(4) > 0 && mend(text)) || edit(text, decisions));
  if (of_values) {
    while (decisions.draw(4) == 0)
      edit(text, decisions);
    return text.size;
  }
  if (raw != nullptr && max > 0) {
    const std::size_t changed = raw(data, text.size, max);
    return changed < max ? changed : max;
  }
  edit_some_bytes(text, decisions);
  return text.size;
}

std::size_t stslint_crossover(const std::uint8_t *first, std::size_t first_size, const std::uint8_t *second,
                              std::size_t second_size, std::uint8_t *out, std::size_t max, unsigned seed) {
  Buffer text{as_text(out), 0, max};
  text.replace(0, 0, as_text(first, first_size < max ? first_size : max));
  Decisions decisions(std::uint64_t{seed});
  take_over(text, as_text(second, second_size), decisions);
  return text.size;
}
