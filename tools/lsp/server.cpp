#include "server.hpp"

#include "diagnostics.hpp"
#include "file_uri.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <utility>
#include <vector>

namespace stslint {
namespace {

/// So many messages, and bytes of them, wait at most.
constexpr std::size_t most_waiting = 1000, most_waiting_bytes = Messages::longest;

/// Files whose change can change the findings in others.
constexpr const char *watched_files[] = {"**/*.stslint.json", "**/.stslint-baseline.json"};

/// The folder that the client works in; of several, the first.
std::string folder_of(const nlohmann::json &initialize) {
  const nlohmann::json &folders = at_path(initialize, "workspaceFolders");
  return folders.is_array() && !folders.empty() ? text_at(folders[0], "uri") : text_at(initialize, "rootUri");
}

std::string uri_in(const nlohmann::json &params) { return text_at(params, "textDocument/uri"); }
std::string key_in(const nlohmann::json &params) { return document_key(uri_in(params)); }

} // namespace

const Server::Notification Server::notifications[] = {
    {"initialized", &Server::initialized},
    {"textDocument/didOpen", &Server::open},
    {"textDocument/didChange", &Server::change},
    {"textDocument/didClose", &Server::close},
    // A saved file may be a configuration that no watch covers.
    {"textDocument/didSave", &Server::lint_all_again},
    {"workspace/didChangeWatchedFiles", &Server::lint_all_again},
};

Server::Server(const LspOptions &options, Console &console)
    : options_(options), messages_(console.in, console.out, console.secrets),
      workspace_(options_,
                 [this](const std::string &path) {
                   const auto found = open_.find(path);
                   return found == open_.end() ? nullptr : &found->second.file;
                 }),
      features_{workspace_, client_, console.secrets} {}

int Server::run() {
  while (phase_ != Phase::ended && fetch()) {
    handle_next();
    while (queue_.empty() && !messages_.waiting() && publish_one())
      ;
  }
  return exit_code_;
}

void Server::handle_next() {
  const Received next = std::move(queue_.front());
  queue_.pop_front();
  queued_bytes_ -= next.bytes;
  handle(next);
}

/// Waits for a message, and takes all that are there; false at the end of the input.
bool Server::fetch() {
  while (queue_.empty() ||
         (queue_.size() < most_waiting && queued_bytes_ < most_waiting_bytes && messages_.waiting())) {
    std::optional<Received> next = messages_.read();
    if (!next)
      break;
    if (text_at(next->json, "method") == "$/cancelRequest") {
      cancel(at_path(next->json, "params/id"));
      continue;
    }
    queued_bytes_ += next->bytes;
    queue_.push_back(*std::move(next));
  }
  return !queue_.empty();
}

void Server::cancel(const nlohmann::json &id) {
  for (Received &waiting : queue_)
    waiting.cancelled = waiting.cancelled || at_path(waiting.json, "id") == id;
}

/// Whatever happens to one message, the next is handled.
void Server::handle(const Received &received) try {
  const nlohmann::json &message = received.json;
  if (!received.problem.empty()) {
    fail({}, RpcError::parse_error, received.problem);
    return forget_documents(received.problem);
  }
  const std::string method = text_at(message, "method");
  const bool is_reply = message.is_object() && (message.contains("result") || message.contains("error"));
  if (method.empty() && !is_reply)
    fail({}, RpcError::invalid_request, "a message is an object with a method");
  else if (!method.empty() && message.contains("id"))
    handle_request(received, method);
  else if (!method.empty())
    handle_notification(method, at_path(message, "params"));
} catch (const std::exception &error) {
  const nlohmann::json &id = at_path(received.json, "id");
  if (!id.is_null())
    fail(id, RpcError::internal_error, error.what());
  else
    tell(std::string("internal error: ") + error.what());
}

void Server::handle_request(const Received &received, const std::string &method) {
  const nlohmann::json &id = at_path(received.json, "id"), &params = at_path(received.json, "params");
  if (!id.is_number_integer() && !id.is_string())
    return fail({}, RpcError::invalid_request, "the id of a request is a number or a string");
  if (received.cancelled)
    return fail(id, RpcError::request_cancelled, "cancelled");
  if (phase_ == Phase::starting && method != "initialize")
    return fail(id, RpcError::not_initialized, "the first request is initialize");
  if (phase_ == Phase::shut_down || (phase_ == Phase::serving && method == "initialize"))
    return fail(id, RpcError::invalid_request, method + " cannot come now");
  if (method == "initialize")
    return reply(id, initialize(params));
  if (method == "shutdown") {
    phase_ = Phase::shut_down;
    return reply(id, nullptr);
  }
  const auto features = all_features();
  const auto feature = std::ranges::find(features, method, &Feature::method);
  if (feature == features.end())
    return fail(id, RpcError::method_not_found, "unknown method " + in_quotes(method));
  const std::string key = key_in(params);
  if (is_outdated(key))
    return fail(id, RpcError::content_modified, "the document has changed");
  const auto open = open_.find(key);
  if (open == open_.end())
    return reply(id, nullptr);
  reply(id, feature->answer(features_, open->second.file, params));
  if (client_.pulls)
    show_problem(open->second);
}

void Server::handle_notification(const std::string &method, const nlohmann::json &params) {
  if (method == "exit") {
    exit_code_ = phase_ == Phase::shut_down ? 0 : 1;
    phase_ = Phase::ended;
  }
  const auto *const known = std::ranges::find(notifications, method, &Notification::method);
  if (known != std::end(notifications) && phase_ == Phase::serving)
    (this->*known->take)(params);
}

/// A change of the document waits, so that an answer would be about a text that is gone.
bool Server::is_outdated(const std::string &key) const {
  return std::ranges::any_of(queue_, [&](const Received &waiting) {
    return text_at(waiting.json, "method") == "textDocument/didChange" &&
           key_in(at_path(waiting.json, "params")) == key;
  });
}

Json Server::initialize(const nlohmann::json &params) {
  phase_ = Phase::serving;
  client_ = Client(params);
  // Names in reports, and the baseline, are those of `stslint check` in this folder.
  std::error_code ignored;
  if (const auto folder = path_of_uri(folder_of(params)))
    std::filesystem::current_path(*folder, ignored);
  constexpr int incremental = 2;
  Json capabilities = {{"positionEncoding", client_.unit == PositionUnit::utf8 ? "utf-8" : "utf-16"},
                       {"textDocumentSync", {{"openClose", true}, {"change", incremental}, {"save", true}}}};
  for (const Feature &feature : all_features())
    capabilities[feature.capability] = feature.offer();
  return {{"capabilities", std::move(capabilities)},
          {"serverInfo", {{"name", "stslint"}, {"version", STSLINT_VERSION}}}};
}

void Server::initialized(const nlohmann::json &) {
  if (!client_.registers_watches)
    return;
  Json watchers = Json::array();
  for (const char *const pattern : watched_files)
    watchers.push_back({{"globPattern", pattern}});
  ask("client/registerCapability", {{"registrations",
                                     {{{"id", "configuration"},
                                       {"method", "workspace/didChangeWatchedFiles"},
                                       {"registerOptions", {{"watchers", std::move(watchers)}}}}}}});
}

void Server::open(const nlohmann::json &params) {
  const std::string uri = uri_in(params);
  WorkspaceFile file{uri, OpenDocument(text_at(params, "textDocument/text"), client_.unit)};
  const std::string key = document_key(uri);
  open_.insert_or_assign(key, Open{std::move(file), at_path(params, "textDocument/version")});
  lint_all_that_depend_on(key);
}

void Server::change(const nlohmann::json &params) {
  const auto found = open_.find(key_in(params));
  const nlohmann::json &changes = at_path(params, "contentChanges");
  if (found == open_.end() || !changes.is_array())
    return;
  Open &open = found->second;
  for (const nlohmann::json &change : changes)
    if (at_path(change, "range").is_object())
      open.file.document.change(spot_at(change, "range/start"), spot_at(change, "range/end"), text_at(change, "text"));
    else
      open.file.document.set(text_at(change, "text"));
  open.version = at_path(params, "textDocument/version");
  open.changed = true;
  lint_all_that_depend_on(found->first);
}

void Server::close(const nlohmann::json &params) {
  const auto closed = open_.extract(key_in(params));
  if (closed.empty())
    return;
  const Open &was = closed.mapped();
  if (!client_.pulls)
    notify("textDocument/publishDiagnostics", {{"uri", was.file.uri}, {"diagnostics", mistakes_in(closed.key())}});
  if (!shows(was.mistake))
    publish_mistakes(was.mistake->path);
  lint_all_that_depend_on(closed.key());
}

void Server::lint_all_again(const nlohmann::json &) {
  last_problem_.clear();
  lint_all();
}

void Server::lint_all() {
  for (auto &[key, open] : open_)
    open.changed = true;
  if (client_.refreshes)
    ask("workspace/diagnostic/refresh", nullptr);
}

/// A configuration counts as the client has it, before it is saved.
void Server::lint_all_that_depend_on(const std::string &key) {
  if (workspace_.depends_on(key))
    lint_all();
}

/// Sends the diagnostics of one changed document; false if there is none.
bool Server::publish_one() {
  const auto changed = std::ranges::find_if(open_, [](const auto &entry) { return entry.second.changed; });
  if (client_.pulls || changed == open_.end())
    return false;
  auto &[key, open] = *changed;
  Json diagnostics = Json::array();
  try {
    diagnostics = diagnostics_of(features_, open.file);
  } catch (const std::exception &error) { // such as too little memory for this text
    workspace_.problem = std::string("internal error: ") + error.what();
  }
  show_problem(open);
  open.changed = false; // its own mistakes go along
  for (Json &mistake : mistakes_in(key))
    diagnostics.push_back(std::move(mistake));
  Json params = {{"uri", open.file.uri}, {"diagnostics", std::move(diagnostics)}};
  if (open.version.is_number_integer())
    params["version"] = open.version;
  notify("textDocument/publishDiagnostics", std::move(params));
  return true;
}

/// After a message that could not be read, the texts may differ from those of the client.
void Server::forget_documents(const std::string &problem) {
  if (open_.empty())
    return;
  while (!open_.empty())
    close({{"textDocument", {{"uri", open_.begin()->second.file.uri}}}});
  tell("stslint got " + problem + "; to lint your files again, close and open them");
}

void Server::reply(const nlohmann::json &id, Json result) {
  messages_.write({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void Server::fail(const nlohmann::json &id, RpcError code, const std::string &why) {
  messages_.write({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", code}, {"message", why}}}});
}

void Server::notify(std::string_view method, Json params) {
  messages_.write({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

/// The client's reply is not needed.
void Server::ask(std::string_view method, Json params) {
  messages_.write({{"jsonrpc", "2.0"}, {"id", ++asked_}, {"method", method}, {"params", std::move(params)}});
}

/// Shows a problem to the user, once.
void Server::tell(const std::string &problem) {
  constexpr int error = 1;
  if (problem.empty() || problem == last_problem_)
    return;
  last_problem_ = problem;
  notify("window/showMessage", {{"type", error}, {"message", printable(problem)}});
}

} // namespace stslint
