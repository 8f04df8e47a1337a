#pragma once

#include <cstdint>
#include <string_view>

/// The mutator's knowledge about payloads: plain constants, written by lib/generate/mutator_tables.cpp at build time
/// from the schema, the generator's parts and the rules' faults.
namespace stslint::mutator {

struct Text {
  std::uint32_t at, length; ///< within `texts`
};

/// Entries of a table.
struct Range {
  std::uint16_t first, count;
};

/// A part of a payload: a definition of the schema, or a member with its own examples.
struct Slot {
  Range good, bad;                           ///< values, the simplest first, and some at bounds or against rules
  Range members;                             ///< the members that it names
  Range tuple;                               ///< the slots of its first items
  std::uint16_t items, additional, of_names; ///< the slots of further items, of members with any name, of their names
};
inline constexpr std::uint16_t no_slot = 0xFFFF;

struct MemberName {
  Text name;
  std::uint16_t slot;
  bool wanted; ///< a good object has this member
};

extern const char texts[];
extern const Text values[];
extern const MemberName members[];
extern const std::uint16_t tuples[];
extern const Slot slots[]; ///< the first is a whole payload
extern const std::uint16_t slot_count;

inline std::string_view view(Text text) { return {texts + text.at, text.length}; }

} // namespace stslint::mutator
