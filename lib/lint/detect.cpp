#include "detect.hpp"

#include "../contract/contract.hpp"
#include "../text/scan.hpp"

#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

/// Whether a document is a payload, and in which form, is decided by evidence: how well its keys and the kinds of their
/// values fit each form, and what makes it a document of another format.
namespace stslint {
namespace {

/// The points for a key. A name of several words, such as msg_title, is not an accident; a single word, such as
/// metrics, may be one. The name of a secret, such as apiKey, does not count: many configurations have one.
constexpr int of_compound_name = 3, of_single_word = 1, of_wrong_kind = -2, of_unknown_content = -1;
/// With so many points or more, a document is a payload, or a part of one.
constexpr int enough = 4;
/// However many single words fit, they are not enough.
constexpr int most_of_single_words = 3;
/// The most points that the contents of a member add to its own.
constexpr int most_within = 3;
/// Reasons beyond so many bytes are left out.
constexpr std::size_t most_bytes = 300;
/// A number of so many digits may be a time, in any unit.
constexpr int digits_of_time = 9;
/// How many levels deep to look for evidence.
constexpr int deepest = 4;

bool is_compound(std::string_view name) {
  const auto starts_word = [](char a, char b) { return a >= 'a' && a <= 'z' && b >= 'A' && b <= 'Z'; };
  return name.find('_') != std::string_view::npos ||
         std::ranges::adjacent_find(name, starts_word) != name.end(); // ID is one word
}

/// Whether a key belongs to another format.
bool is_of_other_format(std::string_view key) {
  static constexpr std::array<std::string_view, 12> keys = {
      "apiVersion", "scripts", "dependencies", "devDependencies", "compilerOptions", "openapi",
      "swagger",    "jsonrpc", "resourceType", "manifest",        "lockfileVersion", "specversion"};
  return key.starts_with('$') || key.starts_with('@') || std::ranges::find(keys, key) != keys.end();
}

Value first_member(const Value &object) {
  for (const Member member : object.members())
    return member.value;
  return {};
}

const Property *property_of(const Shape &shape, std::string_view key) {
  if (const Property *property = shape.alike(key))
    return property;
  for (const Slip &slip : all_slips())
    if (slip.definition == shape.name && same_word(slip.wrong, key))
      return shape.property(slip.right);
  return nullptr;
}

/// Adds up the evidence that a value has a shape, and writes it down for people if they ask.
class Weighing {
public:
  explicit Weighing(std::string *reasons = nullptr) : reasons_(reasons) {}

  int evidence(const Value &value, const Shape *shape, int depth = 0) {
    if (shape == nullptr || depth > deepest)
      return 0;
    if (value.is(Kind::object))
      return evidence_of_object(value, *shape, depth);
    if (!value.is(Kind::array))
      return 0;
    return shape->tuple.empty() ? evidence(value.first_item(), shape->items, depth + 1)
                                : evidence_of_tuple(value, *shape, depth);
  }

private:
  /// Whether a value is a number with 9 to 19 digits, the fewest being digits_of_time.
  static bool is_like_a_time(const Value &value) {
    return value.is(Kind::number) && value.number() >= 1e8 && value.number() < 1e19;
  }

  /// `what` makes the words, which are rarely asked for.
  template <typename What> int noted(int points, What what) {
    if (reasons_ != nullptr && reasons_->size() <= most_bytes)
      *reasons_ += (reasons_->empty() ? "" : ", ") + what() + ' ' + (points > 0 ? "+" : "") + std::to_string(points);
    return points;
  }

  /// For a list whose items each have their own meaning, such as a metric: the evidence of its objects, and a time
  /// where it should be.
  int evidence_of_tuple(const Value &list, const Shape &shape, int depth) {
    int sum = 0;
    std::size_t index = 0;
    for (const Value item : list.items()) {
      const Shape *expected = index < shape.tuple.size() ? shape.tuple[index] : nullptr;
      const auto name = [at = index++] { return "item " + std::to_string(at); };
      if (expected == nullptr)
        break;
      if (item.is(Kind::object))
        sum += evidence(item, expected, depth + 1);
      else if (!expected->allows(item.kind()))
        sum += noted(of_wrong_kind, [&] { return name() + " of another kind"; });
      else if (is_like_a_time(item))
        sum += noted(2 * of_single_word, [&] { return name() + " like a time"; });
    }
    return index < 2 ? 0 : sum;
  }

