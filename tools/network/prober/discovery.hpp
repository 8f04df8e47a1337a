#pragma once

#include "answer.hpp"
#include "oracle.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

/// The results of a run of the prober.
namespace stslint::prober {

/// The note of a discovery that is not shrunk to the end.
inline constexpr const char *ended_early = "the run ended before the payload was as small as possible";

/// A mistake of the receiver, and the commands that show it again.
struct Discovery {
  Fault fault = Fault::none;
  std::string row, what;             ///< the payload that first showed it
  std::vector<std::string> payloads; ///< in the order to send; the last one shows the mistake
  Expectation expectation;           ///< of the last one
  Answer answer;                     ///< the wrong one
  std::string otherwise;             ///< inconsistent: another answer to the same payload
  std::string scope;                 ///< false accept: what it overlooks everywhere, such as "wrong-type null"
  std::string note;                  ///< work that was not possible, such as the last shrinking
  bool confirmed = false;            ///< it repeated; otherwise it may be chance
  std::size_t seen = 1;              ///< the number of payloads that led to it
  bool known = false;                ///< it is in the baseline
  std::vector<std::string> files;    ///< the files of the payloads
  std::string curl, replay;          ///< commands that show it again, without the key
};

/// The key that identifies a discovery, in this run and the next; it does not depend on the exact bytes.
std::string key_of(const Discovery &discovery);

/// Its fault, and what else the reader must know first: "crash (not confirmed)".
std::string heading(const Discovery &discovery);

/// In one line, for people.
std::string in_words(const Discovery &discovery);
/// How a receiver failed that gave no proper answer: "does not answer in time".
std::string failure_of(const Answer &answer);

/// One payload (of the user, of the catalogue, or random), and its result.
struct Tested {
  std::string row;
  Expected expected = Expected::accept;
  Outcome outcome = Outcome::down;
  Fault fault = Fault::none;
  double seconds = 0;
  std::size_t index = of_this_run; ///< its index among the payloads that all receivers get
  static constexpr std::size_t of_this_run = SIZE_MAX;
};

/// The run against one receiver.
struct Survey {
  std::string receiver;                        ///< its address without the key
  std::string unusable;                        ///< why the receiver could not be tested; empty if it could
  std::vector<std::string> notes;              ///< the results of the calibration, and the omitted steps
  std::vector<Tested> tested;                  ///< in the order of their answers
  std::vector<Discovery> discoveries;          ///< the worst first
  std::array<std::size_t, outcomes> answers{}; ///< of all requests, by outcome
  std::size_t throttled = 0;                   ///< requests that were asked to retry later, and did
  std::size_t lost = 0;                        ///< requests whose answer was lost with a kept connection
  std::size_t unjudged = 0;                    ///< payloads of the user and the catalogue that got no verdict
  double seconds = 0;
  bool interrupted = false;

  std::size_t requests() const;
  /// True if the receiver asked to retry so often that it was not tested to the end.
  bool starved() const { return unjudged > 0 && throttled > requests() / 2; }
  /// Discoveries that are new and not merely slow.
  std::size_t failures() const;
};

/// The matrix: the results of the payloads in each row.
std::map<std::string, std::array<std::size_t, faults>> matrix(const Survey &survey);

} // namespace stslint::prober
