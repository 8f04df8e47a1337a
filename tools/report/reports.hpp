#pragma once

#include "command_line/console.hpp"
#include "encode/redact.hpp"
#include "format.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

struct ReportOptions {
  std::vector<std::string> formats; ///< NAME or NAME=FILE; if each has a file, also text, or github in GitHub Actions
  std::string show = "warning", color = "auto";
  bool quiet = false;
  std::optional<std::size_t> max_findings;
};

/// The names of the formats.
std::vector<std::string_view> format_names();

/// The reports of a run, each with its format and destination.
class Reports {
public:
  /// Throws Error for an invalid format, level or file.
  Reports(const ReportOptions &options, const FixFlags &fixes, Console &console);
  /// Reports in this format alone.
  Reports(std::unique_ptr<Format> format, Console &console);
  void payload(const PayloadReport &report);
  void input(const InputReport &report);
  void unjudged(std::string_view file, std::string_view why);
  void settings(const RunSettings &settings);
  /// Throws Error if a file could not be written.
  void finish(const Summary &summary);

private:
  std::ostream &open(const std::string &name);

  Console &console_;
  std::deque<std::pair<std::string, std::unique_ptr<RedactedFile>>> files_;
  std::vector<std::unique_ptr<Format>> formats_;
};

} // namespace stslint
