#include "discovery.hpp"

#include "stslint/document.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace stslint::prober {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters, digits and brackets without their number, and one sign for all text beyond ASCII: `[[[[1e999` and
/// `[[2e400` are equal.
std::string outline(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool beyond_ascii = static_cast<unsigned char>(c) > 127;
    const char kind = is_letter(c) && c != 'e' ? 'a' : is_digit(c) ? '0' : beyond_ascii ? '~' : c;
    if (out.empty() || out.back() != kind)
      out += kind;
  }
  // Brackets, quotes and the like matter only without other characters.
  std::string words = out;
  std::erase_if(words, [](char c) { return std::string_view("{}[]\",: ").find(c) != std::string_view::npos; });
  return (words.empty() ? out : words).substr(0, 80);
}

/// The values of a shrunk payload that could not be simplified, because they matter; without any, its outline.
std::string gist(const std::string &payload) {
  static constexpr std::size_t one_letter = 3, short_text = 40; ///< with the quotes
  static constexpr std::size_t large = 60'000;
  if (payload.size() > large) // what could not be made smaller is too large, whatever it says
    return "of a large body";
  Document document;
  document.parse(payload);
  std::set<std::string> stubborn;
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
    const Value value(document, i);
    const std::string_view raw = value.raw();
    const bool trivial = raw.size() <= 1 || raw == "\"\"" || !document.flaws().empty();
    // One letter stands for any: only the place of the text matters, which its key tells.
    const bool word = value.is(Kind::string) && raw.size() > one_letter && raw.size() <= short_text;
    if (!trivial && (value.is(Kind::string) || value.is(Kind::number)))
      stubborn.insert(word ? std::string(raw) : outline(raw));
  }
  std::string out;
  for (const std::string &text : stubborn)
    out += (out.empty() ? "" : " ") + text;
  return out.empty() ? outline(payload) : out;
}

std::string rules_of(const std::set<Cause> &causes) {
  std::set<std::string> rules;
  std::string out;
  for (const Cause &cause : causes)
    if (rules.insert(cause.rule).second)
      out += (out.empty() ? "" : ", ") + cause.rule;
  return out;
}

/// A receiver that crashes ends the connection in one way or another.
std::string manner(const Answer &answer) {
  const bool broke_off = answer.outcome == Outcome::reset || answer.outcome == Outcome::empty;
  return broke_off ? "broken off" : in_short(answer);
}

} // namespace

std::string key_of(const Discovery &discovery) {
  const std::string fault(name(discovery.fault));
  switch (discovery.fault) {
  case Fault::false_accept: {
    if (!discovery.scope.empty())
      return fault + ": " + discovery.scope;
    std::string causes;
    for (const Cause &cause : discovery.expectation.causes)
      causes += (causes.empty() ? " " : ", ") + name(cause);
    return fault + ":" + causes;
  }
  case Fault::inconsistent:
    return fault + ": " + std::min(manner(discovery.answer), discovery.otherwise) + " or " +
           std::max(manner(discovery.answer), discovery.otherwise);
  case Fault::wrong_answer:
    return fault + ": " + discovery.answer.flaw;
  case Fault::slow:
    return fault + ": " + discovery.row;
  default:
    return fault + ": " + manner(discovery.answer) + ' ' + printable(gist(discovery.payloads.back()));
  }
}

std::string heading(const Discovery &discovery) {
  return std::string(name(discovery.fault)) + (discovery.confirmed ? "" : " (not confirmed)") +
         (discovery.known ? " (known)" : "");
}

std::string failure_of(const Answer &answer) {
  switch (answer.outcome) {
  case Outcome::server_error:
    return "answers " + in_short(answer);
  case Outcome::reset:
  case Outcome::empty:
    return "closes the connection early (" + in_short(answer) + ")";
  case Outcome::truncated:
    return "stops in the middle of its answer";
  case Outcome::garbage:
    return "sends an answer " + (answer.mistake.empty() ? "that is not HTTP" : "with " + answer.mistake);
  case Outcome::hang:
    return "does not answer in time";
  default:
    return "is down";
  }
}

std::string in_words(const Discovery &discovery) {
  const std::string answer = in_short(discovery.answer);
  switch (discovery.fault) {
  case Fault::false_accept:
    return "accepts (" + answer + ") a payload that breaks " + rules_of(discovery.expectation.causes) + ": " +
           discovery.expectation.why +
           (discovery.scope.empty() ? "" : " (the receiver overlooks " + discovery.scope + ", wherever it was tried)");
  case Fault::false_refuse:
    return "refuses (" + answer + ") a correct payload";
  case Fault::wrong_answer:
    return "sends an answer (" + answer + ") with " + discovery.answer.flaw;
  case Fault::crash:
  case Fault::hang:
    return failure_of(discovery.answer);
  case Fault::inconsistent:
    return "answers the same payload with " + answer + " and with " + discovery.otherwise +
           (discovery.payloads.size() > 1 ? ": the answer depends on earlier payloads" : "");
  default:
    return "takes " + std::to_string(static_cast<int>(discovery.answer.seconds * 1000)) + " ms";
  }
}

std::size_t Survey::requests() const { return std::accumulate(answers.begin(), answers.end(), throttled + lost); }

std::size_t Survey::failures() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      discoveries, [](const Discovery &each) { return !each.known && each.fault != Fault::slow; }));
}

std::map<std::string, std::array<std::size_t, faults>> matrix(const Survey &survey) {
  std::map<std::string, std::array<std::size_t, faults>> rows;
  for (const Tested &tested : survey.tested)
    ++rows[tested.row][static_cast<std::size_t>(tested.fault)];
  return rows;
}

} // namespace stslint::prober
