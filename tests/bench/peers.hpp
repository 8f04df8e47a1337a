#pragma once

#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"

#include <nlohmann/json.hpp>
#include <simdjson.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <cmath>
#include <string>
#include <string_view>

/// Other people's engines, as the benchmarks use them.
namespace stslint::bench {

/// simdjson On-Demand over a whole text: strings are unescaped and numbers parsed.
class SimdjsonWalk {
public:
  /// Behind the text there must be simdjson::SIMDJSON_PADDING bytes.
  std::size_t operator()(std::string_view text) {
    auto document = parser_.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING);
    std::size_t sum = 0;
    walk(document.get_value(), sum);
    return sum;
  }

private:
  static void walk(simdjson::ondemand::value value, std::size_t &sum) {
    switch (value.type()) {
    case simdjson::ondemand::json_type::object:
      for (auto field : value.get_object()) {
        sum += std::string_view(field.unescaped_key()).size();
        walk(field.value(), sum);
      }
      break;
    case simdjson::ondemand::json_type::array:
      for (auto item : value.get_array())
        walk(item.value(), sum);
      break;
    case simdjson::ondemand::json_type::string:
      sum += std::string_view(value.get_string()).size();
      break;
    case simdjson::ondemand::json_type::number:
      sum += static_cast<std::size_t>(std::abs(double(value.get_double())));
      break;
    case simdjson::ondemand::json_type::boolean:
      sum += bool(value.get_bool()) ? 1 : 0;
      break;
    default:
      sum += value.is_null() ? 1 : 0;
    }
  }
  simdjson::ondemand::parser parser_;
};

/// The bare verdict of nlohmann and valijson on our schema: no place, no word.
class ValijsonVerdict {
public:
  ValijsonVerdict() {
    const nlohmann::json text = nlohmann::json::parse(standard_contract().schema());
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), schema_);
  }
  bool operator()(std::string_view text) {
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    return !json.is_discarded() && validator_.validate(schema_, valijson::adapters::NlohmannJsonAdapter(json), nullptr);
  }

private:
  valijson::Schema schema_;
  valijson::Validator validator_;
};

} // namespace stslint::bench
