#pragma once

#include "marks.hpp"

#include "stslint/document.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// The schema as the walk, the rules, `explain` and the generator read it: draft-07 compiled to plain data, which owns
/// nothing, so that it can be a constant of the program. Made by Contract::compile or by the build (Tables), immutable
/// afterwards, safe to share between threads.
namespace stslint {

struct Rule;

/// The keywords of draft-07 that the contract knows (schema/README.md), as bits. `additional_properties` is not a
/// violation of the schema: it is broken by members that an object with named members does not name. `integer` is
/// broken by a number that is not written as a whole one: 1.5, and 1.0 too, which the schema allows.
enum class Keyword : std::uint32_t {
  none = 0,
  type = 1u << 0,
  required = 1u << 1,
  enumeration = 1u << 2,
  minimum = 1u << 3,
  maximum = 1u << 4,
  exclusive_minimum = 1u << 5,
  exclusive_maximum = 1u << 6,
  min_length = 1u << 7,
  max_length = 1u << 8,
  min_items = 1u << 9,
  max_items = 1u << 10,
  pattern = 1u << 11,
  additional_properties = 1u << 12,
  integer = 1u << 13,
};
constexpr Keyword operator|(Keyword a, Keyword b) {
  return static_cast<Keyword>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr Keyword operator&(Keyword a, Keyword b) {
  return static_cast<Keyword>(static_cast<std::uint32_t>(a) & static_cast<std::uint32_t>(b));
}
constexpr Keyword operator~(Keyword a) { return static_cast<Keyword>(~static_cast<std::uint32_t>(a)); }
constexpr bool any(Keyword keywords) { return keywords != Keyword::none; }

constexpr std::uint8_t bit(Kind kind) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind)); }

/// Values for Rule::types: the rule is about members that are not there, or about those that are.
inline constexpr std::uint8_t absent_only = bit(Kind::broken), present_only = 0xff & ~absent_only;

struct Shape;

/// The rules that may speak at a kind of place, the worst first. Which of them are asked where no keyword of the schema
/// is broken is known beforehand, as bits in their order: most values are asked about little.
struct RuleSet {
  using Bits = std::uint32_t;
  static constexpr std::size_t most = 32; ///< rules at one place
  // What is read for each value comes first.
  std::array<Marks, kinds> wanted{};  ///< by Kind: the marks of a value that make a difference
  std::array<Bits, kinds> unmarked{}; ///< by Kind: those asked about every value, whatever its marks
  Bits context_free = 0;              ///< those that look at nothing but the value, not at the rest of the document
  Bits of_streams = 0;                ///< of scope stream: they need Settings::streams
  std::span<const Rule *const> all;
  std::array<Bits, kinds> asked{};        ///< by Kind: those asked about a value with all marks
  std::array<Bits, mark_kinds> needing{}; ///< by Mark: those not asked without it

  /// Those that are asked of a value with these marks.
  Bits asked_with(Marks marks, Kind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    const Marks counting = wanted[index];
    if ((counting & marks) == 0) [[likely]]
      return unmarked[index];
    Bits those = asked[index];
    for (unsigned lacking = counting & ~unsigned{marks}; lacking != 0; lacking &= lacking - 1)
      those &= ~needing[static_cast<std::size_t>(std::countr_zero(lacking))];
    return those;
  }
  auto begin() const { return all.begin(); }
  auto end() const { return all.end(); }
  bool empty() const { return all.empty(); }
  bool operator==(const RuleSet &other) const { return std::ranges::equal(all, other.all); }
};

/// A member that an object may have; without a name, any other value of a shape, such as an item. What is read at each
/// key and value comes first, in cache lines of its own.
struct alignas(64) Property {
  /// Its name and the quote after it, so that a key's text can be compared with it at once, and a bit for each byte.
  std::array<char, 32> key{};
  std::uint32_t key_bytes = 0;
  Marks marks = 0; ///< those that its name gives to its value
  bool required = false;
  std::string_view name;
  const Shape *shape = nullptr;
  RuleSet rules;                              ///< what is asked of its value: its shape's rules and its own
  std::span<const Rule *const> absent_rules;  ///< what is asked when it is not there
  std::string_view title, description;        ///< its own, else those of its shape
  std::span<const std::string_view> examples; ///< likewise, as JSON

