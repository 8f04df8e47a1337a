#include "linting_handler.hpp"

#include "command_line/arguments.hpp"
#include "encode/json.hpp"
#include "input/gunzip.hpp"
#include "input/inputs.hpp"
#include "input/reader.hpp"
#include "report/finding_json.hpp"
#include "report/format.hpp"

#include "lib/report/json_writer.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <sstream>

namespace stslint {
namespace {

/// The maximum number of findings in an answer.
constexpr std::size_t max_answered = 1000;
/// The maximum number of different addresses that are told apart.
constexpr std::size_t most_others = 100;
/// Larger payloads are linted one at a time, because their memory would add up.
constexpr std::size_t small = std::size_t{2} << 20;

std::string json(int status, const std::string &why) {
  return text_of({{"version", 1}, {"status", status}, {"error", why}}) + '\n';
}

/// The name for the configuration: a file in this folder, or in the folder of --record.
std::string first_name(const ServeOptions &options) {
  return options.record.empty() ? "request 1" : (std::filesystem::path(options.record) / "000001.json").string();
}

} // namespace

LintingHandler::LintingHandler(const ServeOptions &options, Console &console, std::function<void()> done)
    : options_(options), console_(console), done_(std::move(done)), checker_(options, console) {
  std::error_code error;
  if (!options.record.empty() && !std::filesystem::create_directories(options.record, error) && error)
    throw Error("--record " + in_quotes(options.record) + ": " + error.message());
  checker_.prepare({{}, first_name(options)}); // reports errors of the configuration before the first request
}

Answer LintingHandler::refuse(int status, const std::string &why) {
  const std::lock_guard lock(mutex_);
  count();
  return refuse("request " + std::to_string(requests_), status, why);
}

Answer LintingHandler::refuse(const std::string &name, int status, const std::string &why) {
  checker_.complain(name, "answered " + std::to_string(status) + ": " + why, unreadable);
  return {status, json(status, why)};
}

void LintingHandler::note_other(const std::string &what) {
  const std::lock_guard lock(mutex_);
  last_ = std::chrono::steady_clock::now();
  if (others_.size() < most_others || others_.contains(what))
    ++others_[what];
}

std::string LintingHandler::findings() {
  const std::lock_guard lock(mutex_);
  const Summary &all = checker_.summary();
  const std::lock_guard kept(kept_);
  std::string out = "{\"version\":1,\"summary\":";
  JsonWriter summary(out);
  summary.open('{');
  summary.member("requests", requests_);
  summary.member("payloads", all.payloads);
  summary.member("errors", all.errors);
  summary.member("warnings", all.warnings);
  summary.member("infos", all.infos);
  summary.close('}');
  out += ",\"findings\":[";
  for (const std::string &each : findings_)
    out.append(&each == &findings_.front() ? "\n  " : ",\n  ").append(each);
  return out + (findings_.empty() ? "" : "\n") + "]}\n";
}

void LintingHandler::count() {
  last_ = std::chrono::steady_clock::now();
  if (++requests_ == options_.max_requests)
    done_();
}

Answer LintingHandler::take(PayloadRequest request) {
  std::string name = begin(request);
  std::unique_lock alone(large_, std::defer_lock);
  if (request.bytes.size() > small)
    alone.lock();
  if (const auto refusal = unpack(name, request, alone))
    return *refusal;
  const auto how = settings(name, request);
  return how ? lint(name, request.bytes, *how) : lint_in_order(name, request.bytes);
}

/// Counts a request, and names it.
std::string LintingHandler::begin(const PayloadRequest &request) {
  const std::lock_guard lock(mutex_);
  count();
  const std::string name = "request " + std::to_string(requests_);
  const std::string_view type = std::string_view(request.type).substr(0, request.type.find(';'));
  if (type != "application/json")
    checker_.note(name + ": warning: its Content-Type is " + (type.empty() ? "missing" : in_quotes(type)) +
                  "; the documentation uses application/json");
  return name;
}

/// Decompresses a payload; a large one `alone`.
std::optional<Answer> LintingHandler::unpack(const std::string &name, PayloadRequest &request,
                                             std::unique_lock<std::mutex> &alone) {
  if (request.encoding != "gzip" && request.encoding != "deflate")
    return std::nullopt;
  const Wrapping wrapping = request.encoding == "gzip" ? Wrapping::gzip : wrapping_of_deflate(request.bytes);
  std::string payload;
  Gunzip result = gunzip(request.bytes, payload, alone ? max_payload : small, wrapping);
  if (result == Gunzip::too_large && !alone) {
    alone.lock();
    result = gunzip(request.bytes, payload, max_payload, wrapping);
  }
  request.bytes = std::move(payload);
  if (result == Gunzip::done)
    return std::nullopt;
  const std::lock_guard lock(mutex_);
  return result == Gunzip::too_large
             ? refuse(name, 413, "the payload is larger than 50 MiB when decompressed; split it")
             : refuse(name, 400,
                      "the payload is damaged, or it is not " + request.encoding + " as Content-Encoding says");
}

/// Saves a payload as a file, and returns its name.
std::string LintingHandler::record(const std::string &payload) {
  for (;;) {
    std::string number = std::to_string(++recorded_);
    number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
    const std::string name = (std::filesystem::path(options_.record) / (number + ".json")).string();
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(name.c_str(), "wbx"), &std::fclose);
    if (!file && errno == EEXIST) // from an earlier run
      continue;
    if (!file || std::fwrite(payload.data(), 1, payload.size(), file.get()) < payload.size() ||
        std::fflush(file.get()) != 0)
      checker_.complain(name, std::strerror(errno), unreadable);
    return name;
  }
}

