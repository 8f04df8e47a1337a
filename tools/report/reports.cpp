#include "reports.hpp"

#include "command_line/arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <ostream>

namespace stslint {
namespace {

struct NamedFormat {
  std::string_view name;
  std::unique_ptr<Format> (*make)(std::ostream &out, const FormatOptions &options);
};

constexpr NamedFormat known_formats[] = {
    {"text", text_format},       {"concise", concise_format}, {"json", json_format},   {"jsonl", jsonl_format},
    {"summary", summary_format}, {"sarif", sarif_format},     {"junit", junit_format}, {"github", github_format},
    {"gitlab", gitlab_format},   {"rdjsonl", rdjsonl_format},
};

/// The result of `--color auto` for standard output.
bool colored(const Console &console) {
  const std::string forced = console.environment("CLICOLOR_FORCE");
  return console.environment("NO_COLOR").empty() && (console.terminal || (!forced.empty() && forced != "0"));
}

/// The formats of a run. One is for standard output, so that a run whose reports go to files is not silent.
std::vector<std::string> formats_of(const ReportOptions &options, const Console &console) {
  std::vector<std::string> formats = options.formats;
  const auto to_file = [](const std::string &wanted) { return wanted.find('=') != std::string::npos; };
  const bool silent = options.quiet && !formats.empty();
  if (std::ranges::all_of(formats, to_file) && !silent)
    formats.emplace_back(console.environment("GITHUB_ACTIONS") == "true" && !console.terminal ? "github" : "text");
  return formats;
}

} // namespace

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const NamedFormat &format : known_formats)
    names.push_back(format.name);
  return names;
}

/// Formats that a program reads share no stream or file: each would break the others.
static void refuse_mixtures(const std::vector<std::string> &formats) {
  const auto target = [](std::string_view wanted) { return wanted.substr(std::min(wanted.find('='), wanted.size())); };
  const auto for_people = [](std::string_view wanted) { return wanted == "text" || wanted == "concise"; };
  for (auto one = formats.begin(); one != formats.end(); ++one)
    for (auto other = formats.begin(); other != one; ++other)
      if (target(*one) == target(*other) && !(for_people(*one) && for_people(*other)))
        throw Error("--format: " + in_quotes(*other) + " and " + in_quotes(*one) +
                    " would be mixed in one output; write one of them to a file of its own: --format NAME=FILE");
}

Reports::Reports(const ReportOptions &options, const FixFlags &fixes, Console &console) : console_(console) {
  static constexpr std::array<std::string_view, 3> whens = {"auto", "always", "never"};
  const std::string_view when = one_of("--color", options.color, whens);
  const Severity least = severity_named("--show", options.show);
  refuse_mixtures(options.formats);
  for (const std::string &wanted : formats_of(options, console)) {
    const std::size_t equals = wanted.find('=');
    const bool to_file = equals != std::string::npos;
    const std::string_view name = one_of("--format", wanted.substr(0, equals), format_names());
    std::ostream &out = to_file ? open(wanted.substr(equals + 1)) : console.out;
    const bool color = when == "always" || (when == "auto" && !to_file && colored(console));
    const auto *const format = std::ranges::find(known_formats, name, &NamedFormat::name);
    formats_.push_back(format->make(out, {least, color, options.quiet, options.max_findings, fixes}));
  }
}

Reports::Reports(std::unique_ptr<Format> format, Console &console) : console_(console) {
  formats_.push_back(std::move(format));
}

void Reports::payload(const PayloadReport &report) {
  for (const auto &format : formats_)
    format->payload(report);
}

void Reports::input(const InputReport &report) {
  for (const auto &format : formats_)
    format->input(report);
}

void Reports::settings(const RunSettings &settings) {
  for (const auto &format : formats_)
    format->settings(settings);
}

void Reports::unjudged(std::string_view file, std::string_view why) {
  for (const auto &format : formats_)
    format->unjudged(file, why);
}

void Reports::finish(const Summary &summary) {
  for (const auto &format : formats_)
    format->finish(summary);
  for (auto &[name, file] : files_)
    if (!file->flush())
      throw Error("--format: cannot write " + in_quotes(name));
  if (!console_.out.flush())
    throw Error("cannot write to standard output");
}

std::ostream &Reports::open(const std::string &name) {
  auto &[kept, file] = files_.emplace_back(name, std::make_unique<RedactedFile>(name, console_.secrets));
  if (!*file)
    throw Error("--format: cannot open " + in_quotes(name) + " for writing");
  return *file;
}

} // namespace stslint
