// Calls of the C interface in any order, with any bytes and words: each returns a known code, an error has one
// printable line, and all that an answer gives is text that ends where it says.
#include "target.hpp"

#include "stslint/stslint.h"
#include "stslint/text.hpp"

#include <algorithm>
#include <memory>

using namespace stslint;

namespace {

/// The bytes of the fuzzer, as arguments.
class Bytes {
public:
  explicit Bytes(std::string_view left) : left_(left) {}

  bool any() const { return !left_.empty(); }
  std::uint8_t number() {
    const auto byte = static_cast<std::uint8_t>(any() ? left_[0] : 0);
    left_.remove_prefix(any() ? 1 : 0);
    return byte;
  }
  std::string_view text() {
    const std::size_t most = std::size_t{number()} << (number() % 4), size = std::min(most, left_.size());
    const std::string_view out = left_.substr(0, size);
    left_.remove_prefix(size);
    return out;
  }

private:
  std::string_view left_;
};

void check(int code) {
  require(code >= STSLINT_OK && code <= STSLINT_NO_MEMORY, "a code that says stslint is wrong");
  const std::string_view why = stslint_error();
  require(code == STSLINT_OK || !why.empty(), "an error without words");
  require(printable(why) == why, "an error that is not printable");
}

void check(const stslint_text &text) {
  require(text.data == nullptr || text.data[text.size] == '\0', "a text that does not end where it says");
}

void check(const stslint_finding &finding) {
  for (const stslint_text &text :
       {finding.rule, finding.message, finding.pointer, finding.suggestion, finding.event, finding.frame})
    check(text);
  require(finding.frame_mark + finding.frame_mark_size <= finding.frame.size, "a place outside of its frame");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static constexpr const char *forms[] = {nullptr, "auto", "payload", "event", "topology", "health", "metric", "other"};
  Bytes bytes(text_of(data, size));
  stslint_options options{};
  options.size = sizeof options;
  options.stream = bytes.number() % 2;
  options.comments = bytes.number() % 2;
  stslint_linter *made = nullptr;
  check(stslint_linter_new(&options, &made));
  const std::unique_ptr<stslint_linter, void (*)(stslint_linter *)> linter(made, &stslint_linter_free);
  while (bytes.any()) {
    const std::uint8_t choice = bytes.number();
    const char *const form = forms[bytes.number() % std::size(forms)];
    const std::string_view text = bytes.text();
    const std::string word(text);
    stslint_text answer{};
    std::size_t count = 0;
    stslint_finding finding{};
    finding.size = sizeof finding;
    switch (choice % 8) {
    case 0:
    case 1:
    case 2:
      check(stslint_lint(made, text.data(), text.size(), form, &count));
      break;
    case 3:
    case 4:
      check(stslint_describe(made, choice / 8, &finding));
      check(finding);
      break;
    case 5:
      check(stslint_report(made, word.c_str(), &answer));
      break;
    case 6:
      check(stslint_fix(made, text.data(), text.size(), form, choice / 8 % 2, &answer, &count));
      break;
    default:
      check(choice / 8 % 2 == 0 ? stslint_explain(made, word.c_str(), &answer)
                                : stslint_schema(made, word.c_str(), &answer));
    }
    check(answer);
  }
  return 0;
}
