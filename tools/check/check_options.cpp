#include "check_options.hpp"

#include "command_line/arguments.hpp"

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

/// Words of which one is to be chosen, as the name of an option's type.
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

OptionTable check_options(CheckOptions &options) {
  static const std::string form = choice({"auto"}, forms()), format = choice({}, format_names()) + "[=FILE]";
  return {
      {"--as", form, &options.as, "what the input is: a payload, or a part of one; auto goes by its keys", "Input"},
      {"--detect", "", &options.detect, "lint files named by hand only if they look like payloads", "Input"},
      {"--schema", "FILE", &options.schema, "a JSON Schema (draft-07) of your own to hold payloads to as well",
       "Rules"},
      {"--stream", "", &options.stream,
       "hold health streams and topology snapshots to their order, from payload to payload and file to file", "Input"},
      {"--max-age", "DURATION", &options.max_age, "report older events as stale: 90s, 30m, 24h, 7d", "Input"},
      {"--now", "TIME", &options.now, "the time to judge by, in seconds since 1970 or RFC 3339; else the clock's",
       "Input"},
      {"--select", "RULES", &options.select, "only these rules, separated by commas", "Rules", Option::commas},
      {"--ignore", "RULES", &options.ignore, "all rules but these, separated by commas", "Rules", Option::commas},
      {"--severity", "RULE=LEVEL", &options.severity, "another severity for a rule", "Rules", Option::commas},
      {"--fail-on", "info|warning|error|never", &options.fail_on, "the least severity that makes the exit code 1",
       "Rules"},
      {"--exit-zero", "", &options.exit_zero, "findings make no exit code: the same as --fail-on never", "Rules"},
      {"--config", "FILE", &options.config, "settings for all inputs, instead of the nearest .stslint.json",
       "Configuration"},
      {"--no-config", "", &options.no_config, "look for no .stslint.json", "Configuration"},
      {"--baseline", "FILE", &options.baseline,
       "findings to live with; else .stslint-baseline.json at the top of the repository", "Configuration"},
      {"--no-baseline", "", &options.no_baseline, "use none", "Configuration"},
      {"--format", format, &options.formats,
       "how to report, and into which file; repeatable. Without it: text, or github where GitHub Actions reads",
       "Output", Option::one_each},
      {"--show", "info|warning|error", &options.show, "the least severity shown to people", "Output"},
      {"--max-findings", "N", &options.max_findings, "show people no more than so many of a file; all are counted",
       "Output"},
      {"--color", "auto|always|never", &options.color,
       "whether to use colour; auto: on a terminal. NO_COLOR and CLICOLOR_FORCE are heeded", "Output"},
      {"-q,--quiet", "", &options.quiet, "findings only, no summary", "Output"},
  };
}

} // namespace stslint
