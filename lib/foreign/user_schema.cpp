// The one file that includes valijson, which takes its time to compile.
#include "stslint/user_schema.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <charconv>
#include <regex>
#include <set>

namespace stslint {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

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

bool has_long_text(const Json &json) {
  if (json.is_string())
    return json.get_ref<const std::string &>().size() > UserSchema::longest_text;
  if (!json.is_structured())
    return false;
  for (const auto &item : json.items())
    if (item.key().size() > UserSchema::longest_text || has_long_text(item.value()))
      return true;
  return false;
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

/// What valijson itself does not survive: patterns that are none, references to another document, those that lead
/// round in a circle without consuming any of the text, and whole numbers for multipleOf.
class Scrutiny {
public:
  explicit Scrutiny(Json &root) : root_(root) { descend(root); }

private:
  void descend(Json &json) {
    if (json.is_object()) {
      if (json.contains("pattern") && json["pattern"].is_string())
        std::regex{json["pattern"].get_ref<const std::string &>()};
      if (json.contains("patternProperties") && json["patternProperties"].is_object())
        for (const auto &item : json["patternProperties"].items())
          std::regex{item.key()};
      if (const auto multiple = json.find("multipleOf"); multiple != json.end() && !multiple->is_structured())
        measure(*multiple);
      apply(json);
    }
    if (json.is_structured())
      for (Json &item : json)
        descend(item);
  }

  /// By whole numbers valijson divides numbers that it has cut to whole ones before, and divides by 0.
  static void measure(Json &multiple) {
    if (!multiple.is_number() || multiple.get<double>() <= 0)
      throw Error("its multipleOf is " + shortened(multiple.dump(), 40) + ", which is no number above 0");
    multiple = multiple.get<double>();
  }

  /// Where a reference leads. What valijson would read in another way than the standard is an error: it passes over
  /// empty keys, and takes an escaped `/` or `~` for a part of a key.
  static Json::json_pointer pointer(const std::string &reference) {
    const std::string named = "its $ref " + in_quotes(reference, 40);
    if (reference.ends_with('/') || reference.find("//") != std::string::npos)
      throw Error(named + " has an empty key, which not every validator follows; give what it leads to another name");
    std::string text;
    for (std::size_t at = 1; at < reference.size(); ++at) {
      if (reference[at] != '%') {
        text += reference[at];
        continue;
      }
      unsigned char escaped = 0;
      const char *digits = reference.data() + at + 1,
                 *end = digits + std::min<std::size_t>(2, reference.size() - at - 1);
      if (std::from_chars(digits, end, escaped, 16).ptr != digits + 2 || escaped == '/' || escaped == '~')
        throw Error(named + " has an escape that not every validator reads; write / as ~1, ~ as ~0 and % as %25");
      text += static_cast<char>(escaped);
      at += 2;
    }
    return Json::json_pointer(text);
  }

  /// Follows what a schema applies to the very same value.
  void apply(const Json &schema) {
    if (!schema.is_object() || done_.contains(&schema))
      return;
    if (!open_.insert(&schema).second)
      throw Error("its references lead round in a circle");
    if (open_.size() > Document::max_depth)
      throw Error("its references follow each other too far");
    if (schema.contains("$ref") && schema["$ref"].is_string()) {
      const std::string &reference = schema["$ref"].get_ref<const std::string &>();
      if (!reference.starts_with('#'))
        throw Error("its $ref " + in_quotes(reference, 40) +
                    " leads to another document, and nothing is fetched; copy " +
                    "that into its definitions, and refer to #/definitions/…");
      apply(root_.at(pointer(reference)));
    }
    for (const char *keyword : {"allOf", "anyOf", "oneOf", "not", "if", "then", "else"})
      if (schema.contains(keyword)) {
        apply(schema[keyword]);
        if (schema[keyword].is_array())
          for (const Json &part : schema[keyword])
            apply(part);
      }
    // A member's presence applies them; lists of names apply nothing.
    if (const auto needs = schema.find("dependencies"); needs != schema.end() && needs->is_object())
      for (const Json &part : *needs)
        apply(part);
    open_.erase(&schema);
    done_.insert(&schema);
  }

  const Json &root_;
  std::set<const Json *> open_, done_;
};

} // namespace

struct UserSchema::Impl {
  Json text;
  valijson::Schema schema;
  bool patterns = false;
};

UserSchema::UserSchema(std::string_view schema) : impl_(std::make_unique<Impl>()) {
  try {
    Document document;
    document.parse(schema);
    if (!document.flaws().empty() && document.flaws()[0].kind == FlawKind::too_deep)
      throw Error("it is nested too deep");
    impl_->text = Json::parse(schema);
    if (!impl_->text.is_object())
      throw Error("a schema is a JSON object");
    Scrutiny scrutiny(impl_->text);
    impl_->patterns = schema.find("\"pattern") != std::string_view::npos;
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
  if (impl_->patterns && has_long_text(json))
    throw Error("has a text of more than " + counted(longest_text, "byte") +
                ", too long for the patterns of the schema");
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  valijson::ValidationResults results;
  std::vector<Violation> all, deepest;
  try {
    if (validator.validate(impl_->schema, Adapter(json), &results))
      return all;
  } catch (const std::exception &limit) {
    throw Error("cannot be judged by the schema: " + shortened(limit.what(), 200));
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

Value follow(Value root, const std::vector<std::string> &path) {
  for (const std::string &step : path) {
    Value next;
    for (const Member member : root.members())
      if (member.key.equals(step))
        next = member.value;
    std::size_t wanted = 0, index = 0;
    if (root.is(Kind::array) && std::from_chars(step.data(), step.data() + step.size(), wanted).ec == std::errc())
      for (const Value item : root.items())
        if (index++ == wanted)
          next = item;
    root = next;
  }
  return root;
}

} // namespace stslint
