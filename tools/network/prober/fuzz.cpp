#include "fuzz.hpp"

#include "baseline.hpp"
#include "case_files.hpp"
#include "command_line/arguments.hpp"
#include "input/auxiliary_file.hpp"
#include "input/inputs.hpp"
#include "network/http/headers.hpp"
#include "replay.hpp"
#include "report.hpp"
#include "session.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <ostream>
#include <unistd.h>

namespace stslint {
namespace {

using namespace prober;

volatile std::sig_atomic_t interrupted = 0;

/// The first Ctrl-C ends the run and writes the report; the second ends the program.
void end_well_on_signals() {
  struct sigaction action {};
  action.sa_handler = [](int) { interrupted = 1; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

/// `90s`, or a plain number of seconds.
double seconds(std::string_view flag, const std::string &text) {
  const bool plain = !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
  const double value = duration(flag, plain ? text + 's' : text);
  if (value <= 0)
    throw Error(std::string(flag) + " must be more than 0 seconds");
  return value;
}

std::vector<Target> targets(const FuzzOptions &options, const Policy &policy, Console &console) {
  static constexpr std::string_view encodings[] = {"none", "gzip", "deflate"};
  const std::string_view encoding = one_of("--compress", options.compress, encodings);
  expect_headers(options.headers);
  std::vector<Target> all;
  for (const std::string &url : options.urls) {
    all.push_back(target_of(url, console.environment(key_variable), options.allow_hosts));
    all.back().headers = options.headers;
    for (const std::string &header : options.headers)
      for (Redactor *secrets : {&all.back().secrets, console.secrets})
        if (secrets != nullptr)
          secrets->add_header(header);
    all.back().encoding = encoding == "none" ? "" : encoding;
    all.back().judging = words_of(options.judging);
    all.back().time_format = policy.settings.time_format;
  }
  return all;
}

ProbeOptions probe_options(const FuzzOptions &options, const Policy &policy, const Target &target) {
  static constexpr double gently = 50;
  return {.seed = options.seed,
          .requests = options.requests,
          .time = std::chrono::duration<double>(seconds("--time", options.time)),
          .timeout = std::chrono::duration<double>(seconds("--timeout", options.timeout)),
          .rate = options.rate > 0 || target.pinned.loopback ? options.rate : gently,
          .catalogue_only = options.catalogue,
          .policy = policy};
}

/// The payloads in files; throws Error if one cannot be read.
std::vector<Probe> own_payloads(const FuzzOptions &options, Console &console) {
  std::vector<Probe> all;
  if (options.payloads.empty())
    return all;
  const auto complain = [](const std::string &name, const std::string &why) {
    throw Error("--payloads: " + in_quotes(name) + ' ' + why);
  };
  for (const Input &input : expand(options.payloads, "<stdin>", complain).inputs) {
    std::string bytes, why;
    if (read(input, console, bytes, why) != clean)
      complain(input.name, why);
    all.push_back({.row = "payloads", .what = input.name, .payload = bytes});
  }
  return all;
}

std::vector<std::string> read_all(const std::vector<std::string> &files) {
  std::vector<std::string> all;
  for (const std::string &name : files) {
    std::optional<std::string> bytes;
    try {
      bytes = read_auxiliary_file(name);
    } catch (const Error &why) {
      throw Error("--replay: cannot read " + in_quotes(name) + ": " + why.what());
    }
    if (!bytes)
      throw Error("--replay: cannot read " + in_quotes(name));
    all.push_back(*std::move(bytes));
  }
  return all;
}

using Report = void (*)(const Surveys &, std::ostream &);

struct Wanted {
  Report report;
  std::string file; ///< empty: standard output
};

void text(const Surveys &surveys, std::ostream &out) { text_report(surveys, out, true); }
void short_text(const Surveys &surveys, std::ostream &out) { text_report(surveys, out, false); }

/// The requested reports; a report to a file does not replace the one for people.
std::vector<Wanted> wanted_reports(const FuzzOptions &options) {
  static constexpr std::string_view names[] = {"text", "json", "junit", "html"};
  const Report reports[] = {options.quiet ? short_text : text, json_report, junit_report, html_report};
  std::vector<Wanted> wanted;
  bool on_standard_output = false;
  for (const std::string &format : options.formats) {
    const std::size_t equals = format.find('=');
    const std::string_view name = one_of("--format", format.substr(0, equals), names);
    wanted.push_back({reports[std::ranges::find(names, name) - std::begin(names)],
                      equals == std::string::npos ? "" : format.substr(equals + 1)});
    on_standard_output |= equals == std::string::npos;
  }
  if (!on_standard_output)
    wanted.push_back({reports[0], ""});
  return wanted;
}

void write(const Surveys &surveys, const std::vector<Wanted> &reports, Console &console) {
  for (const Wanted &wanted : reports) {
    if (wanted.file.empty()) {
      wanted.report(surveys, console.out);
      continue;
    }
    RedactedFile file(wanted.file, console.secrets);
    wanted.report(surveys, file);
    if (!file.flush())
      throw Error("--format: cannot write " + in_quotes(wanted.file));
  }
  if (!console.out.flush())
    throw Error("cannot write to standard output");
}

/// A changing line on the terminal.
class Line {
public:
  Line(Console &console, bool wanted) : err_(console.err), shown_(wanted && ::isatty(STDERR_FILENO) == 1) {}
  ~Line() { clear(); }
  void show(const SessionStatus &progress) {
    const auto now = std::chrono::steady_clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(100))
      return;
    last_ = now;
    err_ << "\r\x1b[K" << progress.phase << ": " << progress.requests << " of " << progress.budget << " requests, "
         << counted(progress.discoveries, "finding") << std::flush;
  }
  void clear() {
    if (shown_)
      err_ << "\r\x1b[K" << std::flush;
  }

private:
  std::ostream &err_;
  const bool shown_;
  std::chrono::steady_clock::time_point last_{};
};

int dry_run(const std::vector<Target> &targets, const std::vector<Probe> &own, const std::vector<Probe> &catalogue,
            const FuzzOptions &options, std::ostream &out) {
  for (const Target &target : targets)
    out << printable(target.shown()) << '\n'
        << "  " << counted(own.size(), "payload") << " of yours, " << catalogue.size() << " from the catalogue"
        << (options.catalogue ? "" : ", then random payloads with seed " + std::to_string(options.seed)) << ": at most "
        << counted(options.requests, "request") << '\n';
  out << "no request was sent (--dry-run)\n";
  return clean;
}

} // namespace

int fuzz(const FuzzOptions &options, Console &console) {
  Layer layer = options.judging.layer();
  if (!options.judging.schema.empty())
    layer.schema = absolute_path(options.judging.schema);
  Configuration configuration(options.judging, std::move(layer), Files::on_disk());
  const Policy &policy = configuration.of(absolute_path("payload.json"));
  const std::vector<Target> all = targets(options, policy, console);
  const std::vector<Wanted> reports = wanted_reports(options);
  if (options.write_baseline && options.baseline.empty())
    throw Error("--write-baseline needs --baseline FILE");
  std::error_code no_folder;
  if (options.replay.size() == 1 && std::filesystem::is_directory(options.replay[0], no_folder)) {
    bool right = true;
    for (const Target &target : all) {
      const ProbeOptions wanted = probe_options(options, policy, target);
      if (!listens(target, wanted)) {
        console.out << "no receiver listens at " << printable(target.shown()) << "; start it first\n";
        return unreadable;
      }
      right &= replay_folder(target, wanted, options.replay[0], console.out);
    }
    return right ? clean : findings;
  }
  if (!options.replay.empty()) {
    const auto payloads = read_all(options.replay);
    bool right = true;
    for (const Target &target : all)
      right &= replay(target, probe_options(options, policy, target), payloads, console.out);
    return right ? clean : findings;
  }
  const std::set<std::string> known =
      options.baseline.empty() || options.write_baseline ? std::set<std::string>() : read_baseline(options.baseline);
  Generator generator(options.seed, {.time_format = policy.settings.time_format});
  Oracle oracle(policy);
  std::vector<Probe> own = own_payloads(options, console), known_kinds = catalogue(generator, oracle);
  std::size_t index = 0;
  for (std::vector<Probe> *probes : {&own, &known_kinds})
    for (Probe &probe : *probes)
      probe.index = index++;
  if (options.dry_run)
    return dry_run(all, own, known_kinds, options, console.out);
  end_well_on_signals();
  Surveys surveys;
  int code = clean;
  for (const Target &target : all) {
    Line line(console, !options.quiet);
    const Session::Watch watch = [&](const SessionStatus &progress) { line.show(progress); };
    const std::function<bool()> stop = [] { return interrupted != 0; };
    Survey survey =
        Session(target, probe_options(options, policy, target), watch, stop).run(own, known_kinds, generator);
    for (Discovery &found : survey.discoveries)
      found.known = known.contains(key_of(found));
    write_cases(survey, target, options.out, all.size() > 1 ? std::to_string(surveys.size() + 1) + '-' : "");
    const bool untested = !survey.unusable.empty() || survey.starved();
    code = std::max<int>(code, untested ? unreadable : survey.failures() > 0 ? findings : clean);
    surveys.push_back(std::move(survey));
  }
  if (options.write_baseline)
    prober::write_baseline(options.baseline, surveys);
  write(surveys, reports, console);
  return options.write_baseline && code == findings ? clean : code;
}

} // namespace stslint
