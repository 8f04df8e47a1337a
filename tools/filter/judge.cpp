#include "judge.hpp"

#include "encode/base64.hpp"
#include "report/finding_json.hpp"

#include "lib/text/json_text.hpp"

#include "stslint/error.hpp"
#include "stslint/fix.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <utility>

namespace stslint {
namespace {

/// A line whose structure is broken was probably cut off: what a fix makes of it looks good, but lacks its end.
bool may_be_cut(const Document &document) {
  return std::ranges::any_of(document.flaws(), [](const Flaw &flaw) {
    return flaw.kind == FlawKind::slip || flaw.kind == FlawKind::truncated || flaw.kind == FlawKind::unclosed_string;
  });
}

constexpr FileKind json_lines = {.payloads = true, .lines = true};

} // namespace

std::size_t JudgedLines::fixed() const {
  return static_cast<std::size_t>(std::ranges::count(made, Outcome::fixed, &Made::outcome));
}

bool JudgedLines::any_unchecked() const {
  return std::ranges::find(made, Outcome::unchecked, &Made::outcome) != made.end();
}

void JudgedLines::end_after(std::size_t bad_line) {
  std::size_t kept = 0;
  while (bad_line > 0)
    bad_line -= made[kept++].outcome == Outcome::fixed ? 0 : 1;
  made.resize(kept);
  segments.resize(2 * kept);
  lines = 0;
  for (const Segment &segment : segments)
    lines += line_breaks(segment.text);
}

Judge::Judge(const FilterOptions &options)
    : options_(options), form_(options_.form()), fail_on_(options.threshold()), schema_(options.user_schema()),
      configuration_(options, options.layer(), Files::on_disk()), known_({.no_baseline = true}, configuration_),
      path_(absolute_path(options.stdin_filename)), policy_(configuration_.of(path_)) {
  if (!options.envelope.empty())
    envelope_.emplace(options.envelope);
  if (form_ == "auto" && !policy_.form.empty())
    form_ = policy_.form;
}

void Judge::judge(Linter &linter, std::string_view lines, const Record &from, double now, JudgedLines &out) {
  linter.settings() = policy_.settings;
  linter.settings().now = now;
  linter.use_schema(schema_ ? &*schema_ : policy_.schema);
  out.segments.clear();
  out.made.clear();
  Line line;
  const char *rest = lines.data(); // good lines that are no segment yet
  const Record end = for_each_record(
      lines, json_lines,
      [&](const Record &record) {
        const std::size_t made = out.made.size();
        line.record = record;
        judge(linter, line, out);
        if (out.made.size() == made)
          return true;
        const char *const start = record.text.data(), *const behind = start + record.text.size();
        out.segments.push_back({false, {rest, static_cast<std::size_t>(start - rest)}});
        const bool bad = out.made.back().outcome != JudgedLines::Outcome::fixed;
        out.segments.push_back({bad, out.made.back().text});
        // A letter has a line break of its own.
        rest = behind + (bad && behind != lines.data() + lines.size() ? 1 : 0);
        return true;
      },
      from);
  out.segments.push_back({false, {rest, static_cast<std::size_t>(lines.data() + lines.size() - rest)}});
  out.lines = end.line - from.line;
}

/// Adds a text to `out.made` if the line does not pass as it is.
void Judge::judge(Linter &linter, Line &line, JudgedLines &out) {
  try {
    const std::string why = open(line);
    if (why.empty() && passes(linter, line, out))
      return;
    out.made.push_back({letter(linter, line, why), JudgedLines::Outcome::bad});
  } catch (const Error &limit) {
    out.made.push_back({letter(linter, line, limit.what()), JudgedLines::Outcome::unchecked});
  }
}

bool Judge::passes(Linter &linter, Line &line, JudgedLines &out) {
  std::string better;
  if (!options_.any() || !mended(linter, line, better))
    return !fails(linter, line);
  out.made.push_back({std::move(better), JudgedLines::Outcome::fixed});
  return true;
}

/// A bad line with its findings, or with the reason `why` it was not checked, as one line of JSON. Its text is not
/// masked: somebody corrects it, and sends it again.
std::string Judge::letter(Linter &linter, const Line &line, std::string_view why) {
  const std::string_view text = line.record.text;
  Json head = {{"line", line.record.line}, {"offset", line.record.offset}};
  if (envelope_)
    head["record"] = envelope_->names(line.around);
  if (!why.empty())
    head["error"] = why;
  std::string out = text_of(head);
  out.back() = ',';
  out += "\"findings\":[" + (why.empty() ? findings_of(linter, line) : "") + ']';
  if (invalid_utf8(text))
    out += ",\"text_base64\":\"" + base64(text) + '"';
  else {
    out += ",\"text\":";
    append_text_of(out, text);
  }
  return out + "}\n";
}

/// Lists the payloads of a line. Returns "", or in one line why there are none.
std::string Judge::open(Line &line) const {
  if (envelope_)
    return envelope_->open(line.record.text, line.around, line.payloads);
  line.payloads.assign(1, {line.record.text});
  return "";
}

bool Judge::fails(Linter &linter, const Line &line) {
  return std::ranges::any_of(line.payloads, [&](const FilterPayload &payload) {
    const auto found = linter.lint(payload.text, form_);
    return !found.empty() && std::ranges::any_of(reported(linter, found), &Reported::fails);
  });
}

/// The findings that count.
std::vector<Reported> Judge::reported(Linter &linter, std::span<const Finding> found) {
  std::vector<Reported> shown;
  for (const Finding &finding : found) {
    const auto severity = policy_.severities.of(*finding.rule);
    if (!severity)
      continue;
    const std::lock_guard lock(known_mutex_);
    if (!known_.knows(path_, configuration_.file_for(path_), linter, finding))
      shown.push_back({&finding, *severity, fail_on_ && *severity >= *fail_on_});
  }
  return shown;
}

std::string Judge::findings_of(Linter &linter, const Line &line) {
  std::string list;
  Locator places(line.around, line.record.line);
  for (const FilterPayload &payload : line.payloads) {
    std::optional<Excerpt> excerpt;
    if (envelope_)
      excerpt = excerpt_of(payload.value, line.around, places);
    const auto found =
        excerpt ? linter.lint(*excerpt, line.record.text, form_) : linter.lint(payload.text, form_, line.record.line);
    for (const Reported &each : reported(linter, found)) {
      list += (list.empty() ? "" : ",") + finding_text({options_.stdin_filename, line.record, linter, {}}, each);
      if (envelope_) {
        list.back() = ',';
        list += "\"payload\":" + text_of(Json(places.pointer(payload.value.index()))) + '}';
      }
    }
  }
  return list;
}

/// Applies the fixes to a line; true if it then passes, as one line.
bool Judge::mended(Linter &linter, Line &line, std::string &better) {
  const auto wanted = [&](const Finding &finding) { return !reported(linter, {&finding, 1}).empty(); };
  Edits edits;
  Locator places(line.around, line.record.line);
  for (const FilterPayload &payload : line.payloads) {
    if (linter.lint(payload.text, form_).empty())
      continue;
    if (may_be_cut(linter.document()))
      return false;
    const Fixes found = fixes(linter, payload.text, form_, {options_.unsafe_fixes, wanted});
    if (!envelope_ || found.edits.empty()) {
      edits.insert(edits.end(), found.edits.begin(), found.edits.end());
      continue;
    }
    const Excerpt excerpt = excerpt_of(payload.value, line.around, places);
    for (const Edit &edit : found.edits) {
      const auto there = excerpt.in_host(edit, line.around.bytes());
      if (!there)
        return false;
      edits.push_back(*there);
    }
  }
  if (edits.empty())
    return false;
  better = edited(line.record.text, edits);
  Line mended;
  mended.record.text = better;
  return better.find('\n') == std::string::npos && open(mended).empty() && !fails(linter, mended);
}

} // namespace stslint