  int evidence_of_object(const Value &object, const Shape &shape, int depth) {
    if (!shape.closed()) // a map
      return evidence(first_member(object), shape.additional, depth + 1);
    int sum = 0, single_words = 0;
    std::uint64_t seen = 0; // a bit for each property: if two keys name the same one, only one counts
    for (const Member member : object.members()) {
      const std::string key = member.key.text();
      const Property *property = property_of(shape, key);
      const std::uint64_t own = property == nullptr ? 0 : std::uint64_t{1} << (property - shape.properties.data());
      if (property == nullptr || (seen & own) != 0 || names_secret(property->name))
        continue;
      seen |= own;
      const auto name = [&] { return in_quotes(key); };
      const Kind kind = member.value.kind();
      const bool fits = kind == Kind::broken || kind == Kind::null || property->shape->allows(kind);
      if (is_compound(property->name) && is_compound(key))
        sum += noted(of_compound_name, name);
      else if (!fits)
        sum += noted(of_wrong_kind, [&] { return name() + " of another kind"; });
      else if (single_words < most_of_single_words)
        single_words += noted(of_single_word, name);
      sum += std::clamp(evidence(member.value, property->shape, depth + 1), of_unknown_content, most_within);
    }
    if (seen == 0 && depth > 0 && !object.empty())
      return noted(of_unknown_content, [] { return std::string("an object without a known key"); });
    return sum + single_words;
  }

  std::string *reasons_;
};

/// The key, if any, that says the document is of another format.
std::string key_of_other_format(const Value &root) {
  for (const Member member : root.members())
    if (std::string key = member.key.text(); is_of_other_format(key))
      return key;
  return "";
}

/// Whether an object has at least two members of a shape by their exact names, one of which is required and has a name
/// of several words.
bool is_plainly(const Value &object, const Shape *shape) {
  std::size_t known = 0;
  bool required = false;
  if (shape != nullptr)
    for (const Member member : object.members())
      if (const Property *property = shape->property(member.key)) {
        ++known;
        required |= property->required && is_compound(property->name);
        if (known >= 2 && required)
          return true;
      }
  return false;
}

bool wraps_payload(const Value &object, const Contract &contract) {
  for (const Member member : object.members())
    if (is_plainly(member.value, contract.shape("payload")))
      return true;
  return false;
}

/// Whether the first object of a shape lacks half or more of the members that the shape requires, if it requires
/// several: names such as sourceId also occur in many other formats.
bool lacks_half(const Value &value, const Shape &shape) {
  if (value.is(Kind::array))
    return shape.tuple.empty() && shape.items != nullptr && lacks_half(value.first_item(), *shape.items);
  if (!shape.closed())
    return shape.additional != nullptr && lacks_half(first_member(value), *shape.additional);
  std::size_t required = 0, there = 0;
  for (const Property &property : shape.properties)
    required += property.required ? 1 : 0;
  for (const Member member : value.members())
    for (const Property &property : shape.properties)
      there += property.required && same_word(property.name, member.key.text()) &&
                       (property.shape->allows(member.value.kind()) || is_compound(property.name))
                   ? 1
                   : 0;
  return required > 1 && 2 * there <= required;
}

/// The rule that knows the bodies of other receivers.
const Rule &other_body() {
  static const Rule &rule = *find_rule("wrong-endpoint");
  return rule;
}

} // namespace

namespace {

/// The names of a payload's members that no other object has. Lists are left out: service_checks is in other objects,
/// too.
std::vector<std::string_view> names_of_payload() {
  std::vector<std::string_view> names;
  for (const Property &property : standard_contract().shape("payload")->properties)
    if (is_compound(property.name) && !names_secret(property.name) && !property.shape->allows(Kind::array))
      names.push_back(property.name);
  return names;
}

/// The shape of the objects or tuples in a list or map, or the shape itself if it is one of these; null if there is
/// none.
const Shape *unit_of(const Shape *shape) {
  while (shape != nullptr && shape->properties.empty() && shape->tuple.empty())
    shape = shape->items != nullptr ? shape->items : shape->additional;
  return shape;
}

/// Whether an object without a name of several words always lacks_half().
bool needs_compound(const Shape &shape) {
  std::size_t required = 0, words = 0;
  for (const Property &property : shape.properties) {
    required += property.required ? 1 : 0;
    words += property.required && !is_compound(property.name) ? 1 : 0;
  }
  return required > 1 && 2 * words <= required;
}

/// The letters of a name in lower case, which are the same for all names that same_word() takes for one.
std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : name)
    if (scan::is_letter(c))
      letters.push_back(static_cast<char>(c | 0x20));
  return letters;
}

