// The one file that includes valijson: it takes 12 s to compile.
#include "judges.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>

namespace stslint::judges {
namespace {

/// `<root>`, `[key]`, `[0]` as a JSON Pointer.
std::string pointer(const std::vector<std::string> &context) {
  std::string out;
  for (const std::string &step : context) {
    if (step == "<root>")
      continue;
    out += '/';
    for (const char c : std::string_view(step).substr(1, step.size() - 2))
      out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return out;
}

bool below(const std::string &place, const std::string &container) {
  return place.size() > container.size() && place.starts_with(container) && place[container.size()] == '/';
}

} // namespace

struct Valijson::Impl {
  nlohmann::json text;
  valijson::Schema schema;
};

Valijson::Valijson(const std::string &schema) : impl_(std::make_unique<Impl>()) {
  impl_->text = nlohmann::json::parse(schema);
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(impl_->text), impl_->schema);
}

Valijson::~Valijson() = default;

std::optional<std::set<std::string>> Valijson::judge(std::string_view text) const {
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception &) {
    return std::nullopt;
  }
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  const valijson::adapters::NlohmannJsonAdapter target(json);
  std::set<std::string> places;
  if (validator.validate(impl_->schema, target, &results))
    return places;
  valijson::ValidationResults::Error error;
  while (results.popError(error))
    places.insert(pointer(error.context));
  std::set<std::string> deepest;
  for (const std::string &place : places)
    if (std::ranges::none_of(places, [&](const std::string &other) { return below(other, place); }))
      deepest.insert(place);
  if (deepest.empty())
    deepest.insert("");
  return deepest;
}

} // namespace stslint::judges
