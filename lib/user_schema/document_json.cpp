#include "document_json.hpp"

#include "stslint/text.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace stslint::user_schema {
namespace {

using Json = nlohmann::json;

std::string valid_text(std::string_view text) {
  std::string valid;
  while (const auto invalid = invalid_utf8(text)) {
    valid.append(text.substr(0, *invalid)) += "\xEF\xBF\xBD";
    text.remove_prefix(*invalid + 1);
  }
  return valid.append(text);
}

template <class Whole> bool read_whole(std::string_view text, Whole &number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

Json number_of(const Value &value) {
  std::int64_t whole = 0;
  if (read_whole(value.raw(), whole))
    return whole;
  // To valijson 1.0 is no integer, and what needs 64 bits without a sign is negative.
  constexpr double exact = 9007199254740992.0; // 2^53
  const double number = value.number();
  return std::abs(number) < exact && number == std::floor(number) ? Json(static_cast<std::int64_t>(number))
                                                                  : Json(number);
}

} // namespace

Json json_of(const Value &value) {
  switch (value.kind()) {
  case Kind::object: {
    Json object = Json::object();
    for (const Member member : value.members())
      object[valid_text(member.key.view())] = json_of(member.value);
    return object;
  }
  case Kind::array: {
    Json array = Json::array();
    for (const Value item : value.items())
      array.push_back(json_of(item));
    return array;
  }
  case Kind::string:
    return valid_text(value.view());
  case Kind::number:
    return number_of(value);
  case Kind::boolean:
    return value.raw().starts_with('t') || value.raw().starts_with('T');
  case Kind::null:
  case Kind::broken:
    break;
  }
  return nullptr;
}

Value Paths::follow(const std::vector<std::string> &path) {
  Value at = root_;
  for (const std::string &step : path) {
    if (at.absent())
      break;
    const auto [known, is_new] = contents_.try_emplace(at.index());
    if (is_new) {
      for (const Member member : at.members())
        known->second[valid_text(member.key.view())] = member.value;
      std::size_t index = 0;
      for (const Value item : at.items())
        known->second.emplace(std::to_string(index++), item);
    }
    const auto found = known->second.find(step);
    at = found == known->second.end() ? Value() : found->second;
  }
  return at;
}

} // namespace stslint::user_schema
