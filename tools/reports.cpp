#include "reports.hpp"

#include "arguments.hpp"
#include "levels.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <array>
#include <ostream>

namespace stslint {

Reports::Reports(const ReportOptions &options, Console &console) {
  static constexpr std::array<std::string_view, 3> whens = {"auto", "always", "never"};
  static constexpr std::array<std::string_view, 2> names = {"text", "json"};
  const std::string_view when = one_of("--color", options.color, whens);
  const Severity least = severity_named("--show", options.show);
  for (const std::string &wanted : options.formats.empty() ? std::vector<std::string>{"text"} : options.formats) {
    const std::size_t equals = wanted.find('=');
    const bool to_file = equals != std::string::npos;
    const std::string_view format = one_of("--format", wanted.substr(0, equals), names);
    std::ostream &out = to_file ? open(wanted.substr(equals + 1)) : console.out;
    const bool color = when == "always" || (when == "auto" && console.terminal && !to_file);
    formats_.push_back(format == "json" ? json_format(out) : text_format(out, {least, color, options.quiet, options}));
  }
}

void Reports::payload(const PayloadReport &report) {
  for (const auto &format : formats_)
    format->payload(report);
}

void Reports::finish(const Summary &summary) {
  for (const auto &format : formats_)
    format->finish(summary);
  for (auto &[name, file] : files_)
    if (!file.flush())
      throw Error("--format: " + in_quotes(name) + " could not be written");
}

std::ostream &Reports::open(const std::string &name) {
  auto &[kept, file] = files_.emplace_back(name, std::ofstream(name, std::ios::binary));
  if (!file)
    throw Error("--format: " + in_quotes(name) + " cannot be opened for writing");
  return file;
}

} // namespace stslint
