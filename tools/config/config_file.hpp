#pragma once

#include "input/files.hpp"

#include "lib/lint/suppressions.hpp"
#include "stslint/error.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stslint {

/// A mistake in a configuration file, a baseline, or a schema that one names.
struct ConfigMistake {
  std::filesystem::path path;
  std::size_t offset;
  std::string words; ///< without its place

  bool operator==(const ConfigMistake &) const = default;
};

/// An Error that knows its place.
struct ConfigError : Error {
  ConfigError(const std::string &line, ConfigMistake at) : Error(line), mistake(std::move(at)) {}
  ConfigMistake mistake;
};

/// Settings from one place, for all or some files. For an absent setting, the layers before it decide.
struct Layer {
  std::filesystem::path folder;              ///< `files` are relative to it
  std::vector<std::string> files;            ///< patterns; empty for all files
  std::vector<std::string> include, exclude; ///< patterns: files that are payloads, whatever they look like; or none
  std::optional<std::vector<std::string>> embedded; ///< patterns: documents and programs to search for payloads
  std::string form;                                 ///< of its files; "" if their keys decide
  std::vector<const Rule *> select, ignore;
  std::vector<std::pair<const Rule *, Severity>> severity;
  std::optional<double> max_age;
  std::optional<TimeFormat> time_format;
  std::optional<Version> stackstate;
  std::optional<std::filesystem::path> schema;
  std::optional<bool> whole_event_prefixes, whole_metric_prefixes;
  std::optional<std::size_t> oversized;

  bool speaks_of(const std::filesystem::path &file) const;
  /// Whether a file is named as one to lint, or not to lint; empty if neither.
  std::optional<bool> includes(const std::filesystem::path &file) const;
  /// Whether it is searched for payloads, if it is a document or a program; empty if the layer does not say.
  std::optional<bool> embeds(const std::filesystem::path &file) const;
};

/// The suppressions of one file, and their places in it. All files that extend it share them.
struct SuppressionFile {
  std::filesystem::path path;
  std::string text;
  Suppressions suppressions;
  std::vector<std::uint32_t> nodes; ///< of each entry
  std::vector<std::string> reasons; ///< likewise

  /// The name of a file in the entries.
  std::string relative(const std::filesystem::path &file) const {
    return file.lexically_relative(path.parent_path()).generic_string();
  }
};

/// A configuration file with all files that it extends; later layers override earlier ones.
struct ConfigFile {
  std::filesystem::path path;
  std::vector<Layer> layers;
  std::vector<std::shared_ptr<SuppressionFile>> suppressions;
};

/// Reads a configuration file and the files that it extends. Throws Error, with the place, for invalid files, for
/// missing files, and for files that extend each other.
ConfigFile read_config(Files &files, const std::filesystem::path &path);

/// Reads a baseline; null if there is none. Throws Error for an invalid one.
std::shared_ptr<SuppressionFile> read_baseline(Files &files, const std::filesystem::path &path);

} // namespace stslint
