#include "code_actions.hpp"

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
  const auto path = path_of_uri(file.uri);
  if (!path || features.options.no_config)
    return nullptr;
  Configuration configuration(features.options, features.options.layer(), Files::on_disk());
  const ConfigFile *config = configuration.file_for(absolute_path(*path));
  const fs::path config_path = config == nullptr ? absolute_path(".stslint.json") : config->path;
  const fs::path inside = fs::path(absolute_path(*path)).lexically_relative(config_path.parent_path());
  if (inside.empty() || *inside.begin() == "..") // a configuration holds for the files below its folder
    return nullptr;
  const std::string entry = entry_for(file, config_path.parent_path(), report, finding);
  const std::string uri = uri_of_path(config_path.string());
  // The client may have changed it, and not saved it yet.
  const OpenDocument *const open = features.open_document(uri);
  const bool is_new = config == nullptr && open == nullptr;
  if (is_new && !features.client.creates_files)
    return nullptr;
  const OpenDocument text =
      open != nullptr
          ? *open
          : OpenDocument(is_new ? "" : Files::on_disk().read(config_path).value_or(""), features.client.unit);
  const bool is_empty = text.text().find_first_not_of(" \t\r\n") == std::string::npos;
  Edit edit = insertion(is_empty ? "{}" : text.text(), entry);
  if (is_empty)
    edit = {0, 0, edited("{}\n", {edit})};
  const Json edits = text_edits(text, {edit});
  Json changes = Json::array();
  if (is_new)
    changes.push_back({{"kind", "create"}, {"uri", uri}, {"options", {{"ignoreIfExists", true}}}});
  changes.push_back({{"textDocument", {{"uri", uri}, {"version", nullptr}}}, {"edits", edits}});
  Json simple = {{"changes", {}}};
  simple["changes"][uri] = edits;
  return features.client.creates_files ? Json{{"documentChanges", std::move(changes)}} : simple;
}

} // namespace stslint
