// What the server says of a wrong configuration.
#include "diagnostics.hpp"
#include "file_uri.hpp"
#include "server.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace stslint {

/// The mistake in the configuration of a document, unless that is yet to be linted anew.
const std::optional<ConfigMistake> &Server::mistake_of(const Open &open) const {
  static const std::optional<ConfigMistake> nothing;
  return open.changed && !client_.pulls ? nothing : open.mistake;
}

/// Whether a mistake is already shown, because of some document.
bool Server::shows(const std::optional<ConfigMistake> &mistake) const {
  return !mistake || std::ranges::any_of(open_, [&](const auto &entry) { return mistake_of(entry.second) == mistake; });
}

/// The mistakes in one file of the configuration, as diagnostics.
Json Server::mistakes_in(const std::string &path) const {
  std::vector<ConfigMistake> mistakes;
  for (const auto &[key, open] : open_) {
    const auto &mistake = mistake_of(open);
    if (mistake && mistake->path == path && std::ranges::find(mistakes, *mistake) == mistakes.end())
      mistakes.push_back(*mistake);
  }
  Json diagnostics = Json::array();
  if (mistakes.empty())
    return diagnostics;
  std::optional<std::string> content;
  try {
    content = workspace_.read(path);
  } catch (const Error &) { // it has changed meanwhile
  }
  const OpenDocument text(content.value_or(""), client_.unit);
  for (const ConfigMistake &mistake : mistakes)
    diagnostics.push_back(diagnostic_of(text, mistake));
  return diagnostics;
}

/// An open file has other diagnostics, too, which a client that does not pull gets together with these.
void Server::publish_mistakes(const std::string &path) {
  const auto open = open_.find(path);
  if (open != open_.end() && !client_.pulls)
    open->second.changed = true;
  else
    notify("textDocument/publishDiagnostics", {{"uri", open != open_.end() ? open->second.file.uri : uri_of_path(path)},
                                               {"diagnostics", mistakes_in(path)}});
}

/// Shows why a document could not be linted with its configuration: in the configuration, if the mistake has a place;
/// to the user, unless that file is open.
void Server::show_problem(Open &open) {
  const std::optional<ConfigMistake> now = workspace_.mistake;
  const bool is_new = !shows(now);
  const std::optional<ConfigMistake> before = std::exchange(open.mistake, now);
  open.changed = false;
  if (is_new)
    publish_mistakes(now->path);
  if (!shows(before))
    publish_mistakes(before->path);
  if (!now || !open_.contains(now->path))
    tell(workspace_.problem);
}

} // namespace stslint
