// What is asked of a schema before valijson gets it: what valijson itself does not survive is an error.
#include "prepared_schema.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"
#include "stslint/user_schema.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <set>

namespace stslint::user_schema {
namespace {

using Json = nlohmann::json;

class Scrutinizer {
public:
  explicit Scrutinizer(Json &root) : root_(root) { descend(root, Json::json_pointer()); }
  PreparedSchema result;

private:
  void descend(Json &json, const Json::json_pointer &place) {
    // To valijson a number that needs 64 bits without a sign is negative.
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
      json = json.get<double>();
    if (json.is_object()) {
      if (json.contains("pattern") && json["pattern"].is_string())
        compile(json["pattern"].get_ref<const std::string &>(), place / "pattern");
      if (json.contains("patternProperties") && json["patternProperties"].is_object())
        for (const auto &item : json["patternProperties"].items())
          compile(item.key(), place / "patternProperties" / item.key());
      if (const auto multiple = json.find("multipleOf"); multiple != json.end() && !multiple->is_structured())
        measure(*multiple);
      note(json, place);
    }
    if (json.is_structured())
      for (const auto &item : json.items())
        descend(item.value(), json.is_array() ? place / std::stoul(item.key()) : place / item.key());
  }

  static std::string shown(const Json::json_pointer &place) { return shortened("#" + place.to_string(), 120); }

  void compile(const std::string &pattern, const Json::json_pointer &place) {
    try {
      if (pattern.find('\0') != std::string::npos)
        throw Error("it holds the character NUL");
      result.patterns.try_emplace(pattern, pattern, shown(place));
    } catch (const Error &broken) {
      throw Error("its pattern " + in_quotes(pattern, 40) + " at " + shown(place) + ": " + broken.what());
    }
  }

  /// Which places cost most: what applies many schemas to one value, and what compares many values.
  void note(const Json &schema, const Json::json_pointer &place) {
    if (const std::size_t ways = apply(schema); ways > ways_) {
      ways_ = ways;
      result.costly.applied = shown(place);
    }
    for (const char *keyword : {"uniqueItems", "enum", "const"})
      if (const auto values = schema.find(keyword); values != schema.end())
        if (const std::size_t count = values->is_boolean() ? unbounded : values->size(); count > compared_) {
          compared_ = count;
          result.costly.compared = shown(place / keyword);
        }
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

  /// How many schemas one applies to the very same value, itself included.
  std::size_t apply(const Json &schema) {
    if (!schema.is_object())
      return 1;
    if (const auto done = done_.find(&schema); done != done_.end())
      return done->second;
    if (!open_.insert(&schema).second)
      throw Error("its references lead round in a circle");
    if (open_.size() > Document::max_depth)
      throw Error("its references follow each other too far");
    std::size_t ways = 1;
    const auto also = [&](const Json &part) { ways = std::min(unbounded, ways + apply(part)); };
    if (schema.contains("$ref") && schema["$ref"].is_string()) {
      const std::string &reference = schema["$ref"].get_ref<const std::string &>();
      if (!reference.starts_with('#'))
        throw Error("its $ref " + in_quotes(reference, 40) +
                    " leads to another document, and nothing is fetched; copy " +
                    "that into its definitions, and refer to #/definitions/…");
      also(root_.at(pointer(reference)));
    }
    for (const char *keyword : {"allOf", "anyOf", "oneOf", "not", "if", "then", "else"})
      if (const auto parts = schema.find(keyword); parts != schema.end()) {
        if (parts->is_array())
          std::ranges::for_each(*parts, also);
        else
          also(*parts);
      }
    // A member's presence applies them; lists of names apply nothing.
    if (const auto needs = schema.find("dependencies"); needs != schema.end() && needs->is_object())
      std::ranges::for_each(*needs, also);
    open_.erase(&schema);
    done_.emplace(&schema, ways);
    return ways;
  }

  static constexpr std::size_t unbounded = std::size_t{1} << 40;
  const Json &root_;
  std::set<const Json *> open_;
  std::map<const Json *, std::size_t> done_;
  std::size_t ways_ = 0, compared_ = 0;
};

} // namespace

PreparedSchema prepare_schema(nlohmann::json &schema) { return Scrutinizer(schema).result; }

} // namespace stslint::user_schema
