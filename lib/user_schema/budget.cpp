#include "budget.hpp"

#include "stslint/error.hpp"

#include <utility>

namespace stslint::user_schema {
namespace {

thread_local Budget *current = nullptr;

} // namespace

Budget::Budget(std::size_t bytes, std::size_t way, const Patterns &patterns, const Costly &costly)
    : left_(10'000'000 + 40 * bytes), way_(way), patterns_(patterns), costly_(costly),
      outer_(std::exchange(current, this)) {}

Budget::~Budget() { current = outer_; }

void Budget::take(std::size_t count, const std::string &place) {
  if (!match(count))
    fail(place);
}

void Budget::apply() {
  if (current != nullptr)
    current->take(20 + current->way_ / 16, current->costly_.applied);
}

void Budget::compare(std::size_t bytes) {
  if (current != nullptr)
    current->take(20 + bytes / 8, current->costly_.compared);
}

void Budget::report() {
  if (current != nullptr)
    current->take(200 + current->way_, current->costly_.applied);
}

bool Budget::match(std::size_t steps) noexcept {
  if (current == nullptr)
    return true;
  const bool enough = current->left_ >= steps;
  current->left_ = enough ? current->left_ - steps : 0;
  return enough;
}

void Budget::fail(std::string_view place) {
  throw Error("takes too many steps to judge by " + std::string(place) +
              " of the schema; simplify that, so that there are fewer ways to match");
}

const Pattern *Budget::pattern(const std::string &text) {
  if (current == nullptr)
    return nullptr;
  const auto known = current->patterns_.find(text);
  return known == current->patterns_.end() ? nullptr : &known->second;
}

} // namespace stslint::user_schema
