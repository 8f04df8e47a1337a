#include "command.hpp"

#include "arguments.hpp"
#include "format.hpp"
#include "inputs.hpp"
#include "levels.hpp"

#include "stslint/error.hpp"
#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <ostream>

namespace stslint {
namespace {

struct Options {
  std::vector<std::string> paths, formats, select, ignore, severity;
  std::string stdin_filename = "<stdin>", files_from, schema;
  bool nul = false;
  std::string as = "auto", show = "warning", fail_on = "error", color = "auto", max_age, now;
  bool detect = false, quiet = false;
};

Settings settings_of(const Options &options) {
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

std::string_view form_of(const Options &options) {
  std::vector<std::string_view> known = {"auto"};
  known.insert(known.end(), forms().begin(), forms().end());
  return one_of("--as", options.as, known);
}

/// The reports asked for, each with the file it goes to.
class Formats {
public:
  Formats(const Options &options, Console &console) {
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
      formats_.push_back(format == "json" ? json_format(out) : text_format(out, {least, color, options.quiet}));
    }
  }

  void payload(const PayloadReport &report) {
    for (const auto &format : formats_)
      format->payload(report);
  }

  void finish(const Summary &summary) {
    for (const auto &format : formats_)
      format->finish(summary);
    for (auto &[name, file] : files_)
      if (!file.flush())
        throw Error("--format: " + in_quotes(name) + " could not be written");
  }

private:
  std::ostream &open(const std::string &name) {
    auto &[kept, file] = files_.emplace_back(name, std::ofstream(name, std::ios::binary));
    if (!file)
      throw Error("--format: " + in_quotes(name) + " cannot be opened for writing");
    return file;
  }

  std::deque<std::pair<std::string, std::ofstream>> files_;
  std::vector<std::unique_ptr<Format>> formats_;
};

class Check {
public:
  Check(const Options &options, Console &console)
      : console_(console), stdin_name_(options.stdin_filename), detect_(options.detect), form_(form_of(options)),
        fail_on_(threshold(options.fail_on)), levels_(options.select, options.ignore, options.severity),
        linter_(settings_of(options)), formats_(options, console) {
    if (!options.schema.empty())
      hold_to_schema(options.schema);
  }

  int run(const std::vector<std::string> &paths) {
    const Expansion expansion =
        expand(paths, stdin_name_, [&](const std::string &what) { complain(what, unreadable); });
    std::vector<bool> linted;
    for (const Input &input : expansion.inputs)
      linted.push_back(lint(input));
    for (const auto &folder : expansion.folders)
      if (!detect_ && std::find(linted.begin() + static_cast<std::ptrdiff_t>(folder.first),
                                linted.begin() + static_cast<std::ptrdiff_t>(folder.last),
                                true) == linted.begin() + static_cast<std::ptrdiff_t>(folder.last))
        complain(folder.name + ": no payload in this folder; name a file to lint it anyway", unreadable);
    formats_.finish(summary_);
    return exit_;
  }

private:
  void complain(const std::string &what, ExitCode code) {
    console_.out.flush();
    console_.err << "stslint: " << printable(what) << std::endl;
    exit_ = std::max<int>(exit_, code);
  }

  void hold_to_schema(const std::string &file) {
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

  /// False if the input turned out to be none of our business.
  bool lint(const Input &input) {
    std::string why;
    if (const ExitCode code = read(input, console_, bytes_, why); code != clean) {
      complain(input.name + ": " + why, code);
      return true;
    }
    const FileKind kind = kind_of(input.name);
    linter_.settings().comments = kind.comments;
    bool ours = true, first = true;
    for_each_record(bytes_, kind.lines, [&](const Record &record) {
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
        report(input, record, found);
      return ours;
    });
    ++(ours ? summary_.inputs : summary_.skipped);
    return ours;
  }

  void report(const Input &input, const Record &record, std::span<const Finding> found) {
    ++summary_.payloads;
    summary_.events += linter_.events();
    reported_.clear();
    for (const Finding &finding : found) {
      const auto severity = levels_.of(*finding.rule);
      if (!severity)
        continue;
      reported_.push_back({&finding, *severity});
      ++(*severity == Severity::error     ? summary_.errors
         : *severity == Severity::warning ? summary_.warnings
                                          : summary_.infos);
      if (fail_on_ && *severity >= *fail_on_)
        exit_ = std::max<int>(exit_, findings);
    }
    formats_.payload({input.name, record, linter_, reported_});
  }

  Console &console_;
  std::string stdin_name_;
  bool detect_;
  std::string_view form_;
  std::optional<Severity> fail_on_;
  Levels levels_;
  std::optional<UserSchema> schema_;
  Linter linter_;
  Formats formats_;
  std::string bytes_;
  std::vector<Reported> reported_;
  Summary summary_;
  int exit_ = clean;
};

} // namespace

Action declare_check(CLI::App &app, Console &console) {
  const auto options = std::make_shared<Options>();
  app.add_option("path", options->paths, "files and folders, - for standard input; the current folder if none")
      ->type_name("PATH");
  app.add_option("--as", options->as, "what the input is: auto, payload, or a part: events, event, metrics, metric")
      ->type_name("FORM")
      ->capture_default_str()
      ->group("Input");
  app.add_flag("--detect", options->detect, "lint files named by hand only if they look like payloads")->group("Input");
  app.add_option("--files-from", options->files_from, "lint the paths in this file, one a line; - for standard input")
      ->type_name("FILE")
      ->group("Input");
  app.add_flag("-0", options->nul, "the paths of --files-from end with NUL, not with line breaks")->group("Input");
  app.add_option("--stdin-filename", options->stdin_filename,
                 "what reports call standard input; its ending tells its kind")
      ->type_name("NAME")
      ->group("Input");
  app.add_option("--schema", options->schema, "a JSON Schema (draft-07) of your own to hold payloads to as well")
      ->type_name("FILE")
      ->group("Rules");
  app.add_option("--max-age", options->max_age, "report older events as stale: 90s, 30m, 24h, 7d")
      ->type_name("DURATION")
      ->group("Input");
  app.add_option("--now", options->now, "the time to judge by, in seconds since 1970 or RFC 3339; else the clock's")
      ->type_name("TIME")
      ->group("Input");
  app.add_option("--select", options->select, "only these rules, separated by commas")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--ignore", options->ignore, "all rules but these, separated by commas")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--severity", options->severity, "another severity for a rule")
      ->type_name("RULE=LEVEL")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group("Rules");
  app.add_option("--fail-on", options->fail_on,
                 "the least severity that makes the exit code 1: info, warning, error, never")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->group("Rules");
  app.add_option("--format", options->formats, "text or json, =FILE to write it there; repeatable")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false)
      ->group("Output");
  app.add_option("--show", options->show, "the least severity shown in text: info, warning, error")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->group("Output");
  app.add_option("--color", options->color, "auto, always or never")
      ->type_name("WHEN")
      ->capture_default_str()
      ->group("Output");
  app.add_flag("-q,--quiet", options->quiet, "findings only, no summary")->group("Output");
  return [options, &console] {
    std::vector<std::string> paths = options->paths;
    if (options->nul && options->files_from.empty())
      throw Error("-0 tells how the paths of --files-from end; name that file too");
    if (!options->files_from.empty())
      for (std::string &path : read_paths(options->files_from, options->nul ? '\0' : '\n', console))
        paths.push_back(std::move(path));
    else if (paths.empty())
      paths.emplace_back(".");
    return Check(*options, console).run(paths);
  };
}

} // namespace stslint
