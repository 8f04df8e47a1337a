#include "print_config.hpp"

#include "configuration.hpp"
#include "encode/json.hpp"

#include "stslint/embedded.hpp"
#include "stslint/text.hpp"

#include <cmath>

namespace stslint {

std::string printed_config(Configuration &configuration, const std::string &file) {
  const std::filesystem::path path = absolute_path(file);
  const Policy &policy = configuration.of(path);
  Json ignore = Json::array(), severity = Json::object();
  for (const Rule *rule : all_rules())
    if (const auto level = policy.severities.of(*rule))
      severity[std::string(rule->id)] = name(*level);
    else
      ignore.push_back(rule->id);
  Json json = {{"ignore", ignore}, {"severity", severity}};
  // Every other unit is seconds, too.
  if (const auto age = policy.settings.max_age)
    json["max-age"] = Json(std::llround(*age)).dump() + 's';
  json["time-format"] = name(policy.settings.time_format);
  json["stackstate"] = name(policy.settings.stackstate);
  if (host_of(file))
    json["embedded"] = configuration.embeds(path);
  if (!policy.form.empty())
    json["as"] = policy.form;
  if (policy.merged.schema)
    json["schema"] = policy.merged.schema->string();
  const auto prefixes = [](bool whole) { return Json{{"prefix-match", whole ? "segment" : "literal"}}; };
  json["options"] = {{"forbidden-event-name", prefixes(policy.settings.whole_event_prefixes)},
                     {"forbidden-metric-name", prefixes(policy.settings.whole_metric_prefixes)},
                     {"oversized-payload", {{"bytes", policy.settings.oversized}}}};
  Json suppress = Json::array();
  if (const ConfigFile *config = configuration.file_for(path))
    for (const auto &source : config->suppressions)
      for (std::size_t at = 0; at < source->reasons.size(); ++at) {
        const Suppressions::Entry &entry = source->suppressions.entries()[at];
        if (matches(entry.files, source->relative(path)))
          suppress.push_back({{"rule", entry.rule->id}, {"pointer", entry.pointer}, {"reason", source->reasons[at]}});
      }
  json["suppress"] = std::move(suppress);
  return text_of(json, 2) + '\n';
}

} // namespace stslint
