#pragma once

#include "lsp_options.hpp"
#include "open_document.hpp"
#include "report/format.hpp"

#include "stslint/fix.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stslint {

/// The path that a `file:` URI names; empty for other URIs.
std::optional<std::string> path_of_uri(std::string_view uri);
std::string uri_of_path(std::string_view path);

/// A file of the workspace, as the editor has it.
struct WorkspaceFile {
  std::string uri;
  OpenDocument document;

  /// Its name in reports; of a document without a file, the last part of its URI.
  std::string name() const;
};

/// Calls `use` with the report of each payload in a file: the one that `stslint check --detect FILE` would print, if
/// the file on disk had this text. Configuration and baseline are read anew each time, so that they are never stale.
/// Returns the reason why the file cannot be linted; "" if it was, or if it is not a payload.
std::string report_payloads(const LspOptions &options, const WorkspaceFile &file,
                            const std::function<void(const PayloadReport &)> &use);

/// The safe fixes of all findings in a file that are reported.
Fixes safe_fixes_in(const LspOptions &options, const WorkspaceFile &file);

/// Where in the text of a file a finding of a report stands.
inline std::size_t start_of(const PayloadReport &report, const Finding &finding) {
  return report.record.offset + finding.offset;
}

} // namespace stslint
