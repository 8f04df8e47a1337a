#include "workspace_file.hpp"

#include "check/checker.hpp"
#include "encode/url.hpp"
#include "input/inputs.hpp"

#include "stslint/error.hpp"

#include <cctype>
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

/// Calls `work` with a new checker, whose reports `use` gets. Returns the reason why there is none, or its complaints.
std::string with_checker(const LspOptions &options, const WorkspaceFile &file,
                         const std::function<void(const PayloadReport &)> &use,
                         const std::function<void(Checker &, const Input &)> &work) {
  std::istringstream nothing;
  std::ostringstream complaints;
  Console console{nothing, complaints, complaints};
  try {
    Checker checker(options, console, Files::on_disk(), std::make_unique<EditorFormat>(use));
    work(checker, {"", file.name(), true}); // somebody opened it
  } catch (const Error &why) {              // of the configuration
    return why.what();
  }
  std::string lines = complaints.str();
  if (lines.ends_with('\n'))
    lines.pop_back();
  return lines;
}

} // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file://";
  if (!uri.starts_with(scheme))
    return std::nullopt;
  uri.remove_prefix(scheme.size());
  std::string path = url_unescaped(uri.substr(std::min(uri.find('/'), uri.size())));
  if (path.find('\0') != std::string::npos) // where the system would stop reading
    return std::nullopt;
  return path;
}

std::string uri_of_path(std::string_view path) {
  constexpr std::string_view plain = "/-._~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos)
      uri += c;
    else
      (uri += '%').append({digits[byte >> 4], digits[byte & 15]});
  }
  return uri;
}

std::string WorkspaceFile::name() const {
  if (const auto path = path_of_uri(uri))
    return seen_from_here(absolute_path(*path));
  return url_unescaped(std::string_view(uri).substr(uri.find_last_of("/:") + 1));
}

std::string report_payloads(const LspOptions &options, const WorkspaceFile &file,
                            const std::function<void(const PayloadReport &)> &use) {
  return with_checker(options, file, use,
                      [&](Checker &checker, const Input &input) { checker.lint(input, file.document.text()); });
}

Fixes safe_fixes_in(const LspOptions &options, const WorkspaceFile &file) {
  Fixes fixes;
  with_checker(options, file, {},
               [&](Checker &checker, const Input &input) { fixes = checker.fixes(input, file.document.text()); });
  return fixes;
}

} // namespace stslint
