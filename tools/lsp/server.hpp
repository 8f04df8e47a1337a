#pragma once

#include "features.hpp"
#include "messages.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace stslint {

/// A server of the Language Server Protocol 3.17, for one client. It has one thread and no clock: changes are linted
/// when no message waits, so a burst of keys is linted once. What it answers is about the latest text.
class Server {
public:
  Server(const LspOptions &options, Console &console);
  /// Serves until the client says `exit` or closes the input; returns the exit code.
  int run();

private:
  enum class Phase : std::uint8_t { starting, serving, shut_down, ended };
  struct Open {
    WorkspaceFile file;
    Json version;
    bool changed = true;                       ///< since its diagnostics were sent
    std::optional<ConfigMistake> mistake = {}; ///< in its configuration, when it was last linted
  };
  struct Notification {
    std::string_view method;
    void (Server::*take)(const nlohmann::json &params);
  };
  static const Notification notifications[];

  bool fetch();
  void cancel(const nlohmann::json &id);
  void handle_next();
  void handle(const Received &received);
  void handle_request(const Received &received, const std::string &method);
  void handle_notification(const std::string &method, const nlohmann::json &params);
  bool is_outdated(const std::string &uri) const;
  Json initialize(const nlohmann::json &params);

  void initialized(const nlohmann::json &params);
  void open(const nlohmann::json &params);
  void change(const nlohmann::json &params);
  void close(const nlohmann::json &params);
  void lint_all_again(const nlohmann::json &params);
  void lint_all();
  void lint_all_that_depend_on(const std::string &key);
  bool publish_one();
  void forget_documents(const std::string &problem);

  void reply(const nlohmann::json &id, Json result);
  void fail(const nlohmann::json &id, RpcError code, const std::string &why);
  void notify(std::string_view method, Json params);
  void ask(std::string_view method, Json params);
  void tell(const std::string &problem);
  const std::optional<ConfigMistake> &mistake_of(const Open &open) const;
  bool shows(const std::optional<ConfigMistake> &mistake) const;
  Json mistakes_in(const std::string &path) const;
  void publish_mistakes(const std::string &path);
  void show_problem(Open &open);

  LspOptions options_;
  Messages messages_;
  Client client_;
  Workspace workspace_;
  Features features_;
  Phase phase_ = Phase::starting;
  int exit_code_ = 1; ///< unless the client says both `shutdown` and `exit`
  std::deque<Received> queue_;
  std::size_t queued_bytes_ = 0;
  std::map<std::string, Open> open_; ///< by document_key()
  std::string last_problem_;         ///< which the user has been told
  std::uint64_t asked_ = 0;          ///< requests to the client
};

} // namespace stslint
