#include "../contract/contract.hpp"

#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

/// Whether a document is a payload, and in which form, is a matter of evidence: what its keys and the kinds of their
/// values say for each form, and what speaks against all of them.
namespace stslint {
namespace {

/// A name of several words, such as msg_title, is no accident; a single word, such as metrics, may be one.
constexpr int of_compound_name = 3, of_single_word = 1, of_wrong_kind = -2;
/// From so much evidence on a document is a payload, or a part of one.
constexpr int enough = 4;
/// However many single words fit, they are not enough.
constexpr int most_of_single_words = 3;
/// The most that what is within a member adds to it.
constexpr int most_within = 3;
/// How deep evidence is looked for.
constexpr int deepest = 4;

bool is_compound(std::string_view name) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return name.find('_') != std::string_view::npos ||
         (!name.empty() && std::any_of(name.begin() + 1, name.end(), upper));
}

/// Keys that other formats begin with.
bool is_foreign(std::string_view key) {
  static constexpr std::array<std::string_view, 12> keys = {
      "apiVersion", "scripts", "dependencies", "devDependencies", "compilerOptions", "openapi",
      "swagger",    "jsonrpc", "resourceType", "manifest",        "lockfileVersion", "specversion"};
  return key.starts_with('$') || key.starts_with('@') || std::ranges::find(keys, key) != keys.end();
}

Value first_item(const Value &list) {
  for (const Value item : list.items())
    return item;
  return {};
}

const Property *property_of(const Shape &shape, std::string_view key) {
  const auto found =
      std::ranges::find_if(shape.properties, [&](const Property &property) { return same_word(property.name, key); });
  if (found != shape.properties.end())
    return &*found;
  for (const Slip &slip : all_slips())
    if (slip.definition == shape.name && same_word(slip.wrong, key))
      return shape.property(slip.right);
  return nullptr;
}

int evidence(const Value &value, const Shape *shape, int depth);

/// A time in any unit: a number of nine digits or more.
bool is_like_a_time(const Value &value) {
  return value.is(Kind::number) && value.number() >= 1e8 && value.number() < 1e19;
}

/// For a list whose items have a place each, such as a metric: a time stands where it should, and what its objects say.
int evidence_of_tuple(const Value &list, const Shape &shape, int depth) {
  int sum = 0;
  std::size_t index = 0;
  for (const Value item : list.items()) {
    const Shape *expected = index < shape.tuple.size() ? shape.tuple[index] : nullptr;
    ++index;
    if (expected == nullptr)
      break;
    if (item.is(Kind::object))
      sum += evidence(item, expected, depth + 1);
    else if (!expected->allows(item.kind()))
      sum += of_wrong_kind;
    else if (is_like_a_time(item))
      sum += 2 * of_single_word;
  }
  return index < 2 ? 0 : sum;
}

int evidence_of_object(const Value &object, const Shape &shape, int depth) {
  if (!shape.closed()) // a map: of its first member
    for (const Member member : object.members())
      return evidence(member.value, shape.additional, depth + 1);
  int sum = 0, single_words = 0;
  for (const Member member : object.members()) {
    const std::string key = member.key.text();
    const Property *property = property_of(shape, key);
    if (property == nullptr)
      continue;
    const Kind kind = member.value.kind();
    const bool fits = kind == Kind::broken || property->shape->allows(kind);
    if (is_compound(property->name) && is_compound(key))
      sum += of_compound_name;
    else if (fits || kind == Kind::null)
      single_words += of_single_word;
    else
      sum += of_wrong_kind;
    sum += std::clamp(evidence(member.value, property->shape, depth + 1), 0, most_within);
  }
  return sum + std::min(single_words, most_of_single_words);
}

/// For a value being of a shape.
int evidence(const Value &value, const Shape *shape, int depth) {
  if (shape == nullptr || depth > deepest)
    return 0;
  if (value.is(Kind::object))
    return evidence_of_object(value, *shape, depth);
  if (!value.is(Kind::array))
    return 0;
  return shape->tuple.empty() ? evidence(first_item(value), shape->items, depth + 1)
                              : evidence_of_tuple(value, *shape, depth);
}

bool speaks_against(const Value &root) {
  for (const Member member : root.members())
    if (is_foreign(member.key.text()))
      return true;
  return false;
}

/// Whether an object has two members of a shape by their very names, and one that the shape requires.
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

} // namespace

Detection detect(const Document &document, const Contract &contract) {
  const Value root = document.root();
  if (is_plainly(root, contract.shape("payload")))
    return {"payload", true};
  Detection best{"payload", false};
  int most = of_single_word; // one word in common says nothing
  std::vector<std::string_view> all(forms().begin(), forms().end());
  all.push_back("event-list");
  for (const std::string_view form : all)
    if (const Shape *shape = contract.shape(form); shape != nullptr)
      if (const int sum = evidence(root, shape, 0); sum > most) {
        best.form = shape->name;
        most = sum;
      }
  best.payload = most >= enough && !speaks_against(root);
  return best;
}

} // namespace stslint
