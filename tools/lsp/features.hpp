#pragma once

#include "encode/redact.hpp"
#include "lint_file.hpp"
#include "protocol.hpp"

#include <span>
#include <string>
#include <string_view>

namespace stslint {

/// What the requests about a file share.
struct Features {
  Workspace &workspace;
  const Client &client;
  const Redactor *secrets; ///< of the run; null for none
};

// Each answers one request about a file; null if there is nothing to say.
Json code_actions(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
Json completion(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
Json definition(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
Json document_symbols(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
Json hover(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
Json pulled_diagnostics(Features &features, const WorkspaceFile &file, const nlohmann::json &params);

/// A request about a file, and what the client is told of it when it starts.
struct Feature {
  std::string_view method, capability;
  Json (*answer)(Features &features, const WorkspaceFile &file, const nlohmann::json &params);
  Json (*offer)();
};
std::span<const Feature> all_features();

} // namespace stslint
