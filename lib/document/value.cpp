#include "stslint/document.hpp"

#include "../text/read_double.hpp"
#include "../text/scan.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <limits>

namespace stslint {

namespace {

/// The order of magnitude of a number, give or take one: positive if it is large, negative if it is small.
double magnitude(std::string_view number) {
  const std::size_t e = std::min(number.find_first_of("eE"), number.size());
  const std::string_view mantissa = number.substr(0, e);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::size_t first = std::min(mantissa.find_first_of("123456789"), mantissa.size());
  double exponent = 0;
  if (e < number.size()) {
    const std::string_view digits = number.substr(e + (number[e + 1] == '+' ? 2 : 1));
    exponent = read_double(digits).value_or(digits[0] == '-' ? -1e300 : 1e300);
  }
  return static_cast<double>(point) - static_cast<double>(first) + exponent;
}

} // namespace

std::string_view Value::text_until_end() const {
  return absent() ? std::string_view() : document_->bytes().substr(0, offset() + length());
}

/// The contents of a string that is in other quotes, without quotes, or not closed.
std::string_view Value::odd_contents() const {
  const std::string_view text = raw();
  if (!is(Kind::string) || text.empty())
    return {};
  const char quote = text[0];
  if (quote != '"' && quote != '\'')
    return text;
  const bool closed = text.size() > 1 && text.back() == quote;
  return text.substr(1, text.size() - (closed ? 2 : 1));
}

std::size_t Value::characters() const {
  std::size_t count = 0;
  for (std::string_view rest = view(); !rest.empty(); ++count)
    rest.remove_prefix(std::max<std::size_t>(1, utf8_length(rest)));
  return count;
}

double Value::number() const {
  if (!is(Kind::number))
    return std::numeric_limits<double>::quiet_NaN();
  const std::string_view text = raw();
  if (digits() > 0) {
    std::int64_t whole = 0;
    for (const char c : text)
      whole = 10 * whole + (c - '0');
    return static_cast<double>(whole);
  }
  if (const auto value = read_double(text))
    return *value;
  const double value = magnitude(text) > 0 ? std::numeric_limits<double>::infinity() : 0.0;
  return text[0] == '-' ? -value : value;
}

Value Value::member(std::string_view name, std::uint16_t hash) const {
  if (!is(Kind::object))
    return {};
  const Node *const nodes = document_->nodes_.data();
  const std::uint32_t end = nodes[node_].next;
  for (std::uint32_t key = node_ + 1; key < end; key = document_->after(key + 1))
    if (nodes[key].hash == hash && scan::same(Value(*document_, key).view(), name))
      return nodes[key + 1].marked ? Value() : Value(*document_, key + 1);
  return {};
}

std::size_t Value::size() const {
  std::size_t count = 0;
  for ([[maybe_unused]] const Value item : items())
    ++count;
  for ([[maybe_unused]] const Member member : members())
    ++count;
  return count;
}

} // namespace stslint
