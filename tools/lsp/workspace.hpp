#pragma once

#include "config/config_file.hpp"
#include "lsp_options.hpp"
#include "open_document.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace stslint {

/// A document that the client has open.
struct WorkspaceFile {
  std::string uri; ///< as the client spells it
  OpenDocument document;

  /// Its name in reports; of a document without a file, the last part of its URI.
  std::string name() const;
};

/// The configuration of the open documents: as the client has its files, saved or not. An unusable one changes nothing:
/// the last usable one stays in force.
class Workspace {
public:
  using FindOpen = std::function<const WorkspaceFile *(const std::string &path)>;

  /// `find_open` answers null for a file that the client does not have open.
  Workspace(const LspOptions &options, FindOpen find_open) : options_(options), find_open_(std::move(find_open)) {}

  const LspOptions &options() const { return options_; }
  const WorkspaceFile *open_file(const std::string &path) const { return find_open_(path); }

  /// The content of a file as the client has it; empty if there is none.
  std::optional<std::string> read(const std::filesystem::path &path) const;
  /// The same for all files.
  Files files() const;

  /// Calls `use` with the files of the configuration; if that is unusable, calls it again with the last usable ones.
  void with_usable(const std::function<void(const Files &)> &use);

  /// Whether the findings in some document depend on a file.
  bool depends_on(const std::string &path) const { return usable_.contains(path); }

  /// Why the last document could not be linted with its configuration; "" if it could.
  std::string problem;
  std::optional<ConfigMistake> mistake; ///< the same, if it has a place

private:
  const LspOptions &options_;
  FindOpen find_open_;
  /// The files that were asked for, as they were when they were last usable; empty for a file that was missing.
  std::map<std::filesystem::path, std::optional<std::string>> usable_;
};

} // namespace stslint
