// The client against receivers that mean harm: each request ends within its time-out as a whole, in little memory, as a
// mistake of the receiver. A request that would not end lets its test hang.
#include "broken_receiver.hpp"
#include "own_receiver.hpp"

#include "network/prober/client.hpp"
#include "network/prober/compress.hpp"
#include "network/prober/discovery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/socket.h>

namespace stslint::prober {
namespace {

using test::next_request;
using test::OwnReceiver;
using test::say;
using testing::HasSubstr;

const std::string ok = "HTTP/1.1 200 OK\r\n";

/// Says the start once, and then the rest for ever; 20 times a second at most if it drips.
OwnReceiver::Talk endless(const std::string &start, const std::string &rest, bool drips = false) {
  return [=](int connection) {
    if (!next_request(connection) || !say(connection, start))
      return;
    while (say(connection, rest))
      if (drips)
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
  };
}

/// Answers, and then closes or leaves the connection open.
OwnReceiver::Talk once(const std::string &answer, bool closes = true) {
  return [=](int connection) {
    if (next_request(connection) && say(connection, answer) && !closes)
      next_request(connection);
  };
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0)
    out += text;
  return out;
}

/// 64 MiB of blanks as gzip.
std::string bomb() { return compressed(std::string(std::size_t{64} << 20, ' '), true); }

struct Hostile {
  const char *what;
  OwnReceiver::Talk talk;
  std::vector<Outcome> outcomes; ///< the right ones
  const char *mistake = "";
};
void PrintTo(const Hostile &hostile, std::ostream *out) { *out << hostile.what; }

std::vector<Hostile> hostile() {
  const std::string kilobyte(1000, 'a'), chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
  const auto length = [](const std::string &text) { return ok + "Content-Length: " + text + "\r\n\r\n{}"; };
  const char *const cut_off = "a head that is cut off", *const no_http = "a head that breaks the rules of HTTP",
                    *const too_long = "headers that are too long";
  const char *const no_length = "a Content-Length that is not a possible length", *const two =
                                                                                      "two different Content-Lengths";
  using enum Outcome;
  return {
      {"EndlessHeaders", endless(ok, repeated("X: a\r\n", 1000)), {garbage}, too_long},
      {"EndlessHeader", endless(ok + "X: ", kilobyte), {garbage}, too_long},
      {"EndlessStatusLine", endless("HTTP/1.1 200 ", kilobyte), {garbage}, too_long},
      {"EndlessContinue", endless("", repeated("HTTP/1.1 100 Continue\r\n\r\n", 100)), {garbage}, too_long},
      {"EndlessTrailers", endless(chunked + "0\r\n", repeated("X: a\r\n", 1000)), {garbage}, too_long},
      {"EndlessChunkExtension", endless(chunked + "1;", kilobyte), {hang, garbage}},
      {"EndlessChunkExtensions", endless(chunked, "1;" + kilobyte + "\r\n{\r\n"), {accepted, hang}},
      {"EndlessTrailer", endless(chunked + "0\r\nX: ", kilobyte), {truncated}},
      {"EndlessBody", endless(ok + "\r\n", kilobyte), {accepted}},
      {"DrippingHead", endless(ok, "X: a\r\n", true), {hang}},
      {"DrippingLine", endless(ok + "X: ", "a", true), {hang}},
      {"DrippingContinue", endless("", "HTTP/1.1 100 Continue\r\n\r\n", true), {hang}},
      {"DrippingBody", endless(ok + "\r\n", "a", true), {hang}},
      {"DrippingChunks", endless(chunked, "1\r\na\r\n", true), {hang}},
      {"LengthBeyondAllNumbers", once(length("9223372036854775808")), {garbage}, no_length},
      {"NegativeLength", once(length("-1")), {garbage}, no_http},
      {"LengthInWords", once(length("two")), {garbage}, no_http},
      {"EmptyLength", once(length("")), {garbage}, no_http},
      {"LargestLength", once(length("9223372036854775807")), {truncated}},
      {"LargestLengthThatNeverComes", once(length("9223372036854775807"), false), {hang}},
      {"TwoLengths", once(ok + "Content-Length: 2\r\ncontent-length: 1\r\n\r\n{}"), {garbage}, two},
      {"ListOfLengths", once(ok + "Content-Length: 2, 3\r\n\r\n{}"), {garbage}, two},
      {"InflatedBody", once(ok + "Transfer-Encoding: gzip\r\nConnection: close\r\n\r\n" + bomb()), {accepted, garbage}},
      {"CompressedBody", once(ok + "Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + bomb()), {accepted}},
      {"Redirects", once("HTTP/1.1 302 Found\r\nLocation: /stsAgent/intake\r\nContent-Length: 0\r\n\r\n"), {other}},
      {"OneByte", once("H"), {Outcome::empty}},
      {"PartOfTheStatusLine", once("HTTP/1.1 2"), {Outcome::empty}},
      {"PartOfTheHead", once(ok + "Content-"), {truncated}, cut_off},
      {"NoAnswer", once(""), {Outcome::empty}},
      {"NeverAccepts", nullptr, {hang}},
  };
}

class HostileReceiver : public testing::TestWithParam<Hostile> {};

TEST_P(HostileReceiver, EndsARequestInLittleMemory) {
  constexpr std::chrono::duration<double> timeout{0.4};
  constexpr long little = 32 << 10; // KiB
  OwnReceiver receiver(GetParam().talk);
  const Target target = receiver.target();
  Client client(target, timeout, 0);
  rusage before{}, after{};
  ::getrusage(RUSAGE_SELF, &before);
  std::vector<Answer> answers = {client.send("{}")};
  const std::string body = "{}";
  unsigned left = 2;
  client.send(
      2, [&] { return left == 0; }, [&]() -> const std::string & { return --left, body; },
      [&](const std::string &, Answer answer) { answers.push_back(std::move(answer)); });
  ::getrusage(RUSAGE_SELF, &after);
  EXPECT_LE(after.ru_maxrss - before.ru_maxrss, little);
  ASSERT_EQ(answers.size(), 3u);
  for (const Answer &answer : answers) {
    EXPECT_THAT(GetParam().outcomes, testing::Contains(answer.outcome)) << name(answer.outcome);
    EXPECT_EQ(answer.mistake, GetParam().mistake);
    EXPECT_LE(answer.body.size(), Answer::kept_bytes);
    EXPECT_LE(answer.body_bytes, std::size_t{2} << 20);
  }
}

INSTANTIATE_TEST_SUITE_P(All, HostileReceiver, testing::ValuesIn(hostile()),
                         [](const auto &each) { return std::string(each.param.what); });

/// Odd, but no mistake.
TEST(Hostile, LeavesUnusualAnswersAlone) {
  for (const std::string &answer :
       {ok + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", ok + "Content-Length: 2, 2\r\n\r\n{}",
        ok + "content-LENGTH:2\r\n\r\n{}", ok + "Content-Length-Hint: many\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 2\r\n\r\n{}",
        ok + repeated("X: a\r\n", 1000) + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\n{}\r\n0\r\nX: a\r\n\r\n",
        ok + "X: " + std::string(50'000, 'a') + "\r\nConnection: close\r\n\r\n{}"}) {
    OwnReceiver receiver(once(answer));
    const Target target = receiver.target();
    const Answer got = Client(target, std::chrono::seconds(30), 0).send("{}");
    EXPECT_EQ(got.outcome, Outcome::accepted) << answer.substr(0, 80);
    EXPECT_EQ(got.body, "{}") << answer.substr(0, 80);
    EXPECT_EQ(got.mistake, "");
    EXPECT_EQ(got.flaw, "");
  }
}

/// The verdict counts all the same.
TEST(Hostile, SaysMoreThanItsHeadSays) {
  for (const std::string &answer : {ok + "Content-Length: 2\r\n\r\n{}, and more",
                                    ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n{}"}) {
    OwnReceiver receiver(once(answer));
    const Target target = receiver.target();
    const Answer got = Client(target, std::chrono::seconds(30), 0).send("{}");
    EXPECT_EQ(got.outcome, Outcome::accepted) << answer;
    EXPECT_EQ(got.body, "{}") << answer;
    EXPECT_EQ(got.flaw, "a body that is longer than its head says") << answer;
  }
}

TEST(Hostile, NamesTheMistakeOfTheHead) {
  Discovery found{.fault = Fault::crash};
  found.answer.outcome = Outcome::garbage;
  EXPECT_EQ(in_words(found), "sends an answer that is not HTTP");
  found.answer.mistake = "two different Content-Lengths";
  EXPECT_EQ(in_words(found), "sends an answer with two different Content-Lengths");
}

TEST(Hostile, IsOfNoUseAndTheRunSaysWhy) {
  const std::pair<std::string, std::string> receivers[] = {
      {ok + "Content-Length: -1\r\n\r\n{}",
       "the receiver answers a good payload with a head that breaks the rules of HTTP"},
      {ok + "Content-Length: 9\r\n\r\n{}", "given a good payload, the receiver stops in the middle of its answer"},
      {"", "given a good payload, the receiver closes the connection early (empty)"},
      {"HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\n{}", "the receiver answers a good payload with 503: \"{}\""},
  };
  for (const auto &[answer, why] : receivers) {
    OwnReceiver receiver(once(answer));
    FuzzOptions options;
    options.urls = {receiver.url()};
    options.quiet = true;
    const test::Run run = test::fuzz(options);
    EXPECT_EQ(run.code, unreadable);
    EXPECT_THAT(run.report["receivers"][0]["unusable"].get<std::string>(), HasSubstr(why));
  }
}

} // namespace
} // namespace stslint::prober