/// The settings to lint a payload with, after it was recorded; empty if payloads must be linted in order.
std::optional<PrefilterSettings> LintingHandler::settings(std::string &name, const PayloadRequest &request) {
  const std::lock_guard lock(mutex_);
  if (!options_.record.empty())
    name = record(request.bytes);
  checker_.set_now(options_.time());
  checker_.set_time_format(request.time_format == "ms" ? TimeFormat::ms : TimeFormat::s);
  return checker_.can_prefilter() ? checker_.prefilter_settings({{}, name}) : std::nullopt;
}

struct LintingHandler::Result {
  Summary summary;
  std::vector<Reported> reported;
};

/// The result of the last payload.
LintingHandler::Result LintingHandler::result_since(const Summary &before) const {
  Result result{checker_.summary(), {}};
  for (std::size_t Summary::*field :
       {&Summary::inputs, &Summary::payloads, &Summary::events, &Summary::errors, &Summary::warnings, &Summary::infos,
        &Summary::skipped, &Summary::unjudged, &Summary::suppressed})
    result.summary.*field -= before.*field;
  const auto reported = checker_.reported();
  if (result.summary.inputs > 0 && result.summary.unjudged == 0)
    result.reported.assign(reported.begin(), reported.end());
  return result;
}

Answer LintingHandler::lint(const std::string &name, const std::string &payload, const PrefilterSettings &how) {
  Linter linter;
  linter.settings() = how.settings;
  linter.use_schema(how.schema);
  std::span<const Finding> found;
  std::string limit;
  try {
    found = linter.lint(payload, how.form);
  } catch (const Error &error) {
    limit = error.what();
  } catch (const std::bad_alloc &) {
    limit = no_memory;
  }
  std::unique_lock lock(mutex_);
  const Summary before = checker_.summary();
  if (limit.empty())
    checker_.linted({{}, name}, payload, linter, found);
  else
    checker_.complain(name, limit, internal);
  console_.out.flush();
  const Result result = result_since(before);
  lock.unlock();
  return answer(name, payload, linter, result);
}

Answer LintingHandler::lint_in_order(const std::string &name, const std::string &payload) {
  const std::lock_guard lock(mutex_);
  const Summary before = checker_.summary();
  checker_.lint({{}, name}, payload);
  console_.out.flush();
  return answer(name, payload, checker_.linter(), result_since(before));
}

Answer LintingHandler::answer(const std::string &name, const std::string &payload, Linter &linter,
                              const Result &result) {
  if (result.summary.unjudged > 0)
    return {500, json(500, "the payload was not checked because of a limit")};
  const std::span<const Reported> reported = result.reported;
  const bool broken = std::ranges::any_of(reported, &Reported::fails);
  std::ostringstream out;
  const auto format = json_format(out, {});
  const Record record{payload};
  const PayloadReport report{name, record, linter, reported.first(std::min(reported.size(), max_answered))};
  format->payload(report);
  format->finish(result.summary);
  keep(report);
  return {broken && !options_.accept_all ? 400 : 200, out.str()};
}

/// Keeps the findings of a payload for GET /stslint/findings, and forgets the oldest.
void LintingHandler::keep(const PayloadReport &report) {
  const std::lock_guard lock(kept_);
  for (const Reported &reported : report.findings)
    findings_.push_back(finding_text(report, reported));
  while (findings_.size() > max_answered)
    findings_.pop_front();
}

std::chrono::steady_clock::time_point LintingHandler::last() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

int LintingHandler::finish() {
  const std::lock_guard lock(mutex_);
  for (const auto &[what, times] : others_)
    checker_.note("also answered " + printable(what) + (times > 1 ? ", " + std::to_string(times) + " times" : ""));
  const int code = checker_.finish();
  if (requests_ > 0)
    return code;
  checker_.note("no request came");
  return unreadable;
}

} // namespace stslint
