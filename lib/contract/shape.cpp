#include "stslint/shape.hpp"

#include <algorithm>

namespace stslint {

const Property *Shape::property(std::string_view member) const {
  const auto found = std::ranges::find(properties, member, &Property::name);
  return found == properties.end() ? nullptr : &*found;
}

Keyword Shape::violations(const Value &value) const {
  if (!allows(value.kind()))
    return Keyword::type;
  Keyword broken = Keyword::none;
  const auto check = [&](bool holds, Keyword keyword) { broken = holds ? broken : broken | keyword; };
  const auto begins = [&](const std::string &prefix) { return value.starts_with(prefix); };
  const auto equals = [&](const std::string &text) { return value.equals(text); };
  switch (value.kind()) {
  case Kind::string:
    check(enumeration.empty() || std::ranges::any_of(enumeration, equals), Keyword::enumeration);
    check(std::ranges::none_of(reserved_prefixes, begins), Keyword::pattern);
    check(min_length == 0 || value.characters() >= min_length, Keyword::min_length);
    break;
  case Kind::number: {
    const double number = value.number();
    check(enumeration.empty(), Keyword::enumeration);
    check(number >= minimum, Keyword::minimum);
    check(number <= maximum, Keyword::maximum);
    check(number > exclusive_minimum, Keyword::exclusive_minimum);
    check(number < exclusive_maximum, Keyword::exclusive_maximum);
    break;
  }
  case Kind::array: {
    if (min_items == 0 && max_items == std::numeric_limits<std::size_t>::max())
      break;
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
