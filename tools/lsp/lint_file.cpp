#include "lint_file.hpp"

#include "check/checker.hpp"
#include "input/inputs.hpp"

#include <memory>
#include <sstream>

namespace stslint {
namespace {

/// Hands the reports of payloads on to an editor.
class EditorFormat : public Format {
public:
  explicit EditorFormat(const std::function<void(const PayloadReport &)> &use) : use_(use) {}

  void payload(const PayloadReport &report) override { use_(report); }
  void finish(const Summary &) override {}

private:
  const std::function<void(const PayloadReport &)> &use_;
};

/// Calls `work` with a new checker, whose reports `use` gets.
void with_checker(Workspace &workspace, const WorkspaceFile &file,
                  const std::function<void(const PayloadReport &)> &use,
                  const std::function<void(Checker &, const Input &)> &work) {
  std::istringstream nothing;
  std::ostringstream complaints;
  Console console{nothing, complaints, complaints};
  const Input input{"", file.name(), true}; // somebody opened it
  workspace.with_usable([&](const Files &files) {
    Checker checker(workspace.options(), console, files, std::make_unique<EditorFormat>(use));
    work(checker, input);
  });
  std::string lines = complaints.str();
  if (lines.ends_with('\n'))
    lines.pop_back();
  if (workspace.problem.empty())
    workspace.problem = lines;
}

} // namespace

void report_payloads(Workspace &workspace, const WorkspaceFile &file,
                     const std::function<void(const PayloadReport &)> &use) {
  with_checker(workspace, file, use,
               [&](Checker &checker, const Input &input) { checker.lint(input, file.document.text()); });
}

Fixes safe_fixes_in(Workspace &workspace, const WorkspaceFile &file) {
  Fixes fixes;
  with_checker(workspace, file, {},
               [&](Checker &checker, const Input &input) { fixes = checker.fixes(input, file.document.text()); });
  return fixes;
}

} // namespace stslint
