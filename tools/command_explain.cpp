#include "command.hpp"

#include "arguments.hpp"

#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <ostream>

namespace stslint {
namespace {

struct Options {
  std::string rule, format = "text";
};

/// Words broken into lines of at most 80 characters.
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

void explain(const Rule &rule, std::ostream &out) {
  out << rule.id << " (" << name(rule.severity)
      << (rule.scope == Scope::payload ? "" : ", " + std::string(name(rule.scope))) << "): " << rule.summary << "\n\n"
      << wrapped(rule.why, "  ");
  Linter linter({example_now, example_max_age});
  for (const Example &example : rule.examples) {
    out << "\n  bad:  " << shortened(example.bad, 400) << '\n';
    for (const Finding &finding : linter.lint(example.bad, example.on))
      out << wrapped(linter.describe(finding).words.message, "        ");
    out << "  good: " << shortened(example.good, 400) << '\n';
  }
}

nlohmann::ordered_json as_json(const Rule &rule) {
  auto examples = nlohmann::ordered_json::array();
  for (const Example &example : rule.examples)
    examples.push_back({{"on", example.on}, {"bad", example.bad}, {"good", example.good}});
  return {{"id", rule.id},
          {"severity", name(rule.severity)},
          {"scope", name(rule.scope)},
          {"summary", rule.summary},
          {"why", rule.why},
          {"examples", examples}};
}

int run(const Options &options, std::ostream &out) {
  static constexpr std::array<std::string_view, 2> formats = {"text", "json"};
  std::vector<const Rule *> rules(all_rules().begin(), all_rules().end());
  if (!options.rule.empty())
    rules = {&rule_named("explain", options.rule)};
  if (one_of("--format", options.format, formats) == "json") {
    auto list = nlohmann::ordered_json::array();
    for (const Rule *rule : rules)
      list.push_back(as_json(*rule));
    out << list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  } else if (!options.rule.empty())
    explain(*rules[0], out);
  else
    for (const Rule *rule : rules)
      out << rule->id << std::string(24 - rule->id.size(), ' ') << name(rule->severity)
          << std::string(9 - name(rule->severity).size(), ' ') << rule->summary << '\n';
  return clean;
}

} // namespace

Action declare_explain(CLI::App &app, Console &console) {
  const auto options = std::make_shared<Options>();
  app.add_option("rule", options->rule, "the rule; without one, all are listed")->type_name("RULE");
  app.add_option("--format", options->format, "text or json")->type_name("NAME")->capture_default_str();
  return [options, &console] { return run(*options, console.out); };
}

} // namespace stslint
