#include "session.hpp"

#include "shrink.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace stslint::prober {
namespace {

constexpr std::ptrdiff_t remembered = 12; ///< the number of earlier payloads searched for a cause
constexpr std::size_t most_kinds = 256;   ///< of answers that guide
constexpr std::size_t batch = 100;        ///< of random payloads, between two evaluations

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  return text;
}

std::string excerpt(const Answer &answer) { return answer.body.empty() ? "" : ": " + in_quotes(answer.body, 120); }

/// Why a receiver with this answer to a good payload cannot be tested, and what to do.
std::string why_unusable(const Answer &answer, bool has_key) {
  const std::string said = (answer.outcome >= Outcome::reset && answer.mistake.empty()
                                ? "given a good payload, the receiver " + failure_of(answer)
                                : "the receiver answers a good payload with " +
                                      (answer.mistake.empty() ? in_short(answer) : answer.mistake)) +
                           excerpt(answer);
  if (answer.outcome == Outcome::down)
    return "no receiver listens at this address; start it first";
  if (answer.status == 401 || answer.status == 403)
    return said + "; the receiver needs " + (has_key ? "another key" : "a key") + ": set " + key_variable;
  if (answer.status == 404 || answer.status == 405)
    return said + "; check the path, which usually ends in /stsAgent/intake";
  if (answer.status >= 300 && answer.status < 400)
    return said + "; stslint follows no redirects, so use the address it leads to";
  return said;
}

} // namespace

Session::Session(const Target &target, const ProbeOptions &options, const Watch &watch,
                 const std::function<bool()> &stop)
    : target_(target), options_(options), watch_(watch), stop_(stop), client_(target, options.timeout, options.rate),
      oracle_(options.policy), decisions_(options.seed) {
  survey_.receiver = target.shown();
}

std::size_t Session::left() const { return options_.requests - std::min(options_.requests, survey_.requests()); }

std::chrono::duration<double> Session::time_left() const {
  return std::max(std::chrono::duration<double>(0),
                  options_.time - std::chrono::duration<double>(Clock::now() - start_));
}

bool Session::over() const { return gone_ || stop_() || left() == 0 || time_left().count() <= 0; }

void Session::enter(std::string_view phase) {
  phase_ = phase;
  watch_({phase_, survey_.requests(), options_.requests, survey_.discoveries.size()});
}

Survey Session::run(std::span<const Probe> own, std::span<const Probe> catalogue, Generator &generator) {
  enter("calibrate");
  if (calibrate(catalogue)) {
    enter("payloads");
    survey_.unjudged += post(own);
    confirm_suspects();
    enter("catalogue");
    survey_.unjudged += post(catalogue);
    confirm_suspects();
    if (!options_.catalogue_only)
      explore(generator);
    note_end();
  }
  survey_.interrupted = stop_();
  survey_.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  merge_false_accepts(survey_.discoveries, scopes_of(verdicts_));
  std::ranges::stable_sort(survey_.discoveries, {}, &Discovery::fault);
  return std::move(survey_);
}

/// Says how the run ended, if it did not end well.
void Session::note_end() {
  if (gone_)
    survey_.notes.emplace_back("the receiver went down and did not come back, so the run ended");
  else if (down_)
    survey_.notes.emplace_back("the receiver was down when the run ended");
  if (survey_.unjudged > 0)
    survey_.notes.push_back(
        counted(survey_.unjudged, "payload") + " of the catalogue got no verdict: " +
        (survey_.starved() ? "the receiver asked to retry later too often" : "the run ended before"));
}

/// Certainly good payloads, the smallest first; a receiver may refuse one of them.
std::vector<std::string> Session::good_payloads(std::span<const Probe> catalogue) {
  std::vector<std::string> all;
  for (const Probe &probe : catalogue)
    if (probe.row.starts_with("valid-m")) {
      if (all.empty())
        all.push_back(shrunk(probe.payload, [this](const std::string &candidate) {
          return oracle_.expectation(candidate).expected == Expected::accept;
        }));
      all.push_back(probe.payload);
    }
  return all;
}

