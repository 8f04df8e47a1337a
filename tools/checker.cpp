#include "checker.hpp"

#include "arguments.hpp"
#include "fix_input.hpp"
#include "replace_file.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>
#include <utility>

namespace stslint {
namespace {

Settings settings_of(const CheckOptions &options) {
  Settings settings;
  if (!options.max_age.empty())
    settings.max_age = duration("--max-age", options.max_age);
  settings.now = options.now.empty()
                     ? std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count()
                     : time_of("--now", options.now);
  return settings;
}

/// The least severity that fails a run; none for never.
std::optional<Severity> threshold(std::string_view word) {
  static constexpr std::array<std::string_view, 4> known = {"info", "warning", "error", "never"};
  const std::string_view level = one_of("--fail-on", word, known);
  return level == "never" ? std::optional<Severity>() : severity_named("--fail-on", level);
}

std::string_view form_of(const CheckOptions &options) {
  std::vector<std::string_view> known = {"auto"};
  known.insert(known.end(), forms().begin(), forms().end());
  return one_of("--as", options.as, known);
}

} // namespace

void declare_check_options(CLI::App &app, CheckOptions &options) {
  app.add_option("--as", options.as,
                 "what the input is: auto, payload, or a part: events, event, metrics, metric, topology, health, "
                 "health-item")
      ->type_name("FORM")
      ->capture_default_str()
      ->group("Input");
  app.add_flag("--detect", options.detect, "lint files named by hand only if they look like payloads")->group("Input");
  app.add_option("--schema", options.schema, "a JSON Schema (draft-07) of your own to hold payloads to as well")
      ->type_name("FILE")
      ->group("Rules");
  app.add_flag("--stream", options.stream,
               "hold health streams and topology snapshots to their order, from payload to "
               "payload and file to file")
      ->group("Input");
  app.add_option("--max-age", options.max_age, "report older events as stale: 90s, 30m, 24h, 7d")
      ->type_name("DURATION")
      ->group("Input");
  app.add_option("--now", options.now, "the time to judge by, in seconds since 1970 or RFC 3339; else the clock's")
      ->type_name("TIME")
      ->group("Input");
  app.add_option("--select", options.select, "only these rules, separated by commas")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--ignore", options.ignore, "all rules but these, separated by commas")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--severity", options.severity, "another severity for a rule")
      ->type_name("RULE=LEVEL")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--fail-on", options.fail_on,
                 "the least severity that makes the exit code 1: info, warning, error, never")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->group("Rules");
  app.add_option("--format", options.formats, "text or json, =FILE to write it there; repeatable")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false)
      ->group("Output");
  app.add_option("--show", options.show, "the least severity shown in text: info, warning, error")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->group("Output");
  app.add_option("--color", options.color, "auto, always or never")
      ->type_name("WHEN")
      ->capture_default_str()
      ->group("Output");
  app.add_flag("-q,--quiet", options.quiet, "findings only, no summary")->group("Output");
}

Checker::Checker(const CheckOptions &options, Console &console)
    : console_(console), reports_to_{console.in, options.diff ? console.err : console.out, console.err,
                                     console.terminal && !options.diff},
      detect_(options.detect), fix_(options), form_(form_of(options)), fail_on_(threshold(options.fail_on)),
      levels_(options.select, options.ignore, options.severity), linter_(settings_of(options)),
      reports_(options, reports_to_) {
  if (options.stream)
    linter_.settings().streams = &streams_;
  if (!options.schema.empty())
    hold_to_schema(options.schema);
}

void Checker::complain(const std::string &what, ExitCode code) {
  console_.out.flush();
  console_.err << "stslint: " << printable(what) << std::endl;
  exit_ = std::max<int>(exit_, code);
}

void Checker::hold_to_schema(const std::string &file) {
  std::string text, why;
  if (read({file, file}, console_, text, why) != clean)
    throw Error("--schema " + in_quotes(file) + ": " + why);
  try {
    schema_.emplace(text);
  } catch (const Error &broken) {
    throw Error("--schema " + in_quotes(file) + " is " + broken.what());
  }
  linter_.also(&*schema_);
}

/// Whether the first payload of an input looks like one, or was named by hand.
bool Checker::is_ours(const Input &input, std::string_view bytes) {
  bool ours = true;
  if (detect_ || !input.by_hand)
    for_each_record(bytes, kind_of(input.name).lines, [&](const Record &record) {
      linter_.lint(record.text, form_);
      ours = linter_.detection().payload;
      return false;
    });
  return ours;
}

/// The bytes of an input after its fixes, which are written to its file, or shown as a diff.
std::string_view Checker::fixed(const Input &input, std::string_view bytes, std::string &better) {
  if (bytes.size() > Document::max_bytes || !is_ours(input, bytes))
    return bytes;
  Streams *const streams = std::exchange(linter_.settings().streams, nullptr); // which remember what they saw
  const auto wanted = [&](const Finding &finding) {
    const auto severity = levels_.of(*finding.rule);
    if (fix_.diff && severity)
      judge(*severity); // a diff leaves the files as they are
    return severity.has_value();
  };
  const Fixes found = fixes_of(linter_, input, bytes, form_, {fix_.unsafe_fixes, wanted});
  linter_.settings().streams = streams;
  if (found.count == 0)
    return bytes;
  if (kind_of(input.name).compressed) {
    complain(input.name + ": not fixed, for it is compressed; unpack it first", clean);
    return bytes;
  }
  better = edited(bytes, found.edits);
  if (fix_.diff)
    write_diff(console_, input, bytes, found.edits);
  else if (const std::string why = replace_file(input.path, better); !why.empty()) {
    complain(input.name + ": not fixed: " + why, unreadable);
    return bytes;
  }
  summary_.fixed += found.count;
  return better;
}

bool Checker::lint(const Input &input, std::string_view bytes, const Keep &keep) {
  const FileKind kind = kind_of(input.name);
  linter_.settings().comments = kind.comments;
  std::string better;
  if (fix_.any())
    bytes = fixed(input, bytes, better);
  bool ours = true, first = true;
  for_each_record(bytes, kind.lines, [&](const Record &record) {
    std::span<const Finding> found;
    try {
      found = linter_.lint(record.text, form_, record.line);
    } catch (const Error &limit) {
      complain(input.name + ": " + limit.what(), internal);
      return true;
    }
    if (first && (detect_ || !input.by_hand))
      ours = linter_.detection().payload;
    first = false;
    if (ours)
      report(input, record, found, keep);
    return ours;
  });
  ++(ours ? summary_.inputs : summary_.skipped);
  return ours;
}

void Checker::judge(Severity severity) {
  if (fail_on_ && severity >= *fail_on_)
    exit_ = std::max<int>(exit_, findings);
}

void Checker::report(const Input &input, const Record &record, std::span<const Finding> found, const Keep &keep) {
  ++summary_.payloads;
  summary_.events += linter_.events();
  reported_.clear();
  for (const Finding &finding : found) {
    const auto severity = levels_.of(*finding.rule);
    if (!severity || (keep && !keep(linter_, record, finding)))
      continue;
    reported_.push_back({&finding, *severity});
    ++(*severity == Severity::error     ? summary_.errors
       : *severity == Severity::warning ? summary_.warnings
                                        : summary_.infos);
    judge(*severity);
  }
  reports_.payload({input.name, record, linter_, reported_});
}

int Checker::finish() {
  reports_.finish(summary_);
  return exit_;
}

} // namespace stslint
