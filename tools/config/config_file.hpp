#pragma once

#include "input/files.hpp"

#include "lib/lint/suppressions.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stslint {

/// Settings from one place, for all files or some. What one does not say, those before it do.
struct Layer {
  std::filesystem::path folder;   ///< which `files` are relative to
  std::vector<std::string> files; ///< patterns; for all files if there are none
  std::vector<const Rule *> select, ignore;
  std::vector<std::pair<const Rule *, Severity>> severity;
  std::optional<double> max_age;
  std::optional<std::filesystem::path> schema;
  std::optional<bool> whole_event_prefixes, whole_metric_prefixes;
  std::optional<std::size_t> oversized;

  bool speaks_of(const std::filesystem::path &file) const;
};

/// The suppressions of one file, and where in it they stand. Shared by all who extend it.
struct SuppressionFile {
  std::filesystem::path path;
  std::string text;
  Suppressions suppressions;
  std::vector<std::uint32_t> nodes; ///< of each entry
  std::vector<std::string> reasons; ///< likewise

  /// How the entries call a file.
  std::string relative(const std::filesystem::path &file) const {
    return file.lexically_relative(path.parent_path()).generic_string();
  }
};

/// What a configuration file says, with all that it extends: the weaker first.
struct ConfigFile {
  std::filesystem::path path;
  std::vector<Layer> layers;
  std::vector<std::shared_ptr<SuppressionFile>> suppressions;
};

/// Reads a configuration file and what it extends. Throws Error, with the place, for what is no configuration, for
/// files that are missing, and for files that extend each other.
ConfigFile read_config(Files &files, const std::filesystem::path &path);

/// Reads a baseline; null if there is none. Throws Error for what is no baseline.
std::shared_ptr<SuppressionFile> read_baseline(Files &files, const std::filesystem::path &path);

} // namespace stslint
