#include "commands.hpp"

#include "command_line/arguments.hpp"
#include "command_line/console.hpp"
#include "command_line/option.hpp"
#include "encode/json.hpp"
#include "report/example_text.hpp"
#include "report/format.hpp"

#include "lib/report/rule_json.hpp"
#include "stslint/lint.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <ostream>

namespace stslint {
namespace {

struct ExplainOptions {
  std::string rule, format = "text";
};

/// Text wrapped into lines of at most 80 characters.
std::string wrapped(std::string_view text, std::string_view indent) {
  std::string out(indent);
  std::size_t width = indent.size();
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (width + 1 + space > 80 && width > indent.size()) {
      out += '\n' + std::string(indent);
      width = indent.size();
    } else if (width > indent.size()) {
      out += ' ';
      ++width;
    }
    out += text.substr(0, space);
    width += space;
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out + '\n';
}

/// A finding in an example, as a report shows it.
struct Shown {
  Words words;
  CodeFrame frame;
};

std::vector<Shown> findings_in(const Rule &rule, const Example &example) {
  std::vector<Shown> found;
  lint_example(rule, example.on, example.bad, [&](Linter &linter, const Finding &finding) {
    found.push_back({linter.describe(finding).words, code_frame(linter.document(), finding.offset, finding.length)});
  });
  return found;
}

/// What a rule needs beside the payload, for people.
std::string_view seen_with(Scope scope) {
  switch (scope) {
  case Scope::payload:
    return "";
  case Scope::clock:
    return ", compares with the current time";
  case Scope::stream:
    return ", only with --stream";
  case Scope::run: // its summary says it
    return "";
  }
  return "";
}

/// `applies to: StackState 5.1, 5.2 and SUSE Observability (--stackstate suse)`
std::string applies_to(const Rule &rule) {
  static constexpr std::string_view products[] = {"StackState 5.1", "5.2", "SUSE Observability (--stackstate suse)"};
  std::vector<std::string_view> names;
  for (const Version version : versions)
    if ((rule.stackstate & bit(version)) != 0)
      names.push_back(products[static_cast<std::size_t>(version)]);
  std::string out = "applies to: ";
  for (std::size_t at = 0; at < names.size(); ++at)
    out += std::string(at == 0 ? "" : at + 1 < names.size() ? ", " : " and ").append(names[at]);
  return out;
}

/// `stslint fuzz expects a receiver to refuse it (the documentation: …)`
std::string receiver_of(const Rule &rule) {
  static constexpr std::string_view verdicts[] = {"accept it", "refuse it", "accept or refuse it"};
  return "stslint fuzz expects a receiver to " +
         std::string(verdicts[static_cast<std::size_t>(rule.receiver.expected)]) + " (" +
         std::string(rule.receiver.source) + ')';
}

std::string heading(const Rule &rule) { return std::string(name(rule.severity)).append(seen_with(rule.scope)); }

/// What an example needs beside its text: the settings of lint_example, and the unit of its times.
std::string_view conditions(const Rule &rule, const Example &example) {
  if (rule.scope == Scope::clock) {
    Linter without_max_age({.now = example_now});
    const bool found = std::ranges::any_of(without_max_age.lint(example.bad, example.on),
                                           [&](const Finding &finding) { return finding.rule == &rule; });
    return found ? "at 2020-12-08T13:09:10Z:\n" : "at 2020-12-08T13:09:10Z, with --max-age 60m:\n";
  }
  if (rule.scope == Scope::stream)
    return "with --stream, one payload a line:\n";
  return example.on == "epoch-milliseconds" ? "with --time-format ms:\n" : "";
}

/// A bad example with the definition that it is of, its finding as a report shows it, and the good example.
void show(const Rule &rule, const Example &example, const std::string &indent, std::ostream &out) {
  const std::string of = " (" + std::string(example.on) + "): ", inner = indent + "      ";
  const std::string below = indent + std::string(of.size() + 4, ' '), bad = example_text(example.bad, below);
  if (const std::string_view with = conditions(rule, example); !with.empty())
    out << indent << with;
  out << indent << "bad" << of << ' ' << bad << '\n';
  for (const auto &[words, frame] : findings_in(rule, example)) {
    const bool is_part = frame.marks.find('^') > 0 || frame.marks.size() < bad.size();
    if (frame.text == bad && is_part)
      out << below << frame.marks << '\n';
    out << wrapped(words.message, inner);
    if (!words.fix.empty())
      out << inner << fixable(words) << '\n';
  }
  out << indent << "good" << of << example_text(example.good, below) << '\n';
}

void explain(const Rule &rule, std::ostream &out) {
  out << rule.id << " (" << heading(rule) << "): " << rule.summary << "\n\n"
      << wrapped(rule.why, "  ") << "\n  " << applies_to(rule) << '\n'
      << wrapped(receiver_of(rule), "  ");
  for (const Example &example : rule.examples) {
    out << '\n';
    show(rule, example, "  ", out);
  }
}

void explain_in_markdown(std::span<const Rule *const> rules, std::ostream &out) {
  out << "# Rules\n\nWritten by `stslint explain --format markdown`; a test keeps it current. The word in parentheses "
         "before an example names the kind of value that the example is.\n";
  for (const Rule *rule : rules) {
    out << "\n## " << rule->id << "\n\n"
        << heading(*rule) << " · " << applies_to(*rule) << " · " << receiver_of(*rule) << "\n\nWhat: " << rule->summary
        << ".\n\nWhy: " << rule->why << '\n';
    for (const Example &example : rule->examples) {
      out << "\n```text\n";
      show(*rule, example, "", out);
      out << "```\n";
    }
  }
}

/// The rules as a list, indented for people.
std::string as_json(std::span<const Rule *const> rules) {
  std::string list;
  append_rules(list, rules);
  return text_of(Json::parse(list), 2);
}

int explain_rules(const ExplainOptions &options, std::ostream &out) {
  static constexpr std::array<std::string_view, 3> formats = {"text", "json", "markdown"};
  std::vector<const Rule *> rules(all_rules().begin(), all_rules().end());
  if (!options.rule.empty())
    rules = {&rule_named("explain", options.rule)};
  const std::string_view format = one_of("--format", options.format, formats);
  if (format == "json")
    out << as_json(rules) << '\n';
  else if (format == "markdown")
    explain_in_markdown(rules, out);
  else if (!options.rule.empty())
    explain(*rules[0], out);
  else {
    const std::size_t longest =
        std::ranges::max(rules, {}, [](const Rule *rule) { return rule->id.size(); })->id.size();
    const int width = static_cast<int>(longest) + 2;
    for (const Rule *rule : rules)
      out << std::left << std::setw(width) << rule->id << std::setw(9) << name(rule->severity) << rule->summary << '\n';
  }
  return clean;
}

} // namespace

void declare_explain(Command &command) {
  const auto options = std::make_shared<ExplainOptions>();
  command.add({
      {"rule", "RULE", &options->rule, "the rule (default: list all rules)"},
      {"--format", "text|json|markdown", &options->format, "the output format"},
  });
  command.run = [options](Console &console) { return explain_rules(*options, console.out); };
}

} // namespace stslint
