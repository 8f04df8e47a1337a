#include "shape.hpp"

#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <bit>

namespace stslint {

const Property *Shape::alike(std::string_view member) const {
  const auto found =
      std::ranges::find_if(properties, [&](const Property &property) { return same_word(property.name, member); });
  return found == properties.end() ? nullptr : &*found;
}

const Property *Shape::property(std::string_view member, std::uint16_t hash) const {
  static_assert(std::tuple_size_v<decltype(hashes)> == 64);
  std::uint64_t candidates = scan::equal(hashes, properties.size(), hash);
  for (; candidates != 0; candidates &= candidates - 1) {
    const Property &property = properties[static_cast<std::size_t>(std::countr_zero(candidates))];
    if (scan::same(member, property.name))
      return &property;
  }
  return nullptr;
}

Keyword Shape::broken_bounds(const Value &value) const {
  Keyword broken = Keyword::none;
  const auto check = [&](bool holds, Keyword keyword) { broken = holds ? broken : broken | keyword; };
  switch (value.kind()) {
  case Kind::string: {
    const std::string_view text = value.view();
    const auto begins = [&](std::string_view prefix) {
      return prefix.size() <= text.size() && scan::same(text.substr(0, prefix.size()), prefix);
    };
    const auto is = [&](std::string_view known) { return scan::same(known, text); };
    check(enumeration.empty() || std::ranges::any_of(enumeration, is), Keyword::enumeration);
    check(std::ranges::none_of(reserved_prefixes, begins), Keyword::pattern);
    check(text.size() >= bytes_with(min_length) || value.characters() >= min_length, Keyword::min_length);
    check(text.size() <= max_length || value.characters() <= max_length, Keyword::max_length);
    break;
  }
  case Kind::number: {
    const double number = value.number();
    check(enumeration.empty(), Keyword::enumeration);
    check(!integer || value.raw().find_first_of(".eE") == std::string_view::npos, Keyword::integer);
    check(number >= minimum, Keyword::minimum);
    check(number <= maximum, Keyword::maximum);
    check(number > exclusive_minimum, Keyword::exclusive_minimum);
    check(number < exclusive_maximum, Keyword::exclusive_maximum);
    break;
  }
  case Kind::array: {
    const std::size_t size = value.size();
    check(size >= min_items || value.incomplete(), Keyword::min_items);
    check(size <= max_items, Keyword::max_items);
    break;
  }
  default:
    check(enumeration.empty(), Keyword::enumeration);
  }
  return broken;
}

} // namespace stslint
