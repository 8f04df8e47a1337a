#include "code_actions.hpp"
#include "file_uri.hpp"

#include "config/configuration.hpp"

#include "lib/lint/suppressions.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

namespace stslint {
namespace {

namespace fs = std::filesystem;

/// The place of a new suppression in the text of a configuration, and the text around it.
Edit insertion(std::string_view config, const std::string &entry) {
  Document document;
  document.parse(config);
  const Value root = document.root(), list = root.member("suppress");
  if (list.is(Kind::array)) {
    std::size_t behind = list.offset() + 1;
    for (const Value item : list.items())
      behind = item.offset() + item.length();
    return {behind, 0, list.empty() ? "\n    " + entry + "\n  " : ",\n    " + entry};
  }
  return {root.offset() + 1, 0, "\n  \"suppress\": [\n    " + entry + "\n  ]" + (root.empty() ? "\n" : ",")};
}

std::string entry_for(const WorkspaceFile &file, const fs::path &folder, const PayloadReport &report,
                      const Finding &finding) {
  const auto path = path_of_uri(file.uri);
  const std::string name = absolute_path(path.value_or("")).lexically_relative(folder).generic_string();
  return "{\"rule\": " + json_string(finding.rule->id) + ", \"files\": " + json_string(literal_pattern(name)) +
         ", \"pointer\": " + json_string(report.linter.identity(finding).pattern) +
         ", \"reason\": \"accepted in the editor\"}";
}

} // namespace

Json suppression_of(const Features &features, const WorkspaceFile &file, const PayloadReport &report,
                    const Finding &finding) {
  const Workspace &workspace = features.workspace;
  const LspOptions &options = workspace.options();
  const auto path = path_of_uri(file.uri);
  // Nobody edits a configuration that is broken.
  if (!path || options.no_config || !workspace.problem.empty())
    return nullptr;
  Configuration configuration(options, options.layer(), workspace.files());
  const ConfigFile *config = configuration.file_for(absolute_path(*path));
  const fs::path config_path = config == nullptr ? absolute_path(".stslint.json") : config->path;
  const fs::path inside = fs::path(absolute_path(*path)).lexically_relative(config_path.parent_path());
  if (inside.empty() || *inside.begin() == "..") // a configuration holds for the files below its folder
    return nullptr;
  if (config == nullptr && !features.client.creates_files) {
    if (!features.client.disabled_actions)
      return nullptr;
    return {{"disabled",
             {{"reason", "there is no .stslint.json, and this editor creates no files; save one that holds {}"}}}};
  }
  const WorkspaceFile *const open = workspace.open_file(config_path.string());
  const std::string uri = open != nullptr ? open->uri : uri_of_path(config_path.string());
  const OpenDocument text(workspace.read(config_path).value_or(""), features.client.unit);
  const std::string entry = entry_for(file, config_path.parent_path(), report, finding);
  const Edit edit =
      config != nullptr ? insertion(text.text(), entry) : Edit{0, 0, edited("{}\n", {insertion("{}", entry)})};
  const Json edits = text_edits(text, {edit});
  Json changes = Json::array();
  if (config == nullptr)
    changes.push_back({{"kind", "create"}, {"uri", uri}, {"options", {{"ignoreIfExists", true}}}});
  changes.push_back({{"textDocument", {{"uri", uri}, {"version", nullptr}}}, {"edits", edits}});
  Json simple = {{"changes", {}}};
  simple["changes"][uri] = edits;
  return {{"edit", features.client.creates_files ? Json{{"documentChanges", std::move(changes)}} : simple}};
}

} // namespace stslint
