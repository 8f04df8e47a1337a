#pragma once

#include "report/format.hpp"
#include "workspace.hpp"

#include "stslint/fix.hpp"

#include <functional>

namespace stslint {

/// Calls `use` with the report of each payload in a file: the one that `stslint check --detect FILE` would print, if
/// the files on disk had the texts of the client. Says in `workspace` why the file cannot be linted.
void report_payloads(Workspace &workspace, const WorkspaceFile &file,
                     const std::function<void(const PayloadReport &)> &use);

/// The safe fixes of all findings in a file that are reported.
Fixes safe_fixes_in(Workspace &workspace, const WorkspaceFile &file);

/// Where in the text of a file a finding of a report stands.
inline std::size_t start_of(const PayloadReport &report, const Finding &finding) {
  return report.record.offset + finding.offset;
}

} // namespace stslint
