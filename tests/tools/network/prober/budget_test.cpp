// Chains of requests end with the budget, and say what they did not finish. The receiver counts, not a clock.
#include "bugs.hpp"
#include "own_receiver.hpp"

#include "network/prober/replay.hpp"
#include "network/prober/session.hpp"

#include "stslint/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <set>
#include <sstream>

namespace stslint::prober {
namespace {

using namespace std::chrono_literals;
using test::answer_of;
using test::answering;
using test::OwnReceiver;

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();
constexpr std::size_t abreast = 8; ///< the most requests that are on their way at the same time

/// A receiver with one of the bugs, and a run against it that ends after some requests.
struct Trial {
  explicit Trial(std::string_view bug)
      : receiver(answering(
            [this, react = std::ranges::find(test::bugs(), bug, &test::Bug::name)->react](const std::string &body) {
              if (++count == last)
                receiver.go_down();
              const test::Reaction reaction = react(body);
              return reaction.kind == test::Reaction::answer ? answer_of(reaction.status, reaction.headers) : "";
            })) {}

  Survey run(ProbeOptions options, std::size_t stop_after = never) {
    static Generator generator(1);
    static const std::vector<Probe> known = {
        {.row = "valid-minimal", .payload = R"({"internalHostname": "a"})"},
        {.row = "a", .payload = R"({"internalHostname": "a", "x": {"category": "Alerts"}, "y": 1.0, "z": "\u00e9"})"},
        {.row = "b", .payload = R"({"internalHostname": "a", "events": {"hostTags": []}})"},
        {.row = "c", .payload = R"({"internalHostname": 1})"},
        {.row = "d", .payload = R"({"internalHostname": "b"})"}};
    const Session::Watch watch = [](const SessionStatus &) {};
    const std::function<bool()> stop = [&] { return count >= stop_after; };
    const Target target = receiver.target();
    count = 0;
    options.catalogue_only = true;
    return Session(target, options, watch, stop).run({}, known, generator);
  }