  /// Whether it has other examples than its shape.
  bool has_own_examples() const;
};

/// So many bytes are at least this many characters: one takes up to four bytes.
constexpr std::size_t bytes_with(std::size_t characters) { return characters == 0 ? 0 : 4 * characters - 3; }

struct alignas(64) Shape {
  // What is read at each value comes first, close together.
  std::uint8_t types = 0xff; ///< a bit for each Kind
  std::uint8_t bounded = 0;  ///< a bit for each Kind whose values also have bounds
  /// A number of so many digits or fewer that does not begin with 0 is within the bounds for certain.
  std::uint8_t sure_digits = 0;
  std::uint32_t first_turn = 0;        ///< of its guesses in a Certifier
  const Shape *additional = nullptr;   ///< the shape of members that are not among the properties
  const Property *unnamed = nullptr;   ///< what is expected of a value of this shape that has no name
  const Shape *names = nullptr;        ///< the shape of keys (propertyNames), where none are named
  const Shape *items = nullptr;        ///< the shape of all (further) items
  std::span<const Shape *const> tuple; ///< the shapes of the first items
  std::span<const Property> properties;
  /// A string of so many bytes or more is within the bounds for certain. By default, more bytes than any string has.
  std::uint32_t sure_bytes = std::numeric_limits<std::uint32_t>::max();
  std::uint64_t missed = 0;               ///< a bit for each property about whose absence a rule is asked
  std::uint64_t missed_in_streams = 0;    ///< a bit for each about whose absence only rules of scope stream are
  std::array<std::uint16_t, 64> hashes{}; ///< key_hash of each property's name

  std::string_view name;                      ///< of the definition; "" for a schema within another
  std::string_view title;                     ///< what is expected, as a noun with its article: "a list of …"
  std::string_view description;               ///< StackState's sentence about it
  std::span<const std::string_view> examples; ///< good values, as JSON
  std::span<const std::string_view> enumeration;
  std::span<const std::string_view> reserved_prefixes; ///< of the pattern `^(?!a|b)`
  double minimum = -std::numeric_limits<double>::infinity(), maximum = -minimum;
  double exclusive_minimum = minimum, exclusive_maximum = maximum;
  bool integer = false; ///< of numbers, only whole ones
  std::size_t min_length = 0, max_length = std::numeric_limits<std::size_t>::max();
  std::size_t min_items = 0, max_items = max_length;
  std::span<const Rule *const> key_rules; ///< asked of keys that an object of this shape does not know

  bool allows(Kind kind) const { return (types & bit(kind)) != 0; }
  /// An object with named members and no place for others.
  bool closed() const { return !properties.empty() && additional == nullptr; }
  /// Null if there is none of that name.
  const Property *property(std::string_view member, std::uint16_t hash) const;
  const Property *property(std::string_view member) const { return property(member, key_hash(member)); }
  /// The property whose name differs from that in letter case, underscores and the like only; null if there is none.
  const Property *alike(std::string_view member) const;
  const Property *property(const Value &key) const { return property(key.view(), key.hash()); }
  /// What is expected of an item; null where anything is.
  const Shape *item(std::size_t index) const { return index < tuple.size() ? tuple[index] : items; }
  /// The keywords that `value` violates, apart from its members and items. Allocates nothing.
  Keyword violations(const Value &value) const {
    const std::uint8_t kind = bit(value.kind());
    return (types & kind) == 0 ? Keyword::type : (bounded & kind) == 0 ? Keyword::none : broken_bounds(value);
  }
  Keyword broken_bounds(const Value &value) const;
};

inline bool Property::has_own_examples() const { return !std::ranges::equal(examples, shape->examples); }

} // namespace stslint
