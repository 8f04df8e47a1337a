#include "checker.hpp"

#include "config/config_contract.hpp"
#include "input/inputs.hpp"
#include "input/reader.hpp"
#include "progress_line.hpp"
#include "report/fingerprints.hpp"

#include "lib/lint/places.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <deque>
#include <new>
#include <ostream>
#include <utility>

namespace stslint {

namespace {

std::string listed(const std::vector<std::string> &names) {
  std::string list;
  for (const std::string &name : names)
    list += (list.empty() ? "" : ", ") + name;
  return list;
}

} // namespace

Checker::Checker(const CheckOptions &options, Console &console, Files files, std::unique_ptr<Format> format)
    : console_(console),
      reports_to_(console.with_out(options.diff ? console.err : console.out, console.terminal && !options.diff)),
      embedded_(options.embedded), detect_(options.detect), explain_detection_(options.explain_detection),
      quiet_(options.quiet), fix_(options), form_(options.form()), fail_on_(options.threshold()), now_(options.time()),
      stream_(options.stream), flags_(options.judging()), configuration_(options, options.layer(), std::move(files)),
      known_(options, configuration_), schema_(options.user_schema()),
      reports_(format ? Reports(std::move(format), reports_to_) : Reports(options, options, reports_to_)) {
  summary_.noun = options.noun;
}

bool Checker::embeds(const std::string &name) {
  const bool searched = embedded_ || configuration_.embeds(absolute_path(name));
  unsearched_ += searched ? 0 : 1;
  return searched;
}

void Checker::complain_of_folder(const std::string &name, const std::string &revision) {
  complain(name,
           "this folder " + (revision.empty() ? "" : "of " + revision + ' ') +
               "contains no payload; to lint a file anyway, name the file" +
               (unsearched_ > 0 ? "; to search documents and programs, add --embedded" : ""),
           unreadable);
}

void Checker::set_now(double now) {
  now_ = now;
  linter_.settings().now = now;
}

void Checker::set_time_format(TimeFormat format) {
  time_format_ = format;
  linter_.settings().time_format = format;
}

void Checker::make_room() {
  if (progress_ != nullptr)
    progress_->wipe();
}

void Checker::note(const std::string &what) {
  make_room();
  console_.out.flush();
  console_.err << "stslint: " << printable(what) << std::endl;
}

void Checker::pass_over(const std::vector<std::string> &repositories, const std::string &remedy) {
  if (!repositories.empty() && !quiet_)
    note("submodules and other repositories are not linted: " + listed(repositories) + "; to lint one, " + remedy);
}

void Checker::pass_over_links(const std::vector<std::string> &links) {
  constexpr std::size_t most_shown = 300;
  if (!links.empty() && !quiet_)
    note("links that are not followed: " + shortened(listed(links), most_shown) +
         "; to lint the target of one, name the target");
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

/// Prepares the linter for an input. All files of a folder without configuration get the same settings.
void Checker::prepare(const Input &input) {
  const std::string_view folder = std::string_view(input.name).substr(0, input.name.rfind('/') + 1);
  const bool alike = folder_ == folder && config_ == nullptr;
  if (!alike || !known_.none())
    path_ = absolute_path(input.name);
  if (!alike) {
    folder_.reset(); // a wrong configuration stays wrong
    config_ = configuration_.file_for(path_);
    policy_ = &configuration_.of(path_);
    linter_.settings() = policy_->settings;
    linter_.settings().now = now_;
    linter_.settings().time_format = time_format_.value_or(policy_->settings.time_format);
    linter_.settings().streams = stream_ ? &streams_ : nullptr;
    linter_.use_schema(schema_ ? &*schema_ : policy_->schema);
    folder_ = folder;
  }
  kind_ = kind_of(input.name);
  if (form() == "auto" && (input.by_hand || embedded_ || (config_ != nullptr && configuration_.embeds(path_))))
    kind_ = searched(kind_);
  linter_.settings().comments = kind_.comments;
  linter_.settings().placeholders = linter_.settings().fragments = false;
}

/// The form of the current input; auto if its keys decide.
std::string_view Checker::form() const {
  return form_ != "auto" || policy_->form.empty() ? form_ : std::string_view(policy_->form);
}

/// An input may hold several payloads.
bool Checker::has_several() const { return kind_.lines || kind_.host; }

/// An input is linted only if it looks like a payload: nobody named it, by hand or in the configuration.
bool Checker::only_payloads(const Input &input) const { return (detect_ || !input.by_hand) && !policy_->included; }

bool Checker::excludes(const Input &input) const { return (detect_ || !input.by_hand) && policy_->included == false; }

/// One line for the current input, whose first record was linted, or for a block of it that is like a payload.
void Checker::explain_detection(const Input &input, const Record &record) {
  std::string why;
  const Detection seen = detect(linter_.document(), standard_contract(), &why);
  if (record.block != nullptr && !seen.alike && !linter_.document().within()) {
    ++unlike_;
    return;
  }
  const std::string name = input.name + (record.block == nullptr ? "" : ':' + std::to_string(record.block->line));
  if (record.block != nullptr && (seen.payload || !linter_.document().within()))
    ;
  else if (linter_.document().within())
    why = "no payload, but a string in it is one" +
          std::string(only_payloads(input) ? "; name the file by hand to lint that" : ", which is linted");
  else if (form() != "auto")
    why = "read as " + std::string(form()) + ": " + (form_ != "auto" ? "--as" : "the configuration") + " says so";
  else if (!seen.payload && policy_->included)
    why += "; linted, because the configuration includes it";
  else if (!seen.payload && !only_payloads(input))
    why += "; linted, because it was named by hand";
  else if (!seen.payload && searched(kind_).host && is_collection(record.text))
    why += ", but it may hold payloads: --embedded searches it";
  note(name + ": " + why);
}

bool Checker::lint(const Input &input, std::string_view bytes, const Keep &keep) {
  if (begin(input))
    whole(input, bytes, keep);
  return end(input);
}

void Checker::whole(const Input &input, std::string_view bytes, const Keep &keep) try {
  std::string better;
  kind_ = settled(kind_, bytes);
  if (explain_detection_ && kind_.payloads && kind_.host)
    note(input.name + ": no payload itself, but a document that may hold payloads, which are linted");
  piece(input, fix_.any() ? fixed(input, bytes, better) : bytes, keep);
} catch (const Error &limit) {
  complain(input.name, limit.what(), internal);
}

std::optional<PrefilterSettings> Checker::prefilter_settings(const Input &input) {
  prepare(input);
  if (excludes(input))
    return std::nullopt;
  return PrefilterSettings{linter_.settings(), schema_ ? &*schema_ : policy_->schema, form(), kind_,
                           only_payloads(input)};
}

bool Checker::count_clean(const Input &input, const Prefiltered &seen) {
  begin(input);
  bytes_ = seen.end.offset;
  ours_ = ours_ && (!only_payloads(input) || seen.payload.value_or(true));
  if (ours_)
    add(seen.clean);
  return end(input);
}

void Checker::add(const Summary &clean) {
  summary_.payloads += clean.payloads;
  summary_.events += clean.events;
  summary_.parts += clean.parts;
  if (clean.parts > 0)
    summary_.part = clean.part;
}

bool Checker::begin(const Input &input) {
  prepare(input);
  ours_ = !excludes(input);
  if (!ours_ && explain_detection_)
    note(input.name + ": the configuration excludes it");
  next_ = {{}, input.part.from, input.part.first_line};
  before_ = summary_;
  bytes_ = 0;
  unlike_ = 0;
  first_ = whole_ = true;
  reported_any_ = false;
  return ours_;
}

bool Checker::piece(const Input &input, std::string_view bytes, const Keep &keep) {
  bytes_ += bytes.size();
  next_ = for_each_record(
      bytes, kind_, [&](const Record &record) { return lint(input, record, keep); }, next_);
  if (first_ && kind_.host)
    ours_ = !only_payloads(input);
  return ours_;
}

bool Checker::piece(const Input &input, std::string_view bytes, const Prefiltered &seen) {
  bytes_ += seen.end.offset;
  add(seen.clean);
  for (const Record &suspect : seen.suspects)
    lint(input, {suspect.text, next_.offset + suspect.offset, next_.line + suspect.line - 1}, {});
  next_.offset += seen.end.offset;
  next_.line += seen.end.line - 1;
  return piece(input, bytes.substr(seen.end.offset));
}

bool Checker::lint(const Input &input, const Record &record, const Keep &keep) {
  std::span<const Finding> found;
  try {
    found = lint_record(linter_, record, form());
  } catch (const Error &limit) {
    complain(input.name, limit.what(), internal);
    return true;
  } catch (const std::bad_alloc &) {
    complain(input.name, no_memory, internal);
    return true;
  }
  if (first_ && only_payloads(input) && record.block == nullptr)
    ours_ = linter_.detection().payload;
  if ((first_ || record.block != nullptr) && explain_detection_)
    explain_detection(input, record);
  if (!is_payload(linter_, record))
    return true;
  first_ = false;
  note_breaks(linter_, found);
  if (ours_)
    report(input, record, linter_, found, keep);
  return ours_;
}

void Checker::linted(const Input &input, std::string_view bytes, Linter &by, std::span<const Finding> found) {
  if (begin(input)) {
    bytes_ = bytes.size();
    note_breaks(by, found);
    report(input, {bytes}, by, found, {});
  }
  end(input);
}

/// Broken JSON may hide findings after it.
void Checker::note_breaks(Linter &by, std::span<const Finding> found) {
  whole_ = whole_ && std::ranges::none_of(found, [&](const Finding &finding) {
             return place_of(by, finding).flaw != nullptr && finding.rule->severity == Severity::error;
           });
}

bool Checker::end(const Input &input) {
  if (unlike_ > 0)
    note(input.name + ": no key of a payload in " + counted(unlike_, "other block"));
  if (reported_any_)
    make_room(); // it may get more findings
  if (ours_)
    reports_.input({input.name, input.part.from, bytes_, summary_.payloads - before_.payloads,
                    summary_.events - before_.events, input.part.is_continued()});
  if (ours_ && whole_)
    known_.linted(path_, config_);
  ++(ours_ ? summary_.inputs : summary_.skipped);
  return ours_;
}

void Checker::judge(Severity severity) {
  if (fail_on_ && severity >= *fail_on_)
    exit_ = std::max<int>(exit_, findings);
}

void Checker::count(const Finding &finding, Severity severity) {
  reported_.push_back({&finding, severity, fail_on_ && severity >= *fail_on_});
  summary_.count(severity);
  judge(severity);
}

void Checker::report(const Input &input, const Record &record, Linter &by, std::span<const Finding> found,
                     const Keep &keep) {
  summary_.count(by, form());
  reported_.clear();
  suppressed_.clear();
  known_.look_at(path_, by, found, has_several());
  for (const Finding &finding : found) {
    const auto severity = policy_->severities.of(*finding.rule);
    if (const std::string *reason = known_.take(path_, config_, by, finding, severity.has_value())) {
      if (severity)
        suppressed_.push_back({&finding, *severity, *reason});
      continue;
    }
    const Block *const block = record.block;
    if (block != nullptr && severity && std::ranges::find(block->ignored, finding.rule->id) != block->ignored.end()) {
      suppressed_.push_back({&finding, *severity, "a comment before the block"});
      continue;
    }
    if (!severity || (keep && !keep(by, record, finding)))
      continue;
    count(finding, *severity);
  }
  summary_.suppressed += suppressed_.size();
  if (!reported_.empty()) {
    make_room();
    reported_any_ = true;
  }
  reports_.payload({input.name, record, by, reported_, suppressed_});
}

/// Findings about suppressions are reported at their place in the file.
void Checker::report_unused() {
  static const Rule &rule = *find_rule("unused-suppression");
  for (const auto &[file, unused] : known_.unused()) {
    const auto severity = configuration_.of(file->path).severities.of(rule);
    if (!severity)
      continue;
    Linter linter({.comments = true}, config_contract());
    linter.lint(file->text, "config");
    reported_.clear();
    std::deque<Finding> findings;
    for (const auto &[entry, message] : unused) {
      const Value value(linter.document(), file->nodes[entry]);
      count(findings.emplace_back(noted(linter, rule, value, message)), *severity);
    }
    reports_.payload({seen_from_here(file->path), {file->text}, linter, reported_});
  }
}

RunSettings Checker::run_settings() const {
  RunSettings settings{.flags = flags_};
  for (const auto &[name, text] : configuration_.texts())
    settings.files[name] = fingerprint_of(text);
  if (const SuppressionFile *baseline = known_.baseline())
    settings.files[seen_from_here(baseline->path)] = fingerprint_of(baseline->text);
  return settings;
}

int Checker::finish() {
  report_unused();
  if (explain_detection_ && unsearched_ > 0)
    note("documents and programs in folders that only --embedded searches: " + std::to_string(unsearched_));
  const std::string written = known_.finish(console_.secrets);
  reports_.settings(run_settings());
  reports_.finish(summary_);
  if (!written.empty())
    note(written);
  return exit_;
}

} // namespace stslint
