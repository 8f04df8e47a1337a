#pragma once

#include "catalogue.hpp"
#include "client.hpp"
#include "discovery.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <span>

namespace stslint::prober {

struct ProbeOptions {
  std::uint64_t seed = 1;
  std::size_t requests = 2000; ///< all of them: shrinking and confirming too
  std::chrono::duration<double> time{60}, timeout{5};
  double rate = 0; ///< requests a second; 0: as many as it takes
  bool catalogue_only = false;
};

/// What a session tells while it goes on.
struct SessionStatus {
  std::string_view phase;
  std::size_t requests, budget, discoveries;
};

/// A run against one receiver: calibrate, what the user brought, the catalogue, at random and guided by new kinds of
/// answers. What looks wrong is sent again alone, made as small as it gets and confirmed before it counts.
class Session {
public:
  using Watch = std::function<void(const SessionStatus &)>;
  /// `stop` is asked often: once it is true the run ends soon, and well.
  Session(const Target &target, const ProbeOptions &options, const Watch &watch, const std::function<bool()> &stop);

  Survey run(std::span<const Probe> own, std::span<const Probe> catalogue, Generator &generator);

private:
  using Clock = std::chrono::steady_clock;

  /// An answer that looks wrong.
  struct Suspect {
    std::size_t tested; ///< its place in the survey
    const Probe *probe;
    Answer answer;
    Fault fault;
    Expectation expectation;
    std::vector<const std::string *> before; ///< what was sent shortly before, the latest last
  };

  // session.cpp: the phases
  std::vector<std::string> good_payloads(std::span<const Probe> catalogue);
  bool calibrate(std::span<const Probe> catalogue);
  void post(std::span<const Probe> probes);
  void post_some(std::vector<const Probe *> waiting, unsigned in_flight);
  void record(const Probe &probe, Answer answer, const std::vector<const std::string *> &before);
  void explore(Generator &generator);
  std::vector<std::uint8_t> next_decisions();
  bool over() const;
  double too_slow() const;
  std::size_t left() const;
  std::chrono::duration<double> time_left() const;
  void enter(std::string_view phase);

  // asking.cpp: one request at a time
  Answer ask(const std::string &payload);
  Answer ask(const std::string &payload, std::chrono::duration<double> timeout);
  /// After something good, which makes a receiver forget what upset it.
  Answer ask_afresh(const std::string &payload);
  bool wait_until_up();
  void count(const Answer &answer);

  // settle.cpp: from suspects to discoveries
  void confirm_suspects();
  Discovery *explanation(const Suspect &suspect);
  bool shows_alone(const Suspect &suspect);
  void investigate(const Suspect &suspect);
  bool confirm(Discovery &discovery);
  void add(Discovery discovery);
  std::string smallest(const Suspect &suspect);
  void confirm_strays();
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
  std::string good_;       ///< what the receiver took when it was asked first
  bool observable_ = true; ///< it does not answer everything alike
  bool gone_ = false;      ///< it went down and did not come back
  double usual_ = 0.001;   ///< how long an answer takes, in seconds
  std::vector<Suspect> suspects_, strays_;
  std::set<std::string> signatures_;                  ///< kinds of answers seen
  std::vector<std::vector<std::uint8_t>> pool_;       ///< decisions that led to new ones
  std::map<std::string, std::size_t> in_vain_;        ///< by manner of answer: shrunk to what was known already
  std::map<std::string, std::string> last_of_manner_; ///< the key of the discovery that these led to
};

} // namespace stslint::prober
