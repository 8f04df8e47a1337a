#include "oracle.hpp"

#include "lib/contract/contract.hpp"
#include "lib/lint/places.hpp"

#include <algorithm>
#include <charconv>

namespace stslint::prober {
namespace {

/// A JSON Pointer with `*` for what the contract leaves open: the numbers of items, and names such as those of events.
std::string with_open_names(std::string_view pointer, const Contract &contract) {
  std::string out;
  const Shape *shape = contract.shape("payload");
  for (std::size_t at = 1; at <= pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', at), pointer.size());
    const std::string_view name = pointer.substr(at, end - at);
    at = end + 1;
    std::size_t index = 0;
    const bool number = std::from_chars(name.data(), name.data() + name.size(), index).ec == std::errc();
    const Property *property = shape == nullptr ? nullptr : shape->property(name);
    const bool in_tuple = shape != nullptr && number && index < shape->tuple.size();
    out += '/' + std::string(property != nullptr || in_tuple ? name : "*");
    shape = property != nullptr                    ? property->shape
            : shape == nullptr                     ? nullptr
            : number && shape->allows(Kind::array) ? shape->item(index)
                                                   : shape->additional;
  }
  return out;
}

/// The place of a finding in the contract; of a missing member, the place where it should be.
std::string place_in_contract(Linter &linter, const Finding &finding) {
  const Place &place = place_of(linter, finding);
  const Contract &contract = standard_contract(linter.settings().time_format, linter.settings().stackstate);
  std::string pointer = linter.identity(finding).pointer;
  const bool is_key = !place.value.absent() && linter.document().nodes()[place.value.index()].key;
  if (place.member.empty() || (!place.value.absent() && !is_key))
    return with_open_names(pointer, contract);
  if (is_key)
    pointer.resize(pointer.rfind('/'));
  return with_open_names(pointer + '/' + std::string(place.member), contract);
}

std::string_view word_for(Kind kind) {
  static constexpr std::array<std::string_view, kinds> words = {"object",  "array", "string", "number",
                                                                "boolean", "null",  "broken"};
  return words[static_cast<std::size_t>(kind)];
}

Cause cause_of(Linter &linter, const Finding &finding) {
  const Rule &rule = *finding.rule;
  const Place &place = place_of(linter, finding);
  if (place.flaw != nullptr)
    return {std::string(rule.id), std::string(rule.flaws.size() > 1 ? name(place.flaw->kind) : ""), ""};
  const bool of_types = any(rule.keywords & Keyword::type) && !place.value.absent();
  return {std::string(rule.id), std::string(of_types ? word_for(place.value.kind()) : ""),
          place_in_contract(linter, finding)};
}

/// A key that means a name of the contract: a receiver does not know it, and its value is lost.
bool is_misspelt(Linter &linter, const Finding &finding) {
  const Place &place = place_of(linter, finding);
  const bool is_key = !place.value.absent() && linter.document().nodes()[place.value.index()].key;
  return is_key && place.flaw == nullptr &&
         any(finding.rule->keywords & (Keyword::additional_properties | Keyword::required)) &&
         !linter.describe(finding).words.suggestion.empty();
}

/// Whether a finding decides more than another: the answer of the receiver first, then the severity.
bool worse(const std::pair<Expected, Severity> &one, const std::pair<Expected, Severity> &other) {
  const bool refused = one.first == Expected::reject, other_refused = other.first == Expected::reject;
  return refused != other_refused ? refused : one.second > other.second;
}

} // namespace

std::string_view name(Fault fault) {
  static constexpr std::array<std::string_view, faults> names = {
      "crash", "hang", "false accept", "false refuse", "wrong answer", "inconsistent", "slow", "none"};
  return names[static_cast<std::size_t>(fault)];
}

std::string name(const Cause &cause) {
  std::string text = cause.rule;
  for (const std::string *part : {&cause.kind, &cause.place})
    text += (part->empty() ? "" : " ") + *part;
  return text;
}

Oracle::Oracle(const Policy &policy) : policy_(policy), linter_(policy.settings) {
  linter_.settings().silent = policy_.silent;
  linter_.use_schema(policy_.schema);
}

/// What a receiver must do with a payload that breaks only this rule.
Expected Oracle::verdict(const Rule &rule) const {
  const std::optional<Severity> severity = policy_.severities.of(rule);
  if (!severity)
    return Expected::implementation;
  if (*severity == rule.severity)
    return rule.severity == Severity::error && rule.receiver.expected == Expected::accept ? Expected::implementation
                                                                                          : rule.receiver.expected;
  return *severity == Severity::error                 ? Expected::reject
         : rule.receiver.expected == Expected::reject ? Expected::implementation
                                                      : rule.receiver.expected;
}

Expectation Oracle::expectation(std::string_view payload) {
  Expectation made;
  std::optional<std::pair<Expected, Severity>> worst;
  const auto findings = linter_.lint(payload, "payload");
  Unread unread(linter_);
  for (const Finding &finding : findings) {
    if (unread(finding))
      continue;
    const Rule &rule = *finding.rule;
    // RFC 8259, section 8.1: a parser may ignore a byte order mark. The other flaws of the rule it may not.
    const Flaw *flaw = place_of(linter_, finding).flaw;
    const bool ignorable = flaw != nullptr && flaw->kind == FlawKind::byte_order_mark;
    const Expected expected = ignorable ? Expected::implementation : verdict(rule);
    made.rules.emplace(rule.id);
    made.misspelt += is_misspelt(linter_, finding) ? 1 : 0;
    if (expected == Expected::reject)
      made.causes.insert(cause_of(linter_, finding));
    if (expected != Expected::accept && made.expected != Expected::reject)
      made.expected = expected;
    const std::pair rank(expected, rule.severity);
    if (worst && !worse(rank, *worst))
      continue;
    worst = rank;
    Description description = linter_.describe(finding);
    made.pointer = std::move(description.pointer);
    made.why = std::move(description.words.message);
  }
  return made;
}

Fault fault_of(const Answer &answer, Expected expected) {
  const Fault beside = answer.flaw.empty() ? Fault::none : Fault::wrong_answer;
  switch (answer.outcome) {
  case Outcome::accepted:
    return expected == Expected::reject ? Fault::false_accept : beside;
  case Outcome::refused:
    return expected == Expected::accept ? Fault::false_refuse : beside;
  case Outcome::other:
    return beside;
  case Outcome::hang:
    return Fault::hang;
  default:
    return Fault::crash;
  }
}

} // namespace stslint::prober
