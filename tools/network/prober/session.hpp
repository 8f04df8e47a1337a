#pragma once

#include "catalogue.hpp"
#include "client.hpp"
#include "discovery.hpp"
#include "merge.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace stslint::prober {

struct ProbeOptions {
  std::uint64_t seed = 1;
  std::size_t requests = 100'000; ///< including those that shrink and confirm
  std::chrono::duration<double> time{20}, timeout{5};
  double rate = 0; ///< requests a second; 0 for no limit
  bool catalogue_only = false;
  Policy policy = {}; ///< what the expected answers follow from
};

/// The progress of a session.
struct SessionStatus {
  std::string_view phase;
  std::size_t requests, budget, discoveries;
};

/// A run against one receiver: calibration, own payloads, the catalogue, and random payloads guided by new kinds of
/// answers. A payload with a wrong answer is sent again alone, shrunk and confirmed before it counts.
class Session {
public:
  using Watch = std::function<void(const SessionStatus &)>;
  /// `stop` is called often; when it returns true, the run ends soon, in an orderly way.
  Session(const Target &target, const ProbeOptions &options, const Watch &watch, const std::function<bool()> &stop);

  Survey run(std::span<const Probe> own, std::span<const Probe> catalogue, Generator &generator);

private:
  using Clock = std::chrono::steady_clock;

  /// An answer that looks wrong.
  struct Suspect {
    std::size_t tested; ///< its index in the survey
    const Probe *probe;
    Answer answer;
    Fault fault;
    Expectation expectation;
    std::vector<const std::string *> before; ///< the payloads sent shortly before, the latest last
    std::string otherwise = {};              ///< of a stray: the answer to the payload alone
  };

  // session.cpp: the phases
  std::vector<std::string> good_payloads(std::span<const Probe> catalogue);
  bool calibrate(std::span<const Probe> catalogue);
  void report_blindness(Answer answer);
  /// Both return the number of payloads that got no verdict because the run was over.
  std::size_t post(std::span<const Probe> probes);
  std::size_t post_some(std::vector<const Probe *> waiting, unsigned in_flight);
  void record(const Probe &probe, Answer answer, const std::vector<const std::string *> &before);
  void explore(Generator &generator);
  Discovery *known_breakage(const std::string &payload);
  void note_end();
  std::vector<std::uint8_t> next_decisions();
  bool over() const;
  double too_slow() const;
  std::size_t left() const;
  std::chrono::duration<double> time_left() const;
  void enter(std::string_view phase);

  // requests.cpp: one request at a time; without an answer, the run is over
  std::optional<Answer> ask(const std::string &payload);
  std::optional<Answer> ask(const std::string &payload, std::chrono::duration<double> timeout);
  /// Sends a good payload first, which makes a receiver forget its earlier state.
  std::optional<Answer> ask_afresh(const std::string &payload);
  /// Waits, but not longer than the run lasts.
  void rest(std::chrono::duration<double> length) const;
  void count(const Answer &answer);

  // confirm.cpp: from suspects to discoveries
  void confirm_suspects();
  Discovery *explanation(const Suspect &suspect);
  bool shows_alone(const Suspect &suspect);
  void investigate(const Suspect &suspect);
  std::optional<bool> confirm(Discovery &discovery);
  void add(Discovery discovery);
  std::string smallest(const Suspect &suspect);
  void confirm_strays();
  void find_cause(const Suspect &stray, Discovery &found);
  void investigate_speed(const Suspect &suspect);

  const Target &target_;
  const ProbeOptions options_;
  const Watch &watch_;
  const std::function<bool()> &stop_;
  const Clock::time_point start_ = Clock::now();
  Client client_;
  Oracle oracle_;
  Decisions decisions_;
  Survey survey_;
  std::string_view phase_;
  std::string good_;       ///< the payload that the receiver accepted in the calibration
  bool observable_ = true; ///< the receiver does not give every payload the same answer
  bool down_ = false;      ///< no connection was possible the last time
  bool gone_ = false;      ///< it went down and did not come back
  double usual_ = 0.001;   ///< the usual time of an answer, in seconds
  std::vector<Suspect> suspects_, strays_;
  std::map<Cause, Verdicts> verdicts_;          ///< of payloads that break the contract in one way only
  Scopes scopes_;                               ///< from these, when the suspects were last looked at
  std::set<std::string> signatures_;            ///< kinds of answers seen
  std::vector<std::vector<std::uint8_t>> pool_; ///< decisions that led to new ones
  std::map<std::string, std::size_t> in_vain_;  ///< by manner of answer, and operator: shrunk to a known discovery
  std::map<std::string, std::string> last_of_manner_; ///< the key of that discovery
};

} // namespace stslint::prober
