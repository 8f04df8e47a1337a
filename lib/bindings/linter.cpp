#include "boundary.hpp"

#include "../contract/contract.hpp"
#include "../lint/option_values.hpp"
#include "../report/finding_json.hpp"
#include "../report/frame.hpp"
#include "../report/rule_json.hpp"

#include "stslint/fix.hpp"
#include "stslint/lint.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace boundary = stslint::boundary;

/// A linter, and all that its caller was given.
struct stslint_linter {
  stslint::Linter linter;
  stslint::Streams streams;
  bool stream = false; ///< the texts are messages of streams
  std::vector<const stslint::Rule *> ignored;
  std::optional<stslint::UserSchema> schema;
  std::string text; ///< the last that was linted
  std::string_view form;
  std::vector<stslint::Finding> findings;
  stslint::Description description;
  stslint::Frame frame;
  std::string answer;
};

namespace {

std::string_view form_named(const char *form) {
  const std::string_view name = boundary::word(form, "auto");
  if (name == "auto")
    return "auto";
  // Any definition is accepted; an error names those that are more than a single value.
  const stslint::Shape *definition = stslint::standard_contract().shape(name);
  return definition != nullptr ? definition->name : stslint::one_of("form", name, stslint::forms());
}

void set_options(stslint_linter &linter, const stslint_options &options) {
  stslint::Settings &settings = linter.linter.settings();
  if (options.now != 0)
    settings.now = options.now;
  if (options.max_age != 0) {
    if (options.now == 0)
      throw stslint::Error("max_age has no effect without now: set now to the time that ages count from");
    settings.max_age = options.max_age;
  }
  settings.time_format = stslint::time_format_named("time_format", boundary::word(options.time_format, "s"));
  settings.stackstate = stslint::version_named("stackstate", boundary::word(options.stackstate, "5.1"));
  settings.comments = options.comments != 0;
  linter.stream = options.stream != 0;
  for (std::size_t at = 0; at < options.ignore_count; ++at) {
    const char *const id = (&boundary::given(options.ignore, "ignore"))[at];
    linter.ignored.push_back(&stslint::rule_named("ignore", &boundary::given(id, "a rule to ignore")));
  }
  settings.silent = linter.ignored;
  if (options.schema != nullptr) {
    linter.schema.emplace(boundary::bytes_at(options.schema, options.schema_size, "schema"));
    linter.linter.use_schema(&*linter.schema);
  }
}

constexpr const char *no_text = "no text was linted; call stslint_lint before";

/// Keeps the text, which findings refer to.
std::string_view keep(stslint_linter &linter, const char *bytes, std::size_t size) {
  linter.findings.clear();
  linter.form = {};
  return linter.text.assign(boundary::bytes_at(bytes, size, "the text"));
}

bool ignores(const stslint_linter &linter, const stslint::Finding &finding) {
  return std::ranges::find(linter.ignored, finding.rule) != linter.ignored.end();
}

stslint_finding described(stslint_linter &linter, const stslint::Finding &finding) {
  linter.description = linter.linter.describe(finding);
  linter.frame = stslint::frame_of(linter.linter.document(), finding.offset, finding.length);
  const stslint::Description &d = linter.description;
  stslint_finding out{};
  out.rule = {finding.rule->id.data(), finding.rule->id.size()};
  out.message = boundary::text(d.words.message);
  out.pointer = boundary::text(d.pointer);
  out.line = d.start.line;
  out.column = d.start.column;
  out.end_line = d.end.line;
  out.end_column = d.end.column;
  out.offset = finding.offset;
  out.length = finding.length;
  out.severity = static_cast<int>(finding.rule->severity);
  out.fix = d.words.fix.empty() ? STSLINT_NO_FIX : d.words.safe ? STSLINT_SAFE_FIX : STSLINT_UNSAFE_FIX;
  out.suggestion = boundary::text(d.words.suggestion);
  if (d.event) {
    out.event = boundary::text(d.event->name);
    out.event_index = d.event->index;
  }
  out.frame = boundary::text(linter.frame.text);
  out.frame_mark = linter.frame.mark;
  out.frame_mark_size = linter.frame.length;
  return out;
}

} // namespace

const char *stslint_version() { return STSLINT_VERSION; }
const char *stslint_error() { return boundary::failure().data(); }

