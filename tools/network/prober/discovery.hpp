#pragma once

#include "answer.hpp"
#include "oracle.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

/// What a run of the prober found out.
namespace stslint::prober {

/// Something that the receiver does wrong, and how to see it again.
struct Discovery {
  Fault fault = Fault::none;
  std::string row, what;             ///< what was sent when it came up
  std::vector<std::string> payloads; ///< to be sent in this order; the last one shows it
  Expectation expectation;           ///< of the last one
  Answer answer;                     ///< the wrong one
  std::string otherwise;             ///< inconsistent: what the same payload got another time
  std::string note;                  ///< what could not be done: shrink it to the end, say
  std::size_t seen = 1;              ///< how many payloads led to it
  bool known = false;                ///< the baseline has it
  std::vector<std::string> files;    ///< where the payloads were written to
  std::string curl, replay;          ///< commands that show it again; no key is in them
};

/// By what a discovery is known again, in this run and the next: not by the bytes that it happened to come up with.
std::string key_of(const Discovery &discovery);

/// In one line, for people.
std::string in_words(const Discovery &discovery);

/// One payload of the user's, of the catalogue or made at random, and what became of it.
struct Tested {
  std::string row;
  Expected expected = Expected::accept;
  Outcome outcome = Outcome::down;
  Fault fault = Fault::none;
  double seconds = 0;
  std::size_t index = of_this_run; ///< among the payloads that all receivers get
  static constexpr std::size_t of_this_run = SIZE_MAX;
};

/// The run against one receiver.
struct Survey {
  std::string receiver;                        ///< its address without the key
  std::string unusable;                        ///< why nothing could be found out; empty if all is well
  std::vector<std::string> notes;              ///< what calibration learnt, and what was left out
  std::vector<Tested> tested;                  ///< in the order of their answers
  std::vector<Discovery> discoveries;          ///< the worst first
  std::array<std::size_t, outcomes> answers{}; ///< of all requests, by outcome
  std::size_t throttled = 0;                   ///< requests that were told to come back later, and came back
  double seconds = 0;
  bool interrupted = false;

  std::size_t requests() const;
  /// Discoveries that are new and more than slow.
  std::size_t failures() const;
};

/// The matrix: what became of the payloads of each row.
std::map<std::string, std::array<std::size_t, faults>> matrix(const Survey &survey);

} // namespace stslint::prober