bool Session::calibrate(std::span<const Probe> catalogue) {
  std::optional<Answer> first, answer;
  for (const std::string &payload : good_payloads(catalogue)) {
    answer = ask(payload);
    if (!first)
      first = answer;
    if (answer && answer->outcome == Outcome::accepted)
      good_ = payload;
    if (!answer || !good_.empty())
      break;
  }
  if (good_.empty()) {
    survey_.unusable = first                   ? why_unusable(*first, !target_.address.key.empty())
                       : survey_.throttled > 0 ? "the receiver asked to retry later until --time or --requests ended "
                                                 "the run; try again later"
                                               : "--time or --requests ended the run before the first request";
    return false;
  }
  usual_ = std::max(answer->seconds, usual_);
  bool all_taken = true;
  for (const std::string broken : {"[]", "{}", "{"}) {
    answer = ask(broken);
    all_taken &= answer && answer->outcome == Outcome::accepted;
  }
  if (const auto again = ask(good_); again && again->outcome == Outcome::accepted)
    usual_ = std::max(again->seconds, usual_);
  if (all_taken)
    report_blindness(*std::move(answer));
  return true;
}

/// Of a receiver that accepts every payload, with its answer to "{".
void Session::report_blindness(Answer answer) {
  observable_ = false;
  survey_.notes.emplace_back(
      "the receiver accepts every payload, so its verdicts cannot be tested; stslint looks only for "
      "crashes, hangs and the like");
  Discovery everything{.fault = Fault::false_accept,
                       .row = "everything",
                       .what = "calibration",
                       .payloads = {"{"},
                       .answer = std::move(answer),
                       .confirmed = true};
  for (const std::string smaller : {"", "0"}) {
    const auto taken = ask(smaller);
    if (!taken)
      everything.note = ended_early;
    else if (taken->outcome == Outcome::accepted) {
      everything.payloads = {smaller};
      everything.answer = *taken;
    }
    if (!taken || taken->outcome == Outcome::accepted)
      break;
  }
  everything.expectation = oracle_.expectation(everything.payloads.back());
  survey_.discoveries.push_back(std::move(everything));
}

std::size_t Session::post(std::span<const Probe> probes) {
  static constexpr unsigned abreast = 8;
  std::vector<const Probe *> light, heavy;
  for (const Probe &probe : probes)
    if (!probe.heavy)
      light.push_back(&probe);
    else if (target_.pinned.loopback)
      heavy.push_back(&probe);
  const std::size_t left_over = post_some(light, target_.pinned.loopback ? abreast : 1);
  return left_over + post_some(heavy, 1);
}

std::size_t Session::post_some(std::vector<const Probe *> waiting, unsigned in_flight) {
  static constexpr std::size_t many = 400; ///< suspects: most answers of the receiver are wrong
  std::unordered_map<const std::string *, const Probe *> probes;
  for (const Probe *probe : waiting)
    probes[&probe->payload] = probe;
  std::ranges::reverse(waiting);
  std::vector<const Probe *> lost;
  std::vector<const std::string *> sent;
  std::size_t answered = 0;
  const auto judge = [&](const std::string &body, Answer answer) {
    // Payloads that were sent together with it count as earlier.
    const auto behind = std::find(sent.rbegin(), sent.rend(), &body).base();
    const auto first = behind - std::min<std::ptrdiff_t>(behind - sent.begin(), remembered);
    const auto last = behind + std::min<std::ptrdiff_t>(sent.end() - behind, in_flight);
    std::vector<const std::string *> before(first, last);
    std::erase(before, &body);
    record(*probes.at(&body), std::move(answer), before);
  };
  while (!waiting.empty() && !over()) {
    double pause = 0;
    bool down = false;
    const auto ended = [&] {
      const bool spent = left() <= sent.size() - answered + lost.size(); // by those on their way, and those to repeat
      return waiting.empty() || over() || spent || pause > 0 || down || suspects_.size() > many;
    };
    const auto next = [&]() -> const std::string & {
      sent.push_back(&waiting.back()->payload);
      waiting.pop_back();
      return *sent.back();
    };
    client_.send(in_flight, ended, next, [&](const std::string &body, Answer answer) {
      count(answer);
      ++answered;
      if (answer.lost)
        return lost.push_back(probes.at(&body));
      if (answer.retry_after || answer.outcome == Outcome::down) {
        pause = std::max(pause, answer.retry_after.value_or(0));
        down |= answer.outcome == Outcome::down;
        waiting.push_back(probes.at(&body));
        return;
      }
      judge(body, std::move(answer));
    });
    for (const Probe *probe : lost)
      if (std::optional<Answer> answer = ask(probe->payload)) { // over a connection of its own
        sent.push_back(&probe->payload);
        ++answered;
        judge(probe->payload, *std::move(answer));
      }
    lost.clear();
    if (suspects_.size() > many)
      confirm_suspects();
    rest(std::chrono::duration<double>(pause));
    if (down)
      ask(good_); // waits until it is up again
  }
  return waiting.size();
}

