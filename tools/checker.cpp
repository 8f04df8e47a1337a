#include "checker.hpp"

#include "arguments.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ostream>

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

/// Words of which one is to be chosen, as the name of an option's type.
std::string choice(std::vector<std::string_view> words, std::span<const std::string_view> more) {
  words.insert(words.end(), more.begin(), more.end());
  std::string out;
  for (const std::string_view word : words)
    out += (out.empty() ? "" : "|") + std::string(word);
  return out;
}

std::string_view form_of(const CheckOptions &options) {
  std::vector<std::string_view> known = {"auto"};
  known.insert(known.end(), forms().begin(), forms().end());
  return one_of("--as", options.as, known);
}

} // namespace

void declare_check_options(CLI::App &app, CheckOptions &options) {
  app.add_option("--as", options.as, "what the input is: a payload, or a part of one; auto goes by its keys")
      ->type_name(choice({"auto"}, forms()))
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
  app.add_option("--fail-on", options.fail_on, "the least severity that makes the exit code 1")
      ->type_name("info|warning|error|never")
      ->capture_default_str()
      ->group("Rules");
  app.add_option(
         "--format", options.formats,
         "how to report, and into which file; repeatable. Without it: text, or github where GitHub Actions reads")
      ->type_name(choice({}, format_names()) + "[=FILE]")
      ->allow_extra_args(false)
      ->group("Output");
  app.add_option("--show", options.show, "the least severity shown to people")
      ->type_name("info|warning|error")
      ->capture_default_str()
      ->group("Output");
  app.add_option("--color", options.color,
                 "whether to use colour; auto: on a terminal. NO_COLOR and CLICOLOR_FORCE are heeded")
      ->type_name("auto|always|never")
      ->capture_default_str()
      ->group("Output");
  app.add_flag("-q,--quiet", options.quiet, "findings only, no summary")->group("Output");
}

Checker::Checker(const CheckOptions &options, Console &console)
    : console_(console), detect_(options.detect), form_(form_of(options)), fail_on_(threshold(options.fail_on)),
      levels_(options.select, options.ignore, options.severity), linter_(settings_of(options)),
      reports_(options, console) {
  if (options.stream)
    linter_.settings().streams = &streams_;
  if (!options.schema.empty())
    hold_to_schema(options.schema);
}

void Checker::note(const std::string &what) {
  console_.out.flush();
  console_.err << "stslint: " << printable(what) << std::endl;
}

void Checker::complain(const std::string &name, const std::string &why, ExitCode code) {
  note(name + ": " + why);
  leave_unjudged(name, why, code);
}

void Checker::complain_of_git(const std::string &why) {
  note(why);
  leave_unjudged("git", why, unreadable);
}

void Checker::leave_unjudged(const std::string &name, const std::string &why, ExitCode code) {
  reports_.unjudged(name, why);
  ++summary_.unjudged;
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

bool Checker::lint(const Input &input, std::string_view bytes, const Keep &keep) {
  const FileKind kind = kind_of(input.name);
  linter_.settings().comments = kind.comments;
  bool ours = true, first = true;
  for_each_record(bytes, kind.lines, [&](const Record &record) {
    std::span<const Finding> found;
    try {
      found = linter_.lint(record.text, form_, record.line);
    } catch (const Error &limit) {
      complain(input.name, limit.what(), internal);
      return true;
    }
    if (first && (detect_ || !input.by_hand))
      ours = linter_.detection().payload;
    first = false;
    if (ours)
      report(input, record, found, keep);
    return ours;
  });
  if (ours)
    reports_.input(input.name);
  ++(ours ? summary_.inputs : summary_.skipped);
  return ours;
}

void Checker::report(const Input &input, const Record &record, std::span<const Finding> found, const Keep &keep) {
  ++summary_.payloads;
  summary_.events += linter_.events();
  if (form_ == "auto" && linter_.form() != "payload") {
    ++summary_.parts;
    summary_.part = linter_.form();
  }
  reported_.clear();
  for (const Finding &finding : found) {
    const auto severity = levels_.of(*finding.rule);
    if (!severity || (keep && !keep(linter_, record, finding)))
      continue;
    const bool fails = fail_on_ && *severity >= *fail_on_;
    reported_.push_back({&finding, *severity, fails});
    ++(*severity == Severity::error     ? summary_.errors
       : *severity == Severity::warning ? summary_.warnings
                                        : summary_.infos);
    if (fails)
      exit_ = std::max<int>(exit_, findings);
  }
  reports_.payload({input.name, record, linter_, reported_});
}

int Checker::finish() {
  reports_.finish(summary_);
  return exit_;
}

} // namespace stslint
