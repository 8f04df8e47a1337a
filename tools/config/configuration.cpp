#include "configuration.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

namespace stslint {
namespace {

namespace fs = std::filesystem;

constexpr const char *config_name = ".stslint.json";

template <typename Value> void put(std::optional<Value> &to, const std::optional<Value> &from) {
  if (from)
    to = from;
}

void apply(Policy &policy, const Layer &layer) {
  policy.severities.apply(layer);
  if (!layer.form.empty()) {
    policy.form = layer.form;
    policy.included = true;
  }
  put(policy.merged.max_age, layer.max_age);
  put(policy.merged.time_format, layer.time_format);
  put(policy.merged.stackstate, layer.stackstate);
  put(policy.merged.schema, layer.schema);
  put(policy.merged.whole_event_prefixes, layer.whole_event_prefixes);
  put(policy.merged.whole_metric_prefixes, layer.whole_metric_prefixes);
  put(policy.merged.oversized, layer.oversized);
}

} // namespace

Configuration::Configuration(ConfigFlags flags, Layer command_line, Files files)
    : flags_(std::move(flags)), command_line_(std::move(command_line)), files_(std::move(files)) {
  if (flags_.no_config && !flags_.config.empty())
    throw Error("--config and --no-config exclude each other; remove one of them");
  // A file named by hand is read from disk, whatever is linted; its errors come before those of inputs.
  if (!flags_.config.empty()) {
    Files disk = files_.by_hand();
    const fs::path path = absolute_path(flags_.config);
    loaded_.emplace(path, read_config(disk, path));
  }
  if (command_line_.schema)
    schema(*command_line_.schema);
}

const ConfigFile *Configuration::file_for(const fs::path &file) {
  if (flags_.no_config)
    return nullptr;
  return flags_.config.empty() ? nearest(file.parent_path()) : &loaded_.begin()->second;
}

bool Configuration::embeds(const fs::path &file) {
  const ConfigFile *config = file_for(file);
  std::optional<bool> embedded;
  if (config != nullptr)
    for (const Layer &layer : config->layers)
      put(embedded, layer.embeds(file));
  return embedded.value_or(false);
}

std::map<std::string, std::string_view> Configuration::texts() const {
  std::map<std::string, std::string_view> texts;
  for (const auto &[path, config] : loaded_)
    for (const auto &file : config.suppressions) // each file of a chain has its own
      texts.emplace(seen_from_here(file->path), file->text);
  return texts;
}

const ConfigFile *Configuration::nearest(const fs::path &folder) {
  const auto known = by_folder_.find(folder);
  if (known != by_folder_.end())
    return known->second;
  const ConfigFile *found = load(folder / config_name);
  if (found == nullptr && !files_.is_top(folder) && folder.has_relative_path())
    found = nearest(folder.parent_path());
  return by_folder_[folder] = found;
}

const ConfigFile *Configuration::load(const fs::path &path) {
  if (!files_.read(path))
    return nullptr;
  return &loaded_.emplace(path, read_config(files_, path)).first->second;
}

const UserSchema *Configuration::schema(const fs::path &path) {
  const auto known = schemas_.find(path);
  if (known != schemas_.end())
    return &known->second;
  Files disk = files_.by_hand();
  const auto text = (flags_.config.empty() ? files_ : disk).read(path);
  if (!text)
    throw Error(seen_from_here(path) + ": No such file or directory");
  try {
    return &schemas_.emplace(path, UserSchema(*text)).first->second;
  } catch (const Error &broken) {
    throw ConfigError(seen_from_here(path) + " is " + broken.what(),
                      {path, 0, std::string("this is ") + broken.what()});
  }
}

const Policy &Configuration::of(const fs::path &file) {
  const ConfigFile *config = file_for(file);
  std::vector<std::pair<bool, std::optional<bool>>> speaking;
  if (config != nullptr)
    for (const Layer &layer : config->layers)
      speaking.emplace_back(layer.speaks_of(file), layer.includes(file));
  if (const auto known = policies_.find({config, speaking}); known != policies_.end())
    return known->second;
  Policy policy;
  for (std::size_t i = 0; i < speaking.size(); ++i)
    if (speaking[i].first) {
      apply(policy, config->layers[i]);
      put(policy.included, speaking[i].second);
    }
  apply(policy, command_line_);
  const Layer &merged = policy.merged;
  policy.settings.max_age = merged.max_age;
  policy.settings.time_format = merged.time_format.value_or(TimeFormat::s);
  policy.settings.stackstate = merged.stackstate.value_or(Version::v5_1);
  policy.settings.whole_event_prefixes = merged.whole_event_prefixes.value_or(false);
  policy.settings.whole_metric_prefixes = merged.whole_metric_prefixes.value_or(false);
  policy.settings.oversized = merged.oversized.value_or(policy.settings.oversized);
  for (const Rule *rule : all_rules())
    if (!policy.severities.of(*rule))
      policy.silent.push_back(rule);
  policy.settings.silent = policy.silent;
  policy.schema = merged.schema ? schema(*merged.schema) : nullptr;
  return policies_.emplace(std::pair(config, std::move(speaking)), std::move(policy)).first->second;
}

} // namespace stslint