void Session::record(const Probe &probe, Answer answer, const std::vector<const std::string *> &before) {
  Expectation expectation = oracle_.expectation(probe.payload);
  if (probe.either)
    expectation.expected = Expected::implementation;
  if (is_verdict(answer) && expectation.causes.size() == 1) {
    Verdicts &verdicts = verdicts_[*expectation.causes.begin()];
    ++(answer.outcome == Outcome::accepted ? verdicts.accepted : verdicts.refused);
  }
  Fault fault = fault_of(answer, expectation.expected);
  if (!observable_ && is_of_verdict(fault))
    fault = Fault::none;
  if (fault == Fault::none && is_verdict(answer) && answer.seconds > too_slow())
    fault = Fault::slow;
  survey_.tested.push_back({probe.row, expectation.expected, answer.outcome, fault, answer.seconds, probe.index});
  // A payload that breaks the receiver would only break it again.
  if (is_verdict(answer) && signatures_.insert(signature(answer)).second && !probe.decisions.empty() &&
      pool_.size() < most_kinds)
    pool_.push_back(probe.decisions);
  if (fault != Fault::none)
    suspects_.push_back({survey_.tested.size() - 1, &probe, std::move(answer), fault, std::move(expectation), before});
}

double Session::too_slow() const {
  static constexpr double noticeable = 0.5;
  return std::max(noticeable, 20 * usual_);
}

/// Random payloads; every other one is a change of a payload that brought a new kind of answer.
std::vector<std::uint8_t> Session::next_decisions() {
  static constexpr std::size_t length = 160;
  const auto byte = [this] { return static_cast<std::uint8_t>(decisions_.draw(256)); };
  if (pool_.empty() || decisions_.draw(2) == 0) {
    std::vector<std::uint8_t> fresh(length);
    std::ranges::generate(fresh, byte);
    return fresh;
  }
  std::vector<std::uint8_t> changed = decisions_.pick(pool_);
  for (std::uint32_t i = 0, changes = 1 + decisions_.draw(4); i < changes; ++i)
    changed[decisions_.draw(static_cast<std::uint32_t>(changed.size()))] = byte();
  return changed;
}

/// The crash or hang that a payload would most likely only show again: it contains the smallest payload of it.
Discovery *Session::known_breakage(const std::string &payload) {
  const std::string text = without_blanks(payload);
  for (Discovery &each : survey_.discoveries) {
    const std::string part = without_blanks(each.payloads.back());
    if ((each.fault == Fault::crash || each.fault == Fault::hang) && part.size() > 1 &&
        text.find(part) != std::string::npos)
      return &each;
  }
  return nullptr;
}

void Session::explore(Generator &generator) {
  // Late findings need time for shrinking too.
  static constexpr std::chrono::duration<double> enough{2};
  const std::size_t kept = options_.requests / 4;
  const auto shrinking = std::min(options_.time / 4, enough);
  while (!over() && left() > kept && time_left() > shrinking) {
    enter("random");
    std::vector<Probe> probes;
    for (std::size_t i = 0; i < std::min(batch, left() - kept); ++i)
      probes.push_back(probe_of(generator, next_decisions()));
    static constexpr std::uint32_t rarely = 16;
    std::erase_if(probes, [&](const Probe &probe) {
      return known_breakage(probe.payload) != nullptr && decisions_.draw(rarely) != 0;
    });
    // Each costs a timeout, and brings nothing new.
    if (std::ranges::find(survey_.discoveries, Fault::hang, &Discovery::fault) != survey_.discoveries.end())
      std::erase_if(probes, [](const Probe &probe) { return probe.heavy; });
    post(probes);
    confirm_suspects();
  }
}

} // namespace stslint::prober
