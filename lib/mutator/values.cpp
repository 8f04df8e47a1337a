#include "edits.hpp"

namespace stslint::mutator {
namespace {

constexpr std::uint16_t payload = 0;
constexpr unsigned deepest = 12;

std::string_view one_of(Range range, Choices &choices) { return view(values[range.first + choices.draw(range.count)]); }

/// An object of members that the slot names, put together one by one.
void make_object(const Slot &slot, Choices &choices, Draft &out, unsigned depth) {
  const std::uint32_t chosen = choices.draw(slot.members.count);
  const std::size_t start = out.size() + 1;
  out << '{';
  for (std::uint32_t i = 0; i < slot.members.count; ++i) {
    const MemberName &member = members[slot.members.first + i];
    if (!member.wanted && i != chosen && choices.draw(4) != 1)
      continue;
    out << (out.size() > start ? ", \"" : "\"") << view(member.name) << "\": ";
    make_value(member.slot, choices, out, depth + 1);
  }
  out << '}';
}

/// A payload's members need each other in no way, so that these always come together.
bool make_payload(Buffer &text, Choices &choices) {
  Draft made;
  make_object(slots[payload], choices, made, 0);
  return !made.failed() && text.replace(0, text.size, made.view());
}

} // namespace

void make_value(std::uint16_t slot, Choices &choices, Draft &out, unsigned depth) {
  const bool known = slot != no_slot && slots[slot].good.count > 0;
  if (known && slots[slot].bad.count > 0 && choices.draw(16) == 15)
    out << one_of(slots[slot].bad, choices);
  else if (slot != no_slot && slots[slot].members.count > 0 && depth < deepest && (!known || choices.draw(4) == 1))
    make_object(slots[slot], choices, out, depth);
  else
    out << (known ? one_of(slots[slot].good, choices) : "null");
}

bool make(Buffer &text, Choices &choices) {
  for (int attempt = 0; attempt < 3; ++attempt)
    if (make_payload(text, choices))
      return true;
  return text.replace(0, text.size, one_of({slots[payload].good.first, 1}, choices));
}

} // namespace stslint::mutator
