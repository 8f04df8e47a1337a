#include "code_actions.hpp"

#include "diagnostics.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cctype>

namespace stslint {
namespace {

/// The client wants actions of this kind.
bool wants(const nlohmann::json &params, std::string_view kind) {
  const nlohmann::json &only = at_path(params, "context/only");
  if (!only.is_array())
    return true;
  return std::ranges::any_of(only, [&](const nlohmann::json &wanted) {
    const std::string text = wanted.is_string() ? wanted.get<std::string>() : "-";
    return text.empty() || kind == text || kind.starts_with(text + '.');
  });
}

/// A key of this run's own is shown as `***`, which must not get into a file.
bool holds_own_secret(const Features &features, const Edits &edits) {
  const Redactor *secrets = features.secrets;
  return secrets != nullptr && !secrets->empty() &&
         std::ranges::any_of(edits, [&](const Edit &edit) { return (*secrets)(edit.text) != edit.text; });
}

Json action_of(const std::string &title, const char *kind, Json edit) {
  return {{"title", title}, {"kind", kind}, {"edit", std::move(edit)}};
}

Json changes_of(const WorkspaceFile &file, const Edits &edits, std::size_t offset = 0) {
  Json json = {{"changes", {}}};
  json["changes"][file.uri] = text_edits(file.document, edits, offset);
  return json;
}

std::string title_of(const Finding &finding, const Words &words) {
  constexpr std::size_t longest_title = 60;
  std::string title = "Fix " + std::string(finding.rule->id);
  const bool punctuation =
      std::ranges::none_of(words.suggestion, [](unsigned char c) { return std::isalnum(c) || c > 127; });
  if (!words.suggestion.empty())
    title += ": " + (punctuation ? in_quotes(words.suggestion) : shortened(words.suggestion, longest_title));
  return title + (words.safe ? "" : " (may change the meaning)");
}

/// More than a menu can hold.
constexpr std::size_t most_findings = 50;

/// The actions for findings in a range of the file.
class Actions {
public:
  Actions(Features &features, const WorkspaceFile &file, std::size_t from, std::size_t to)
      : features_(features), file_(file), from_(from), to_(to), ranges_(file.document) {}

  void add_all(const PayloadReport &report) {
    for (const Reported &reported : report.findings) {
      const std::size_t start = start_of(report, *reported.finding);
      if (start <= to_ && start + reported.finding->length >= from_ && count_++ < most_findings)
        add(report, reported);
    }
  }

  /// Fixes first, the safe ones before the others.
  Json all() && {
    std::stable_partition(fixes_.begin(), fixes_.end(), [](const Json &fix) { return fix.contains("isPreferred"); });
    for (Json &other : others_)
      fixes_.push_back(std::move(other));
    return std::move(fixes_);
  }

private:
  void add(const PayloadReport &report, const Reported &reported) {
    const Finding &finding = *reported.finding;
    const Words words = report.linter.describe(finding).words;
    const Json diagnostics =
        Json::array({diagnostic_of(features_, file_, report, finding, reported.severity, false, ranges_)});
    if (!words.fix.empty() && !holds_own_secret(features_, words.fix)) {
      Json action = action_of(title_of(finding, words), quick_fix, changes_of(file_, words.fix, report.record.offset));
      action["diagnostics"] = diagnostics;
      if (words.safe)
        action["isPreferred"] = true;
      fixes_.push_back(std::move(action));
    }
    if (const Json possible = suppression_of(features_, file_, report, finding); !possible.is_null()) {
      const std::string where = printable(report.linter.identity(finding).pattern);
      Json action = {{"title", "Suppress " + std::string(finding.rule->id) + (where.empty() ? "" : " at " + where) +
                                   ", in .stslint.json"},
                     {"kind", quick_fix}};
      action.update(possible);
      action["diagnostics"] = diagnostics;
      others_.push_back(std::move(action));
    }
  }

  const Features &features_;
  const WorkspaceFile &file_;
  const std::size_t from_, to_;
  std::size_t count_ = 0;
  Ranges ranges_;
  Json fixes_ = Json::array(), others_ = Json::array();
};

} // namespace

Json text_edits(const OpenDocument &document, const Edits &edits, std::size_t offset) {
  Json json = Json::array();
  Ranges ranges(document);
  for (const Edit &edit : edits)
    json.push_back({{"range", ranges.at(offset + edit.offset, edit.length)}, {"newText", edit.text}});
  return json;
}

Json code_actions(Features &features, const WorkspaceFile &file, const nlohmann::json &params) {
  Json actions = Json::array();
  if (wants(params, quick_fix)) {
    Actions found(features, file, file.document.offset(spot_at(params, "range/start")),
                  file.document.offset(spot_at(params, "range/end")));
    report_payloads(features.workspace, file, [&](const PayloadReport &report) { found.add_all(report); });
    actions = std::move(found).all();
  }
  // For a cursor that moved by itself, which needs no answer about all of the file, that would be too much work.
  constexpr int automatic = 2;
  if (wants(params, fix_all) && at_path(params, "context/triggerKind") != automatic) {
    const Fixes fixes = safe_fixes_in(features.workspace, file);
    if (fixes.count > 0 && !holds_own_secret(features, fixes.edits))
      actions.push_back(action_of("Fix all that stslint can fix safely (" + counted(fixes.count, "finding") + ")",
                                  fix_all, changes_of(file, fixes.edits)));
  }
  return actions;
}

} // namespace stslint
