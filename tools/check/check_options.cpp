#include "check_options.hpp"

#include "command_line/arguments.hpp"
#include "input/auxiliary_file.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <array>
#include <chrono>

namespace stslint {
namespace {

std::vector<const Rule *> rules_named(std::string_view flag, const std::vector<std::string> &ids) {
  std::vector<const Rule *> rules;
  for (const std::string &id : ids)
    rules.push_back(&rule_named(flag, id));
  return rules;
}

/// The alternatives of an option, as the name of its type.
std::string choice(std::vector<std::string_view> words, std::span<const std::string_view> more) {
  words.insert(words.end(), more.begin(), more.end());
  std::string out;
  for (const std::string_view word : words)
    out += (out.empty() ? "" : "|") + std::string(word);
  return out;
}

} // namespace

double CheckOptions::time() const {
  return now.empty() ? std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count()
                     : time_of("--now", now);
}

Layer CheckOptions::layer() const {
  Layer layer{.select = rules_named("--select", select), .ignore = rules_named("--ignore", ignore)};
  for (const std::string &pair : severity) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos)
      throw Error("--severity " + in_quotes(pair) + ": write RULE=LEVEL, such as malformed-tag=error");
    layer.severity.emplace_back(&rule_named("--severity", pair.substr(0, equals)),
                                severity_named("--severity", pair.substr(equals + 1)));
  }
  if (!max_age.empty())
    layer.max_age = duration("--max-age", max_age);
  if (!time_format.empty())
    layer.time_format = time_format_named("--time-format", time_format);
  if (!stackstate.empty())
    layer.stackstate = version_named("--stackstate", stackstate);
  return layer;
}

std::optional<Severity> CheckOptions::threshold() const {
  static constexpr std::array<std::string_view, 4> known = {"info", "warning", "error", "never"};
  const std::string_view level = one_of("--fail-on", fail_on, known);
  return exit_zero || level == "never" ? std::optional<Severity>() : severity_named("--fail-on", level);
}

std::string_view CheckOptions::form() const {
  std::vector<std::string_view> known = {"auto"};
  known.insert(known.end(), forms().begin(), forms().end());
  return one_of("--as", as, known);
}

std::map<std::string, std::string> CheckOptions::judging() const {
  std::map<std::string, std::string> flags = {
      {"as", as == "auto" ? "" : as},  {"max-age", max_age},           {"now", now},
      {"time-format", time_format},    {"stackstate", stackstate},     {"schema", schema},
      {"detect", detect ? "yes" : ""}, {"stream", stream ? "yes" : ""}};
  for (const auto &[flag, values] : {std::pair("select", &select), {"ignore", &ignore}, {"severity", &severity}})
    for (const std::string &value : *values)
      flags[flag] += (flags[flag].empty() ? "" : ",") + value;
  std::erase_if(flags, [](const auto &flag) { return flag.second.empty(); });
  return flags;
}

std::optional<UserSchema> CheckOptions::user_schema() const {
  if (schema.empty())
    return std::nullopt;
  std::optional<std::string> text;
  try {
    text = read_auxiliary_file(schema);
  } catch (const Error &why) {
    throw Error("--schema " + in_quotes(schema) + ": " + why.what());
  }
  if (!text)
    throw Error("--schema " + in_quotes(schema) + ": No such file or directory");
  try {
    return std::optional<UserSchema>(*text);
  } catch (const Error &broken) {
    throw Error("--schema " + in_quotes(schema) + " is " + broken.what());
  }
}

OptionTable check_options(CheckOptions &options) {
  static const std::string form = choice({"auto"}, forms()), format = choice({}, format_names()) + "[=FILE]";
  return {
      {"--as", form, &options.as, "the form of the input: a payload, or a part of one; auto decides by the keys",
       "Input"},
      {"--detect", "", &options.detect, "lint a named file only if it looks like a payload", "Input"},
      {"--embedded", "", &options.embedded,
       "also search documents, scripts and programs in folders and commits for payloads; stslint check always searches "
       "a file that you name",
       "Input"},
      {"--explain-detection", "", &options.explain_detection,
       "say of each input, on standard error, what it is read as and why", "Input"},
      {"--schema", "FILE", &options.schema, "also validate payloads against your own JSON Schema (draft-07)", "Rules"},
      {"--stream", "", &options.stream, "check the order of health streams and topology snapshots across payloads",
       "Input"},
      {"--max-age", "DURATION", &options.max_age,
       "the maximum age of events: 90s, 30m, 24h or 7d (default: no maximum)", "Input"},
      {"--now", "TIME", &options.now,
       "the current time for time rules, in seconds since 1970 or RFC 3339 (default: the clock)", "Input"},
      {"--time-format", "s|ms", &options.time_format,
       "the unit of the times in payloads: seconds, or milliseconds if they are sent with the header sts-time-format: "
       "ms",
       "Input"},
      {"--stackstate", "5.1|5.2|suse", &options.stackstate,
       "the version of StackState whose documentation decides; suse: SUSE Observability (default: 5.1)", "Rules"},
      {"--select", "RULES", &options.select, "use only these rules, separated by commas", "Rules", Option::commas},
      {"--ignore", "RULES", &options.ignore, "use all rules except these, separated by commas", "Rules",
       Option::commas},
      {"--severity", "RULE=LEVEL", &options.severity, "change the severity of a rule", "Rules", Option::commas},
      {"--fail-on", "info|warning|error|never", &options.fail_on, "the lowest severity that sets exit code 1", "Rules"},
      {"--exit-zero", "", &options.exit_zero, "ignore findings in the exit code: the same as --fail-on never", "Rules"},
      {"--config", "FILE", &options.config,
       "use this configuration for all inputs, instead of the nearest .stslint.json", "Configuration"},
      {"--no-config", "", &options.no_config, "read no .stslint.json", "Configuration"},
      {"--baseline", "FILE", &options.baseline,
       "the file of known findings, which are not reported (default: .stslint-baseline.json at the top of the "
       "repository)",
       "Configuration"},
      {"--no-baseline", "", &options.no_baseline, "use no baseline", "Configuration"},
      {"--format", format, &options.formats,
       "the report format, and the file to write it to; repeatable (default on standard output: text, or github in "
       "GitHub Actions)",
       "Output", Option::one_each},
      {"--show", "info|warning|error", &options.show, "the lowest severity in reports for people", "Output"},
      {"--max-findings", "N", &options.max_findings,
       "show at most N findings of each file in reports for people; the summary counts all", "Output"},
      {"--color", "auto|always|never", &options.color,
       "when to use colour; auto: on a terminal, unless NO_COLOR or CLICOLOR_FORCE decides", "Output"},
      {"-q,--quiet", "", &options.quiet,
       "print findings only, without the summary; with --format NAME=FILE, print nothing", "Output"},
  };
}

} // namespace stslint
