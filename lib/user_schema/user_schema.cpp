// The one file that includes valijson, which takes its time to compile.
#include "stslint/user_schema.hpp"

#include "prepared_schema.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"
#include "valijson.hpp"

#include <algorithm>

namespace stslint {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// More than what recurses can follow.
bool is_too_deep(std::string_view text) {
  Document document;
  document.parse(text);
  return !document.flaws().empty() && document.flaws()[0].kind == FlawKind::too_deep;
}

/// valijson says `<root>`, `[key]`, `[0]`.
std::vector<std::string> steps(const std::vector<std::string> &context) {
  std::vector<std::string> path;
  for (const std::string &step : context)
    if (step != "<root>")
      path.push_back(step.substr(1, step.size() - 2));
  return path;
}

bool below(const std::vector<std::string> &inner, const std::vector<std::string> &outer) {
  return inner.size() > outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
}

/// The bytes of the keys that lead to the deepest named value: valijson copies them with each step.
std::size_t longest_way(const Json &json) {
  std::size_t longest = 0;
  if (json.is_structured())
    for (const auto &item : json.items())
      longest = std::max(longest, (json.is_object() ? item.key().size() : 0) + longest_way(item.value()));
  return longest;
}

/// valijson's parser with the pointer of a reference alone saying where it leads, as there is only one document.
/// valijson would name the place after each `id` on the way too, so that a circle through one never came round.
struct Parser : valijson::SchemaParser {
  Parser() : SchemaParser(kDraft7) {}
  opt::optional<std::string> resolveDocumentUri(const opt::optional<std::string> &,
                                                const opt::optional<std::string> &) override {
    return {};
  }
};

} // namespace

struct UserSchema::Impl {
  Json text;
  valijson::Schema schema;
  user_schema::PreparedSchema known;
};

UserSchema::UserSchema(std::string_view schema) : impl_(std::make_unique<Impl>()) {
  try {
    if (is_too_deep(schema))
      throw Error("it is nested too deep");
    impl_->text = Json::parse(schema);
    if (!impl_->text.is_object())
      throw Error("a schema is a JSON object");
    impl_->known = user_schema::prepare_schema(impl_->text);
    const user_schema::Budget budget(schema.size(), 0, impl_->known.patterns, impl_->known.costly);
    Parser().populateSchema(Adapter(impl_->text), impl_->schema);
  } catch (const std::exception &broken) {
    throw Error("no JSON Schema of draft-07: " + shortened(broken.what(), 200));
  }
}

UserSchema::~UserSchema() = default;
UserSchema::UserSchema(UserSchema &&) noexcept = default;
UserSchema &UserSchema::operator=(UserSchema &&) noexcept = default;

std::optional<std::vector<UserSchema::Violation>> UserSchema::judge(std::string_view text) const {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded())
    return std::nullopt;
  if (is_too_deep(text))
    throw Error("cannot be judged by the schema: it is nested too deep");
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  std::vector<Violation> all, deepest;
  try {
    const user_schema::Budget budget(text.size(), longest_way(json), impl_->known.patterns, impl_->known.costly);
    if (validator.validate(impl_->schema, Adapter(json), &results))
      return all;
  } catch (const std::exception &limit) {
    throw Error(shortened(limit.what(), 300));
  }
  for (valijson::ValidationResults::Error error; results.popError(error);)
    all.push_back({steps(error.context), error.description});
  // In the order of their paths, what lies below a place follows it at once.
  std::ranges::stable_sort(all, {}, &Violation::path);
  for (auto same = all.begin(), next = same; same != all.end(); same = next) {
    next = std::find_if(same, all.end(), [&](const Violation &other) { return other.path != same->path; });
    if (next == all.end() || !below(next->path, same->path))
      deepest.insert(deepest.end(), same, next);
  }
  if (deepest.empty())
    deepest.push_back({{}, "the schema does not allow it"});
  return deepest;
}

Value Paths::follow(const std::vector<std::string> &path) {
  Value at = root_;
  for (const std::string &step : path) {
    if (at.absent())
      break;
    const auto [known, is_new] = contents_.try_emplace(at.index());
    if (is_new) {
      for (const Member member : at.members())
        known->second[member.key.text()] = member.value; // of equal keys, the last counts
      std::size_t index = 0;
      for (const Value item : at.items())
        known->second.emplace(std::to_string(index++), item);
    }
    const auto found = known->second.find(step);
    at = found == known->second.end() ? Value() : found->second;
  }
  return at;
}

} // namespace stslint