/// The names without which there is never enough evidence: those of several words, and those of members that hold
/// evidence themselves.
std::unordered_set<std::string> telling_names() {
  std::unordered_set<std::string> names;
  for (const Shape &shape : standard_contract().shapes())
    for (const Property &property : shape.properties)
      if (is_compound(property.name) && !names_secret(property.name))
        names.insert(letters_of(property.name));
  const auto holds_evidence = [](const Shape *shape, std::string_view key) {
    const Property *property = shape == nullptr || needs_compound(*shape) ? nullptr : shape->property(key);
    return property != nullptr && unit_of(property->shape) != nullptr;
  };
  for (const std::string_view form : forms())
    if (const Shape *unit = unit_of(standard_contract().shape(form)))
      for (const Property &property : unit->properties)
        if (holds_evidence(unit, property.name))
          names.insert(letters_of(property.name));
  for (const Slip &slip : all_slips())
    if (is_compound(slip.wrong) || holds_evidence(standard_contract().shape(slip.definition), slip.right))
      names.insert(letters_of(slip.wrong));
  return names;
}

} // namespace

bool may_become_payload(std::string_view text) {
  static const std::unordered_set<std::string> names = telling_names();
  std::size_t end = 0;
  const auto run = [&](std::size_t start, auto belongs) {
    for (end = start; end < text.size() && belongs(text[end]);)
      ++end;
    return end - start;
  };
  for (std::size_t at = 0; at < text.size(); at = std::max(end, at + 1)) {
    if (run(at, scan::is_digit) >= digits_of_time)
      return true;
    const auto in_name = [](char c) { return scan::is_letter(c) || c == '_' || c == '-'; };
    if (end == at && run(at, in_name) > 0 && names.contains(letters_of(text.substr(at, end - at))))
      return true;
  }
  return false;
}

bool names_payload(std::string_view name) {
  static const std::vector<std::string_view> names = names_of_payload();
  return std::ranges::any_of(names, [&](std::string_view known) { return same_word(known, name); });
}

bool may_name_payload(std::string_view text) {
  constexpr std::size_t end_of_a_word = 7;
  static const std::vector<std::string_view> names = names_of_payload();
  return std::ranges::any_of(names, [&](std::string_view known) {
    return text.find(known.substr(known.size() - std::min(known.size(), end_of_a_word))) != std::string_view::npos;
  });
}

Detection detect(const Document &document, const Contract &contract, std::string *why) {
  const Value root = document.root();
  if (is_plainly(root, contract.shape("payload"))) {
    if (why != nullptr)
      *why = "a payload: its keys occur only in payloads";
    return {"payload", true, false, true};
  }
  if (const Place whole{.value = root, .document = &document};
      !root.absent() && other_body().broken(whole) && !wraps_payload(root, contract)) {
    if (why != nullptr)
      *why = "no payload: " + other_body().words(whole).message;
    return {"payload", false, true, true};
  }
  Detection best{"payload", false};
  int most = of_single_word; // one word in common says nothing
  const Shape *shape = nullptr, *as_likely = nullptr;
  for (const std::string_view form : forms()) {
    const Shape *const candidate = contract.shape(form);
    const int sum = candidate == nullptr ? 0 : Weighing().evidence(root, candidate);
    if (sum > most) {
      shape = candidate;
      as_likely = nullptr;
      best.form = candidate->name;
      most = sum;
    } else if (shape != nullptr && sum == most && !lacks_half(root, *candidate))
      as_likely = candidate;
  }
  const std::string other = key_of_other_format(root);
  best.alike = shape != nullptr;
  best.payload = best.alike && most >= enough && other.empty() && !lacks_half(root, *shape);
  if (why == nullptr)
    return best;
  std::string reasons;
  Weighing(&reasons).evidence(root, shape);
  const std::string form(best.form), sum = "; " + std::to_string(most) + " in all, " + std::to_string(enough);
  *why = shape == nullptr ? "no payload: fewer than two keys of a payload"
         : best.payload   ? "read as " + form + ": " + reasons + sum + " are enough" +
                              (as_likely == nullptr ? "" : "; as likely " + std::string(as_likely->name) + ": see --as")
         : !other.empty() ? "no payload: " + in_quotes(other) + " is a key of other formats"
         : most < enough  ? "no payload, most like " + form + ": " + reasons + sum + " are needed"
                          : "no payload, most like " + form + ": half of what is required is not there";
  return best;
}

} // namespace stslint
