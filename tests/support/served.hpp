#pragma once

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stslint::test {

/// `stslint serve` as a process of its own, and sockets to it.
class Served : public testing::Test {
protected:
  void SetUp() override {
    int errors[2];
    ASSERT_EQ(::pipe(errors), 0);
    pid = ::fork();
    if (pid == 0) {
      const int nowhere = ::open("/dev/null", O_WRONLY);
      ::dup2(nowhere, STDOUT_FILENO);
      ::dup2(errors[1], STDERR_FILENO);
      ::execl(STSLINT_PROGRAM_DIR "/stslint", "stslint", "serve", "--listen", "127.0.0.1:0", nullptr);
      ::_exit(99);
    }
    ::close(errors[1]);
    log = errors[0];
    std::string line;
    for (char c = 0; c != '\n' && ::read(log, &c, 1) == 1;)
      line += c;
    const std::size_t colon = line.find("127.0.0.1:");
    ASSERT_NE(colon, std::string::npos) << line;
    port = std::stoi(line.substr(colon + 10));
    // What it says further is read by nobody and must not block it.
    ::fcntl(log, F_SETPIPE_SZ, 1 << 20);
  }

  void TearDown() override {
    ::kill(pid, SIGTERM);
    int status = 0;
    ::waitpid(pid, &status, 0);
    EXPECT_TRUE(WIFEXITED(status)) << status;
    ::close(log);
  }

  /// A connection on which nothing takes longer than half a minute.
  int dial() const {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{30, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<sockaddr *>(&to), sizeof to), 0);
    return socket;
  }

  /// Sends as much as is taken, nothing more, and answers all that comes back.
  static std::string talk(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0)
        break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    ::shutdown(socket, SHUT_WR);
    std::string answer;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(got));
    ::close(socket);
    return answer;
  }

  std::string ask(std::string_view bytes) const { return talk(dial(), bytes); }

  /// The request that posts `body`.
  static std::string request(std::string_view body, std::string_view headers = "") {
    return "POST /stsAgent/intake?api_key=k HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
  }

  static int status(const std::string &answer) {
    return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
  }

  static constexpr std::string_view good = R"({"collection_timestamp": 1607432950, "internalHostname": "a"})";
  pid_t pid = 0;
  int log = -1, port = 0;
};

} // namespace stslint::test