int stslint_linter_new(const stslint_options *options, stslint_linter **linter) {
  return boundary::guarded([&] {
    boundary::given(linter, "linter") = nullptr;
    auto made = std::make_unique<stslint_linter>();
    set_options(*made, boundary::options_of(options));
    *linter = made.release();
  });
}

void stslint_linter_free(stslint_linter *linter) { delete linter; }

int stslint_lint(stslint_linter *linter, const char *bytes, size_t size, const char *form, size_t *count) {
  return boundary::guarded([&] {
    boundary::given(count, "count") = 0;
    stslint_linter &by = boundary::given(linter, "linter");
    const std::string_view name = form_named(form);
    by.linter.settings().streams = by.stream ? &by.streams : nullptr;
    for (const stslint::Finding &finding : by.linter.lint(keep(by, bytes, size), name))
      if (!ignores(by, finding))
        by.findings.push_back(finding);
    by.form = name;
    *count = by.findings.size();
  });
}

int stslint_form(stslint_linter *linter, stslint_text *form) {
  return boundary::guarded([&] {
    boundary::given(form, "form") = {};
    stslint_linter &by = boundary::given(linter, "linter");
    if (by.form.empty())
      throw stslint::Error(no_text);
    by.answer = by.linter.form();
    *form = boundary::text(by.answer);
  });
}

int stslint_describe(stslint_linter *linter, size_t number, stslint_finding *finding) {
  return boundary::guarded([&] {
    stslint_linter &by = boundary::given(linter, "linter");
    boundary::given(finding, "finding");
    if (number >= by.findings.size())
      throw stslint::Error("there is no finding number " + std::to_string(number) + "; the last text has " +
                           std::to_string(by.findings.size()));
    boundary::give(described(by, by.findings[number]), finding);
  });
}

int stslint_report(stslint_linter *linter, const char *file, stslint_text *json) {
  return boundary::guarded([&] {
    boundary::given(json, "json") = {};
    stslint_linter &by = boundary::given(linter, "linter");
    if (by.form.empty())
      throw stslint::Error(no_text);
    stslint::Summary summary{.inputs = 1};
    summary.count(by.linter, by.form);
    stslint::JsonReport report;
    for (const stslint::Finding &finding : by.findings) {
      summary.count(finding.rule->severity);
      report.add(finding, finding.rule->severity, by.linter.describe(finding), {boundary::word(file, "<payload>")});
    }
    by.answer = report.text(summary);
    *json = boundary::text(by.answer);
  });
}

int stslint_fix(stslint_linter *linter, const char *bytes, size_t size, const char *form, int unsafe,
                stslint_text *fixed, size_t *count) {
  return boundary::guarded([&] {
    boundary::given(fixed, "fixed") = {};
    boundary::given(count, "count") = 0;
    stslint_linter &by = boundary::given(linter, "linter");
    const std::string_view text = keep(by, bytes, size), name = form_named(form);
    by.linter.settings().streams = nullptr; // a stream remembers its messages, and this one may come again
    const auto wanted = [&](const stslint::Finding &finding) { return !ignores(by, finding); };
    const stslint::Fixes fixes = stslint::fixes(by.linter, text, name, {unsafe != 0, wanted});
    by.answer = stslint::edited(text, fixes.edits);
    *fixed = boundary::text(by.answer);
    *count = fixes.count;
  });
}

int stslint_explain(stslint_linter *linter, const char *rule, stslint_text *json) {
  return boundary::guarded([&] {
    boundary::given(json, "json") = {};
    std::string &answer = boundary::given(linter, "linter").answer;
    answer.clear();
    if (rule != nullptr)
      stslint::append_rule(answer, stslint::rule_named("rule", rule));
    else
      stslint::append_rules(answer, stslint::all_rules());
    *json = boundary::text(answer);
  });
}

int stslint_schema(stslint_linter *linter, const char *part, stslint_text *json) {
  return boundary::guarded([&] {
    boundary::given(json, "json") = {};
    std::string &answer = boundary::given(linter, "linter").answer;
    const stslint::Contract &contract = stslint::standard_contract();
    const std::string_view name = stslint::one_of("part", boundary::word(part, "payload"), contract.definitions());
    answer = contract.schema(name, stslint::rules_of(stslint::Version::v5_1));
    *json = boundary::text(answer);
  });
}
