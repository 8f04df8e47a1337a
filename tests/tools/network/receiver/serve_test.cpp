// What no well-behaved client sends. The transcripts show what the others see.
#include "support/files.hpp"
#include "support/served.hpp"

#include <sys/resource.h>

namespace stslint {
namespace {

using namespace test;
using Serve = Served;

const std::string head = "POST /stsAgent/intake?api_key=k HTTP/1.1\r\nHost: localhost\r\n";

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0)
    out += text;
  return out;
}

TEST_F(Serve, AnswersWhateverItIsSent) {
  const struct {
    const char *what;
    std::string bytes;
    int status;
  } cases[] = {
      {"no HTTP", "GARBAGE\r\n\r\n", 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\r\n", 9), 400},
      {"an unknown method", "BREW /stsAgent/intake?api_key=k HTTP/1.1\r\n\r\n", 400},
      {"half a request line", "POST /sts", 400},
      {"half a header", head + "Content-Le", 400},
      {"half a body", head + "Content-Length: 10\r\n\r\n{", 400},
      {"a long address", "POST /" + repeated("a", 10'000) + " HTTP/1.1\r\n\r\n", 414},
      {"an endless address", "POST /" + repeated("a", 1'000'000), 431},
      {"an endless header", head + "X: " + repeated("a", 1'000'000), 400},
      {"endless headers", head + repeated("X: a\r\n", 100'000), 400},
      {"no length", head + "\r\n", 411},
      {"a negative length", head + "Content-Length: -1\r\n\r\n", 400},
      {"a length in words", head + "Content-Length: 1e3\r\n\r\n", 400},
      {"a length beyond all numbers", head + "Content-Length: 99999999999999999999999\r\n\r\n", 413},
      {"a length beyond the limit", head + "Content-Length: 52428801\r\n\r\n" + repeated("a", 100'000), 413},
      {"an unknown transfer", head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
      {"a broken chunk", head + "Transfer-Encoding: chunked\r\n\r\nsize\r\n\r\n", 400},
      {"a chunk beyond all numbers", head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}", 400},
      {"chunks beyond the limit",
       head + "Transfer-Encoding: chunked\r\n\r\n" + repeated("100000\r\n" + std::string(1 << 20, ' ') + "\r\n", 51),
       413},
      {"a payload in chunks", head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", 400},
      {"what says that it is a form",
       head + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 61\r\n\r\n" + std::string(good), 200},
      {"what wants a part of the answer", request(good, "Range: bytes=0-1\r\n"), 200},
      {"what expects too much", head + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n", 413},
      {"what means itself", request(good, "stslint-Content-Encoding: br\r\n"), 200},
      {"nothing in gzip", request("", "Content-Encoding: gzip\r\n"), 400},
  };
  for (const auto &each : cases) {
    EXPECT_EQ(status(ask(each.bytes)), each.status) << each.what;
    ASSERT_EQ(status(ask(request(good))), 200) << "after " << each.what;
  }
}

TEST_F(Serve, TakesRequestsBehindEachOther) {
  const std::string answers = ask(request(good) + request("{}") + request(good, "Connection: close\r\n"));
  const std::size_t second = answers.find("HTTP/1.1 ", 1), third = answers.find("HTTP/1.1 ", second + 1);
  ASSERT_NE(third, std::string::npos) << answers;
  EXPECT_EQ(status(answers), 200);
  EXPECT_EQ(status(answers.substr(second)), 400);
  EXPECT_EQ(status(answers.substr(third)), 200);
}

TEST_F(Serve, IsNotStoppedByClientsThatOnlyWait) {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
  ::setrlimit(RLIMIT_NOFILE, &files);
  for (const std::string_view begun :
       {"", "POST /sts", "POST /stsAgent/intake?api_key=k HTTP/1.1\r\nContent-Length: 9\r\n\r\n"}) {
    std::vector<int> sockets;
    while (sockets.size() < 1'000) {
      sockets.push_back(dial());
      ::send(sockets.back(), begun.data(), begun.size(), MSG_NOSIGNAL);
    }
    EXPECT_EQ(status(ask(request(good))), 200) << begun;
    const std::string process = read("/proc/" + std::to_string(pid) + "/status");
    EXPECT_LT(std::stoi(process.substr(process.find("Threads:") + 8)), 150);
    for (const int socket : sockets)
      ::close(socket);
  }
}

/// Large payloads that do not end must not fill the memory, nor keep small ones away.
TEST_F(Serve, HoldsSoMuchAndNoMore) {
  const std::string begun =
      head + "Content-Type: application/json\r\nContent-Length: 50000000\r\n\r\n" + std::string(49'000'000, ' ');
  std::vector<int> sockets;
  while (sockets.size() < 8) {
    sockets.push_back(dial());
    for (std::string_view rest = begun; !rest.empty();)
      if (const ssize_t sent = ::send(sockets.back(), rest.data(), rest.size(), MSG_NOSIGNAL); sent > 0)
        rest.remove_prefix(static_cast<std::size_t>(sent));
      else
        break;
  }
  EXPECT_EQ(status(ask(begun)), 503);
  EXPECT_EQ(status(ask(request(good))), 200);
  for (const int socket : sockets)
    ::close(socket);
}

TEST_F(Serve, StopsThoughClientsAreThere) {
  const int idle = dial(), begun = dial();
  ::send(begun, "POST", 4, 0);
  EXPECT_EQ(status(ask(request(good))), 200);
  ::kill(pid, SIGTERM); // TearDown waits for it
  char byte = 0;
  EXPECT_EQ(::recv(idle, &byte, 1, 0), 0);
  ::close(idle);
  ::close(begun);
}

} // namespace
} // namespace stslint
