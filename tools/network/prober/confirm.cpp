#include "session.hpp"

#include "shrink.hpp"

#include <algorithm>

namespace stslint::prober {
namespace {

constexpr std::size_t most_of_a_shrink = 500; ///< requests
constexpr std::ptrdiff_t most_of_slow = 3;    ///< findings
constexpr std::size_t most_in_vain = 3;       ///< by manner of answer and operator: shrunk to a known discovery

bool within(const std::set<Cause> &some, const std::set<Cause> &all) { return std::ranges::includes(all, some); }

/// The common part of two answers that show the same mistake.
std::string manner_of(Fault fault, const Answer &answer) {
  const bool broke_off = answer.outcome == Outcome::reset || answer.outcome == Outcome::empty;
  const std::string kind = fault == Fault::wrong_answer ? answer.flaw : broke_off ? "broken off" : in_short(answer);
  return std::string(name(fault)) + ' ' + kind;
}

} // namespace

void Session::confirm_suspects() {
  std::vector<Suspect> suspects = std::move(suspects_);
  suspects_.clear();
  strays_.clear();
  scopes_ = scopes_of(verdicts_);
  std::ranges::stable_sort(suspects, [](const Suspect &a, const Suspect &b) {
    return std::pair(a.fault, a.probe->payload.size()) < std::pair(b.fault, b.probe->payload.size());
  });
  if (!suspects.empty())
    enter("shrink");
  // For a few suspects, a request is worthwhile: others may only have been running when the receiver broke.
  static constexpr std::size_t few = 40;
  for (const Suspect &suspect : suspects) {
    if (Discovery *known = explanation(suspect)) {
      if (is_of_verdict(suspect.fault) || suspect.fault == Fault::slow || suspects.size() > few || over() ||
          known_breakage(suspect.probe->payload) != nullptr || shows_alone(suspect))
        ++known->seen;
    } else if (suspect.fault == Fault::slow)
      investigate_speed(suspect);
    else
      investigate(suspect);
  }
  confirm_strays();
}

/// True if the answer is as wrong for the payload alone, or the run is over; otherwise corrects the survey.
bool Session::shows_alone(const Suspect &suspect) {
  const auto answer = ask(suspect.probe->payload);
  if (!answer)
    return true;
  const Fault fault = fault_of(*answer, suspect.expectation.expected);
  const bool same = manner_of(fault, *answer) == manner_of(suspect.fault, suspect.answer);
  if (!same && !gone_) {
    survey_.tested[suspect.tested].outcome = answer->outcome;
    survey_.tested[suspect.tested].fault = fault;
  }
  return same;
}

/// The discovery that covers a suspect.
Discovery *Session::explanation(const Suspect &suspect) {
  auto &all = survey_.discoveries;
  if (suspect.fault == Fault::false_accept) {
    const std::string scope = scope_of(suspect.expectation, scopes_);
    for (Discovery &each : all)
      if (!scope.empty() && each.fault == Fault::false_accept && scope_of(each.expectation, scopes_) == scope)
        return &each;
    // The receiver overlooks each of its mistakes.
    std::set<Cause> unseen;
    Discovery *last = nullptr;
    for (Discovery &each : all)
      if (each.fault == Fault::false_accept && within(each.expectation.causes, suspect.expectation.causes)) {
        unseen.insert(each.expectation.causes.begin(), each.expectation.causes.end());
        last = &each;
      }
    return within(suspect.expectation.causes, unseen) ? last : nullptr;
  }
  if (suspect.fault == Fault::wrong_answer) {
    const auto same = [&](const Discovery &each) {
      return each.fault == Fault::wrong_answer && each.answer.flaw == suspect.answer.flaw;
    };
    const auto known = std::ranges::find_if(all, same);
    return known == all.end() ? nullptr : &*known;
  }
  if (suspect.fault == Fault::slow && std::ranges::count(all, Fault::slow, &Discovery::fault) >= most_of_slow)
    return &*std::ranges::find(all, Fault::slow, &Discovery::fault);
  const std::string manner = manner_of(suspect.fault, suspect.answer);
  if (Discovery *known = known_breakage(suspect.probe->payload);
      known != nullptr && manner_of(known->fault, known->answer) == manner)
    return known;
  if (in_vain_[manner + suspect.probe->what] < most_in_vain)
    return nullptr;
  const auto found = std::ranges::find(all, last_of_manner_[manner], key_of);
  return found == all.end() ? nullptr : &*found;
}

void Session::investigate(const Suspect &suspect) {
  Discovery found{.fault = suspect.fault,
                  .row = suspect.probe->row,
                  .what = suspect.probe->what,
                  .payloads = {suspect.probe->payload},
                  .expectation = suspect.expectation,
                  .answer = suspect.answer};
  const std::string manner = manner_of(suspect.fault, suspect.answer);
  std::optional<Answer> alone;
  bool repeats = false;
  for (int tries = 0; tries < 2 && !repeats; ++tries)
    if (const auto answer = ask_afresh(suspect.probe->payload)) {
      alone = answer;
      repeats = manner_of(fault_of(*answer, suspect.expectation.expected), *answer) == manner;
    }
  if (!repeats && (gone_ || !alone)) {
    found.note = gone_ ? "stslint could not shrink the payload: the receiver did not come back"
                       : "the run ended before stslint could confirm and shrink this finding";
    return add(std::move(found));
  }
  if (!repeats) {
    Tested &tested = survey_.tested[suspect.tested];
    tested.outcome = alone->outcome;
    tested.fault = fault_of(*alone, suspect.expectation.expected);
    strays_.push_back(suspect);
    strays_.back().otherwise = in_short(*alone);
    return;
  }
  found.answer = *std::move(alone);
  found.payloads = {smallest(suspect)};
  found.expectation = oracle_.expectation(found.payloads.back());
  const std::optional<bool> confirmed = over() ? std::nullopt : confirm(found);
  found.confirmed = confirmed.has_value();
  if (!confirmed)
    found.note = ended_early;
  else if (!*confirmed && found.fault == Fault::hang) {
    found.payloads = {suspect.probe->payload};
    found.note = "smaller payloads get a late answer, but they get one";
  } else if (!*confirmed)
    found.fault = Fault::inconsistent;
  add(std::move(found));
}

std::string Session::smallest(const Suspect &suspect) {
  const Expectation &first = suspect.expectation;
  const std::string manner = manner_of(suspect.fault, suspect.answer);
  const bool of_verdict = is_of_verdict(suspect.fault);
  Expectation now;
  const auto means_the_same = [&](const std::string &candidate) {
    now = oracle_.expectation(candidate);
    return !of_verdict ||
           (now.expected == first.expected && now.misspelt <= first.misspelt && within(now.causes, first.causes));
  };
  // A receiver that overlooks a mistake usually does so everywhere; then the linter alone can shrink, without requests.
  if (suspect.fault == Fault::false_accept) {
    const std::string small = shrunk(suspect.probe->payload, means_the_same, [this] { return over(); });
    const auto answer = ask_afresh(small);
    if (answer && manner_of(fault_of(*answer, first.expected), *answer) == manner)
      return small;
  }
  // The timeout here is shorter than in the final confirmation.
  const auto timeout =
      suspect.fault == Fault::hang
          ? std::clamp(std::chrono::duration<double>(50 * usual_),
                       std::min(options_.timeout, std::chrono::duration<double>(0.2)), options_.timeout)
          : options_.timeout;
  std::size_t asked = 0;
  const auto still = [&](const std::string &candidate) {
    if (!means_the_same(candidate))
      return false;
    ++asked;
    const auto answer = ask(candidate, timeout);
    return answer &&
           manner_of(fault_of(*answer, of_verdict ? now.expected : Expected::implementation), *answer) == manner;
  };
  return shrunk(suspect.probe->payload, still, [&] { return asked >= most_of_a_shrink || over(); });
}

/// Confirms it three times, with a good payload before each; nothing if the run is over before.
std::optional<bool> Session::confirm(Discovery &discovery) {
  const std::string manner = manner_of(discovery.fault, discovery.answer);
  for (int times = discovery.fault == Fault::hang ? 1 : 3; times > 0; --times) {
    auto answer = ask_afresh(discovery.payloads.back());
    if (!answer)
      return std::nullopt;
    if (manner_of(discovery.fault, *answer) != manner) {
      discovery.otherwise = in_short(*answer);
      return false;
    }
    discovery.answer = *std::move(answer);
  }
  return true;
}

void Session::add(Discovery discovery) {
  const std::string key = key_of(discovery), manner = manner_of(discovery.fault, discovery.answer);
  // A payload that is not small yet tells nothing new about a crash or a refusal like a known one.
  const auto alike = std::ranges::find(survey_.discoveries, last_of_manner_[manner], key_of);
  if (!discovery.note.empty() && discovery.fault != Fault::false_accept && alike != survey_.discoveries.end()) {
    ++alike->seen;
    return;
  }
  last_of_manner_[manner] = key;
  for (Discovery &known : survey_.discoveries)
    if (key_of(known) == key) {
      ++known.seen;
      ++in_vain_[manner + discovery.what];
      const bool smaller = discovery.payloads.back().size() < known.payloads.back().size() && discovery.note.empty();
      if (discovery.confirmed != known.confirmed ? discovery.confirmed : smaller)
        discovery.seen = known.seen, known = std::move(discovery);
      return;
    }
  survey_.discoveries.push_back(std::move(discovery));
}

/// Handles a strange answer that does not repeat for the payload alone: another payload broke the receiver, or it
/// depends on earlier payloads.
void Session::confirm_strays() {
  std::set<std::string> done;
  for (const Suspect &stray : strays_) {
    const bool victim =
        !is_of_verdict(stray.fault) && std::ranges::any_of(survey_.discoveries, [](const Discovery &each) {
          return each.fault == Fault::crash || each.fault == Fault::hang;
        });
    if (victim || !done.insert(manner_of(stray.fault, stray.answer)).second)
      continue;
    Discovery found{.fault = Fault::inconsistent,
                    .row = stray.probe->row,
                    .what = stray.probe->what,
                    .payloads = {stray.probe->payload},
                    .expectation = stray.expectation,
                    .answer = stray.answer,
                    .otherwise = stray.otherwise};
    survey_.tested[stray.tested].fault = Fault::inconsistent;
    if (const auto answer = ask_afresh(stray.probe->payload))
      found.otherwise = in_short(*answer);
    if (std::ranges::find(survey_.discoveries, key_of(found), key_of) != survey_.discoveries.end())
      continue;
    find_cause(stray, found);
    add(std::move(found));
  }
}

/// Finds an earlier payload on which the answer to the stray depends, and shrinks both.
void Session::find_cause(const Suspect &stray, Discovery &found) {
  const auto depends = [&](const std::string &first, const std::string &second) {
    const auto alone = ask_afresh(second);
    const auto after = alone && ask_afresh(first) ? ask(second) : std::nullopt;
    if (!after || in_short(*after) == in_short(*alone))
      return false;
    found.otherwise = in_short(*alone);
    found.answer = *after;
    found.payloads = {first, second};
    return true;
  };
  const auto ended = [this] { return over(); };
  const std::string &payload = stray.probe->payload;
  const auto before = std::find_if(stray.before.rbegin(), stray.before.rend(),
                                   [&](const std::string *each) { return depends(*each, payload); });
  if (before == stray.before.rend()) {
    found.note = over() ? "the run ended before stslint found out what the answer depends on"
                        : "stslint could not reproduce it with one request at a time";
    return;
  }
  found.confirmed = true;
  std::size_t asked = 0;
  const auto second = shrunk(
      payload,
      [&](const std::string &candidate) {
        return asked++ < most_of_a_shrink / 4 &&
               oracle_.expectation(candidate).expected == stray.expectation.expected && depends(**before, candidate);
      },
      ended);
  asked = 0;
  shrunk(
      **before,
      [&](const std::string &candidate) { return asked++ < most_of_a_shrink / 4 && depends(candidate, second); },
      ended);
  found.expectation = oracle_.expectation(second);
  if (over())
    found.note = ended_early;
}

/// A slow answer must be slow again for the payload alone. The payload is not shrunk, because time varies.
void Session::investigate_speed(const Suspect &suspect) {
  std::optional<Answer> answer = suspect.answer, last = answer;
  for (int times = 2; times > 0 && answer && answer->seconds > too_slow(); --times)
    if (answer = ask_afresh(suspect.probe->payload); answer)
      last = answer;
  if (last->seconds > too_slow())
    add({.fault = Fault::slow,
         .row = suspect.probe->row,
         .what = suspect.probe->what,
         .payloads = {suspect.probe->payload},
         .expectation = suspect.expectation,
         .answer = *last,
         .note = answer ? "" : "the run ended before stslint could confirm this finding",
         .confirmed = answer.has_value()});
  else
    survey_.tested[suspect.tested].fault = Fault::none;
}

} // namespace stslint::prober
