#include "rule_json.hpp"

#include "json_writer.hpp"

#include "stslint/lint.hpp"

namespace stslint {
namespace {

/// What the fixes of a rule do, as its examples show it.
std::string_view fix_of(const Rule &rule) {
  bool any = false, safe = true;
  for (const Example &example : rule.examples)
    lint_example(rule, example.on, example.bad, [&](Linter &linter, const Finding &finding) {
      const Words words = linter.describe(finding).words;
      any |= !words.fix.empty();
      safe &= words.fix.empty() || words.safe;
    });
  return !any ? "none" : safe ? "safe" : "may change the meaning";
}

std::vector<std::string_view> versions_of(const Rule &rule) {
  std::vector<std::string_view> names;
  for (const Version version : versions)
    if ((rule.stackstate & bit(version)) != 0)
      names.push_back(name(version));
  return names;
}

} // namespace

void append_rule(std::string &out, const Rule &rule) {
  JsonWriter json(out);
  json.open('{');
  json.member("id", rule.id);
  json.member("severity", name(rule.severity));
  json.key("receiver");
  json.open('{');
  json.member("expected", name(rule.receiver.expected));
  json.member("source", rule.receiver.source);
  json.close('}');
  json.member("scope", name(rule.scope));
  json.member("summary", rule.summary);
  json.member("why", rule.why);
  json.member("fix", fix_of(rule));
  json.list("stackstate", versions_of(rule));
  json.key("examples");
  json.open('[');
  for (const Example &example : rule.examples) {
    json.open('{');
    json.member("on", example.on);
    json.member("bad", example.bad);
    json.member("good", example.good);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void append_rules(std::string &out, std::span<const Rule *const> rules) {
  char before = '[';
  for (const Rule *rule : rules) {
    out += std::exchange(before, ',');
    append_rule(out, *rule);
  }
  out += ']';
}

} // namespace stslint