  std::atomic<std::size_t> count = 0, last = never;
  OwnReceiver receiver;
};

constexpr const char *found_in[] = {"prefix", "float", "error-500", "takes-all", "state"};
constexpr std::size_t budgets[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 18, 21, 30, 50, 90};

void expect_honest(const Survey &survey) {
  for (const Discovery &found : survey.discoveries) {
    EXPECT_TRUE(found.confirmed || !found.note.empty()) << in_words(found);
    EXPECT_EQ(heading(found).ends_with(" (not confirmed)"), !found.confirmed);
  }
}

TEST(Budget, CountsEveryRequestOfAChain) {
  for (const char *bug : found_in) {
    Trial trial(bug);
    for (const std::size_t requests : budgets) {
      const Survey survey = trial.run({.requests = requests});
      EXPECT_LE(trial.count, requests) << bug;
      EXPECT_EQ(trial.count, survey.requests()) << bug;
      expect_honest(survey);
    }
  }
}

/// A receiver that takes the second request of each connection, and closes the connection without an answer.
TEST(Budget, SendsNoRequestTwice) {
  std::mutex mutex;
  std::multiset<std::string> taken;
  OwnReceiver receiver([&](int connection) {
    for (const bool answered : {true, false}) {
      const auto body = test::next_request(connection);
      const std::lock_guard lock(mutex);
      if (body)
        taken.insert(*body);
      if (!body || !answered || !test::say(connection, answer_of(200)))
        return;
    }
  });
  const Target target = receiver.target();
  std::vector<std::string> bodies;
  for (int i = 0; i < 20; ++i)
    bodies.push_back('[' + std::to_string(i) + ']');
  std::size_t begun = 0, lost = 0;
  Client(target, 5s, 0)
      .send(
          4, [&] { return begun == bodies.size(); }, [&]() -> const std::string & { return bodies[begun++]; },
          [&](const std::string &, const Answer &answer) { lost += answer.lost; });
  EXPECT_EQ(taken, std::multiset<std::string>(bodies.begin(), bodies.end()));
  EXPECT_GT(lost, 0u);

  Generator generator(1);
  std::vector<Probe> probes;
  for (const std::string &body : bodies)
    probes.push_back({.row = "valid-minimal", .payload = R"({"internalHostname": )" + body + '}'});
  const Session::Watch watch = [](const SessionStatus &) {};
  const std::function<bool()> stop = [] { return false; };
  for (const std::size_t requests : budgets) {
    taken.clear();
    const Survey survey =
        Session(target, {.requests = requests, .catalogue_only = true}, watch, stop).run({}, probes, generator);
    EXPECT_EQ(taken.size(), survey.requests());
    EXPECT_LE(survey.requests(), requests);
    if (requests == 90) {
      EXPECT_GT(survey.lost, 0u);
      EXPECT_EQ(survey.tested.size(), probes.size());
    }
    for (const Discovery &found : survey.discoveries)
      EXPECT_EQ(found.fault, Fault::false_accept);
  }
}

TEST(Budget, EndsEachChainWhenTheRunIsStopped) {
  for (const char *bug : found_in) {
    Trial trial(bug);
    for (const std::size_t requests : budgets) {
      expect_honest(trial.run({}, requests));
      EXPECT_LT(trial.count, requests + abreast) << bug;
    }
  }
}

TEST(Budget, EndsTheWaitForAReceiverThatIsDown) {
  for (const std::size_t last : {1u, 4u, 5u, 12u, 20u}) {
    Trial trial("error-500");
    trial.last = last;
    const Survey survey = trial.run({.requests = last + 30});
    EXPECT_LE(survey.requests(), last + 30);
    EXPECT_THAT(survey.notes, testing::Contains("the receiver was down when the run ended"));
  }
}

TEST(Budget, EndsTheWaitThatAReceiverAsksFor) {
  std::atomic<std::size_t> count = 0;
  for (const std::size_t good : {0u, 3u, 5u, 30u}) {
    OwnReceiver receiver(answering([&](const std::string &) {
      return ++count > good ? answer_of(429, "Retry-After: 3600\r\n") : answer_of(200);
    }));
    count = 0;
    Generator generator(1);
    const std::vector<Probe> probes = {{.row = "valid-minimal", .payload = R"({"internalHostname": "a"})"}};
    const Session::Watch watch = [](const SessionStatus &) {};
    const std::function<bool()> stop = [&] { return count > good; };
    const Target target = receiver.target();
    const Survey survey = Session(target, {}, watch, stop).run({}, probes, generator);
    EXPECT_LE(count, good + abreast);
    EXPECT_EQ(survey.unusable.find("asked to retry later") != std::string::npos, good == 0) << survey.unusable;
  }
}

TEST(Budget, EndsTheWaitForTheRate) {
  Trial trial("none");
  trial.run({.rate = 0.001}, 1);
  EXPECT_EQ(trial.count, 1u);
  const Target target = trial.receiver.target();
  Client client(target, 5s, 0.001);
  const std::string body = "{}";
  trial.count = 0;
  std::size_t answers = 0;
  client.send(
      4, [&] { return trial.count > 0; }, [&]() -> const std::string & { return body; },
      [&](const std::string &, const Answer &) { ++answers; });
  EXPECT_EQ(trial.count, 1u);
  EXPECT_EQ(answers, 1u);
}

TEST(Budget, EndsAReplay) {
  Trial trial("none");
  const Target target = trial.receiver.target();
  const std::vector<std::string> payloads(3, R"({"internalHostname": "a"})");
  for (const std::size_t requests : {0u, 1u, 3u, 4u, 2000u}) {
    trial.count = 0;
    std::ostringstream out;
    if (requests < 4)
      EXPECT_THROW(replay(target, {.requests = requests}, payloads, out), Error);
    else
      EXPECT_TRUE(replay(target, {.requests = requests}, payloads, out)) << out.str();
    EXPECT_EQ(trial.count, std::min<std::size_t>(requests, 4));
  }
  trial.count = 0;
  std::ostringstream out;
  EXPECT_THROW(replay(target, {.rate = 0.001}, payloads, out), Error); // the second turn is after the end
  EXPECT_EQ(trial.count, 1u);
}

/// The calibration takes 5 requests; the first wrong answer follows. Each finding tells how far it came.
TEST(Budget, ReportsWhatIsNotConfirmedAsNotConfirmed) {
  Trial trial("error-500");
  bool unconfirmed = false, not_shrunk = false;
  for (std::size_t requests = 6; requests < 40; ++requests)
    for (const Discovery &found : trial.run({.requests = requests}).discoveries) {
      unconfirmed |= found.note == "the run ended before stslint could confirm and shrink this finding";
      not_shrunk |= found.note == ended_early;
      EXPECT_EQ(found.confirmed, found.note.empty()) << requests << ' ' << found.note;
    }
  EXPECT_TRUE(unconfirmed);
  EXPECT_TRUE(not_shrunk);
  const auto whole = trial.run({.requests = 2000}).discoveries;
  ASSERT_EQ(whole.size(), 1u);
  EXPECT_TRUE(whole[0].confirmed);
  EXPECT_EQ(whole[0].payloads.back(), R"("category":"Alerts")");
}

} // namespace
} // namespace stslint::prober
