#pragma once

#include "config_file.hpp"
#include "severities.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace stslint {

struct ConfigFlags {
  std::string config; ///< the file to use for all inputs; "" to look for .stslint.json
  bool no_config = false;
};

/// The result of configuration and command line for one input.
struct Policy {
  Severities severities;
  Settings settings;
  const UserSchema *schema = nullptr;
  std::optional<bool> included;     ///< whether the input is linted; empty if what it looks like decides
  std::string form;                 ///< of the input; "" if its keys decide
  std::vector<const Rule *> silent; ///< the rules that are switched off
  Layer merged;                     ///< the settings from configuration and command line
};

/// Finds the configuration of each input: the nearest .stslint.json in its folder or above, up to the top
/// of its repository.
class Configuration {
public:
  /// `command_line` overrides every file. Throws Error if a file named by hand is missing or wrong.
  Configuration(ConfigFlags flags, Layer command_line, Files files);

  /// The reference stays valid. Throws Error if the file's configuration is wrong.
  const Policy &of(const std::filesystem::path &file);
  /// Whether a document or program is searched for payloads.
  bool embeds(const std::filesystem::path &file);
  /// The file that holds it; null if there is none.
  const ConfigFile *file_for(const std::filesystem::path &file);

  /// The texts of all configuration files in use, by their names seen from here.
  std::map<std::string, std::string_view> texts() const;

  Files &files() { return files_; }

private:
  const ConfigFile *nearest(const std::filesystem::path &folder);
  const ConfigFile *load(const std::filesystem::path &path);
  const UserSchema *schema(const std::filesystem::path &path);

  ConfigFlags flags_;
  Layer command_line_;
  Files files_;
  std::map<std::filesystem::path, const ConfigFile *> by_folder_;
  std::map<std::filesystem::path, ConfigFile> loaded_;
  std::map<std::filesystem::path, UserSchema> schemas_;
  /// By configuration, and by what each of its layers says of the file.
  std::map<std::pair<const ConfigFile *, std::vector<std::pair<bool, std::optional<bool>>>>, Policy> policies_;
};

} // namespace stslint
