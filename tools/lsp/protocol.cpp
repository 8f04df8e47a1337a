#include "protocol.hpp"

#include "command_line/option.hpp"

#include <algorithm>

namespace stslint {
namespace {

bool holds(const nlohmann::json &list, const nlohmann::json &value) {
  return list.is_array() && std::ranges::find(list, value) != list.end();
}

Json json_of(const Spot &spot) { return {{"line", spot.line}, {"character", spot.character}}; }

} // namespace

const nlohmann::json &at_path(const nlohmann::json &json, std::string_view path) {
  static const nlohmann::json nothing;
  const nlohmann::json *at = &json;
  for (const std::string &name : split(path, '/')) {
    if (!at->is_object())
      return nothing;
    const auto member = at->find(name);
    if (member == at->end())
      return nothing;
    at = &*member;
  }
  return *at;
}

std::string text_at(const nlohmann::json &json, std::string_view path) {
  const nlohmann::json &found = at_path(json, path);
  return found.is_string() ? found.get<std::string>() : "";
}

bool flag_at(const nlohmann::json &json, std::string_view path) {
  const nlohmann::json &found = at_path(json, path);
  return found.is_boolean() && found.get<bool>();
}

Spot spot_at(const nlohmann::json &json, std::string_view path) {
  const nlohmann::json &position = at_path(json, path);
  const auto number = [&](const char *name) {
    const nlohmann::json &found = at_path(position, name);
    return found.is_number_unsigned() ? found.get<std::size_t>() : 0;
  };
  return {number("line"), number("character")};
}

Client::Client(const nlohmann::json &initialize) {
  const nlohmann::json &can = at_path(initialize, "capabilities");
  if (holds(at_path(can, "general/positionEncodings"), "utf-8"))
    unit = PositionUnit::utf8;
  pulls = at_path(can, "textDocument/diagnostic").is_object();
  refreshes = flag_at(can, "workspace/diagnostics/refreshSupport");
  registers_watches = flag_at(can, "workspace/didChangeWatchedFiles/dynamicRegistration");
  code_descriptions = flag_at(can, "textDocument/publishDiagnostics/codeDescriptionSupport") || pulls;
  related_places = flag_at(can, "textDocument/publishDiagnostics/relatedInformation") ||
                   flag_at(can, "textDocument/diagnostic/relatedInformation");
  tags = at_path(can, "textDocument/publishDiagnostics/tagSupport").is_object() || pulls;
  snippets = flag_at(can, "textDocument/completion/completionItem/snippetSupport");
  disabled_actions = flag_at(can, "textDocument/codeAction/disabledSupport");
  // It says so without documentChanges, too: Neovim 0.7.
  creates_files = holds(at_path(can, "workspace/workspaceEdit/resourceOperations"), "create");
}

Json Ranges::at(std::size_t offset, std::size_t length) {
  return {{"start", json_of(starts_.at(offset))}, {"end", json_of(ends_.at(offset + length))}};
}

Json Ranges::at_other(std::size_t offset, std::size_t length) {
  return {{"start", json_of(other_starts_.at(offset))}, {"end", json_of(other_ends_.at(offset + length))}};
}

} // namespace stslint
