// The one file that includes valijson, which takes its time to compile.
#include "stslint/user_schema.hpp"

#include "document_json.hpp"
#include "prepared_schema.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"
#include "valijson.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>

namespace stslint {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// Deeper than a recursive function can follow.
bool is_too_deep(const Document &document) {
  return std::ranges::any_of(document.flaws(), [](const Flaw &flaw) { return flaw.kind == FlawKind::too_deep; });
}

/// valijson says `<root>`, `[key]`, `[0]`.
std::vector<std::string> steps(const std::vector<std::string> &context) {
  std::vector<std::string> path;
  for (const std::string &step : context)
    if (step != "<root>")
      path.push_back(step.substr(1, step.size() - 2));
  return path;
}

/// An error of valijson.
struct Said {
  std::vector<std::string> path;
  std::string message;

  /// It only repeats that a value inside, or one schema of several, failed.
  bool summary() const { return message.starts_with("Failed to validate "); }
  /// The errors of the alternatives came before it: which of them was meant, nobody knows.
  bool of_alternatives() const {
    return summary() && (message.find("anyOf") != std::string::npos || message.find("oneOf") != std::string::npos);
  }
};

/// Equal items make an error for each pair of them.
bool is_of_pair(const std::string &message) { return message.ends_with("violate uniqueness constraint."); }

bool starts_with(const std::vector<std::string> &path, const std::vector<std::string> &outer) {
  return path.size() >= outer.size() && std::equal(outer.begin(), outer.end(), path.begin());
}

/// The errors without those that only follow from others. Where all alternatives failed, that is one error, at the
/// deepest places.
std::vector<Said> causes(std::vector<Said> all) {
  std::vector<Said> causes;
  std::ranges::stable_sort(all, {}, &Said::path);       // so what lies below a place follows it at once
  std::optional<std::vector<std::string>> alternatives; // their outermost place
  for (auto same = all.begin(), next = same; same != all.end(); same = next) {
    next = std::find_if(same, all.end(), [&](const Said &other) { return other.path != same->path; });
    const bool outer = next != all.end() && starts_with(next->path, same->path);
    const auto failed = std::find_if(same, next, std::mem_fn(&Said::of_alternatives));
    if (alternatives && !starts_with(same->path, *alternatives))
      alternatives.reset();
    if (!alternatives && failed != next)
      alternatives = same->path;
    const auto first = failed != next ? failed : same;
    const bool only_summaries = std::all_of(same, next, std::mem_fn(&Said::summary));
    if (alternatives || only_summaries) {
      if (!outer)
        causes.push_back(*first);
    } else
      std::copy_if(same, next, std::back_inserter(causes), std::not_fn(std::mem_fn(&Said::summary)));
  }
  return causes;
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
    Document document;
    document.parse(schema);
    if (is_too_deep(document))
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

std::vector<UserSchema::Violation> UserSchema::judge(const Document &document) const {
  if (document.root().absent())
    return {};
  if (is_too_deep(document))
    throw Error("cannot be judged by the schema: it is nested too deep");
  const Json json = user_schema::json_of(document.root());
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  try {
    const user_schema::Budget budget(document.bytes().size(), longest_way(json), impl_->known.patterns,
                                     impl_->known.costly);
    if (validator.validate(impl_->schema, Adapter(json), &results))
      return {};
  } catch (const std::exception &limit) {
    throw Error(shortened(limit.what(), 300));
  }
  std::vector<Said> all;
  for (valijson::ValidationResults::Error error; results.popError(error);)
    all.push_back({steps(error.context), error.description});
  if (all.empty())
    all.push_back({{}, "the schema does not allow it"});
  std::vector<Violation> violations;
  user_schema::Paths paths(document.root());
  for (Said &said : causes(std::move(all))) {
    const Value value = paths.follow(said.path);
    const bool again = !violations.empty() && violations.back().value.same(value) &&
                       (!is_container(value.kind()) || violations.back().message == said.message ||
                        (is_of_pair(violations.back().message) && is_of_pair(said.message)));
    if (!value.absent() && value.kind() != Kind::broken && !value.incomplete() && !again)
      violations.push_back({value, std::move(said.message)});
  }
  return violations;
}

} // namespace stslint
