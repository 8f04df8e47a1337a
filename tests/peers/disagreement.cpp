#include "peers.hpp"

#include "lib/contract/contract.hpp"
#include "lib/lint/places.hpp"
#include "stslint/lint.hpp"

#include <algorithm>
#include <cmath>

namespace stslint::peers {
namespace {

/// A whole number, which valijson takes for none: 1.0, or one beyond 64 bits.
bool is_whole_float(const Value &value) {
  const bool as_float = value.length() > 18 || value.raw().find_first_of(".eE") != std::string_view::npos;
  return value.is(Kind::number) && as_float && value.number() == std::floor(value.number());
}

/// Whether the schema itself says what the finding says: not so for warnings of unknown members, and for members that
/// a rule misses where the schema does not.
bool said_by_schema(const Finding &finding, const Place &place) {
  const Rule &rule = *finding.rule;
  if (any(rule.keywords & Keyword::required) && place.home == nullptr && !place.property->required)
    return false;
  if (any(rule.keywords & Keyword::integer) && is_whole_float(place.value))
    return false;
  return rule.keywords != Keyword::none && rule.keywords != Keyword::additional_properties;
}

bool related(const std::string &a, const std::string &b) {
  const auto within = [](const std::string &inner, const std::string &outer) {
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
  };
  return within(a, b) || within(b, a);
}

std::string listed(const std::set<std::string> &places) {
  std::string out;
  for (const std::string &place : places)
    out += " \"" + place + '"';
  return out.empty() ? " nothing" : out;
}

} // namespace

std::optional<std::set<std::string>> places(const UserSchema &judge, std::string_view text) {
  Document document;
  document.parse(text);
  if (!nlohmann_accepts(text))
    return std::nullopt;
  std::set<std::string> pointers;
  for (const UserSchema::Violation &violation : judge.judge(document))
    pointers.insert(Locator(document).pointer(violation.value.index()));
  return pointers;
}

std::string disagreement(const UserSchema &judge, std::string_view text, std::string_view form,
                         const Settings &settings) {
  Linter linter(settings);
  std::set<std::string> ours, names, wrappers, wrapped;
  const auto findings = linter.lint(text, form);
  // We read what stands under a wrong name, or one level too deep, as if it did not; valijson may know nothing of it.
  for (const Finding &finding : findings) {
    const auto nodes = linter.document().nodes();
    const bool key = finding.node < nodes.size() && nodes[finding.node].key;
    if (key && any(finding.rule->keywords & (Keyword::required | Keyword::additional_properties)))
      wrappers.insert(linter.describe(finding).pointer + '/');
  }
  const auto is_wrapped = [&](const std::string &place) {
    return std::ranges::any_of(wrappers,
                               [&](const std::string &wrapper) { return (place + '/').starts_with(wrapper); });
  };
  for (const Finding &finding : findings)
    if (const Place &at = place_of(linter, finding); said_by_schema(finding, at)) {
      std::string place = linter.describe(finding).pointer;
      const bool name = linter.document().nodes()[finding.node].key;
      const bool inner = name ? is_wrapped(place.substr(0, place.rfind('/'))) : is_wrapped(place);
      const bool member = any(finding.rule->keywords & Keyword::required);
      // A misspelt member is, to valijson, one that its object has not. Of names (propertyNames) it reports no place.
      if (name)
        place.resize(place.rfind('/'));
      // A member in the wrong object is, to valijson, one that some other object around it has not.
      if (at.home != nullptr)
        place.clear();
      (inner ? wrapped : name && !member ? names : ours).insert(place);
    }
  const auto hides_something = [](const Flaw &flaw) {
    return flaw.kind != FlawKind::lone_surrogate && flaw.kind != FlawKind::imprecise_number;
  };
  if (std::ranges::any_of(linter.document().flaws(), hides_something))
    return "";
  if (linter.document().within()) // we read what one of its strings says
    return "";
  // valijson counts a string's characters up to its first NUL only.
  if (text.find("\\u0000") != std::string_view::npos)
    return "";
  const auto violations = judge.judge(linter.document());
  // Names in a style of their own are one mistake to us, and so is the body of another receiver.
  const auto folds = [](const Finding &finding) {
    return finding.rule->id == "wrong-naming-style" || (finding.rule->id == "wrong-endpoint" && finding.node == 0);
  };
  if (!violations.empty() && std::ranges::any_of(findings, folds))
    return "";
  std::set<std::string> theirs, to_be_ours;
  for (const UserSchema::Violation &violation : violations) {
    const std::string place = Locator(linter.document()).pointer(violation.value.index());
    theirs.insert(place);
    if (!is_whole_float(violation.value))
      to_be_ours.insert(place);
  }
  const auto fits = [](const std::set<std::string> &places, const std::set<std::string> &others) {
    return std::ranges::all_of(places, [&](const std::string &place) {
      return std::ranges::any_of(others, [&](const std::string &other) { return related(place, other); });
    });
  };
  const bool comparable = fits(ours, theirs);
  ours.merge(names);
  if (!theirs.empty())
    ours.merge(wrapped);
  if ((ours.empty() || !theirs.empty()) && comparable && fits(to_be_ours, ours))
    return "";
  return "we say" + listed(ours) + ", valijson says" + listed(theirs) + ", of " + std::string(text);
}

} // namespace stslint::peers
