#include "edits.hpp"

namespace stslint::mutator {
namespace {

constexpr std::uint16_t payload = 0;
constexpr unsigned deepest = 12;

std::string_view one_of(Range range, Decisions &decisions) {
  return view(values[range.first + decisions.draw(range.count)]);
}

/// An object of the slot's members, built one by one.
void make_object(const Slot &slot, Decisions &decisions, Draft &out, unsigned depth) {
  const std::uint32_t chosen = decisions.draw(slot.members.count);
  const std::size_t start = out.size() + 1;
  out << '{';
  for (std::uint32_t i = 0; i < slot.members.count; ++i) {
    const MemberName &member = members[slot.members.first + i];
    if (!member.wanted && i != chosen && decisions.draw(4) != 1)
      continue;
    out << (out.size() > start ? ", \"" : "\"") << view(member.name) << "\": ";
    make_value(member.slot, decisions, out, depth + 1);
  }
  out << '}';
}

/// The members of a payload do not depend on each other, so these always come together.
bool make_payload(Buffer &text, Decisions &decisions) {
  Draft made;
  make_object(slots[payload], decisions, made, 0);
  return !made.failed() && text.replace(0, text.size, made.view());
}

} // namespace

void make_value(std::uint16_t slot, Decisions &decisions, Draft &out, unsigned depth) {
  const bool known = slot != no_slot && slots[slot].good.count > 0;
  if (known && slots[slot].bad.count > 0 && decisions.draw(16) == 15)
    out << one_of(slots[slot].bad, decisions);
  else if (slot != no_slot && slots[slot].members.count > 0 && depth < deepest && (!known || decisions.draw(4) == 1))
    make_object(slots[slot], decisions, out, depth);
  else
    out << (known ? one_of(slots[slot].good, decisions) : "null");
}

bool make(Buffer &text, Decisions &decisions) {
  for (int attempt = 0; attempt < 3; ++attempt)
    if (make_payload(text, decisions))
      return true;
  return text.replace(0, text.size, one_of({slots[payload].good.first, 1}, decisions));
}

} // namespace stslint::mutator
