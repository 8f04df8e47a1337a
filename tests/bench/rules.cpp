// Each rule by itself at 100,000 elements: a list of its bad example, linted and described. A rule is linear if an
// element costs about the same at 1,000 and at 100,000; the last column is that ratio.
#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace stslint;

namespace {

std::string list_of(std::string_view element, std::size_t count) {
  std::string text = "[";
  for (std::size_t i = 0; i < count; ++i)
    text += (i > 0 ? "," : "") + std::string(element);
  return text + ']';
}

double nanoseconds_an_element(Linter &linter, std::string_view element, std::size_t count) {
  const std::string text = list_of(element, count);
  const auto start = std::chrono::steady_clock::now();
  std::size_t bytes = 0;
  for (const Finding &finding : linter.lint(text, "bench-list"))
    bytes += linter.describe(finding).words.message.size();
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
  return bytes == 0 ? 0 : took.count() / static_cast<double>(count);
}

std::string read(const std::string &path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

} // namespace

int main(int count, char **schemas) {
  std::printf("%-40s %12s %12s %6s\n", "rule", "ns at 1,000", "at 100,000", "ratio");
  for (const Rule *rule : all_rules()) {
    if (rule->examples.empty() || rule->scope == Scope::stream)
      continue;
    const Example &example = rule->examples[0];
    std::vector<std::string> texts(schemas + 1, schemas + count);
    for (std::string &text : texts)
      text = read(text);
    texts.push_back(
        R"({"definitions": {"bench-list": {"title": "a list", "type": "array", "items": {"$ref": "#/definitions/)" +
        std::string(example.on) + "\"}}}}");
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const Contract contract = Contract::compile(views, all_rules(), all_slips());
    Linter linter({.now = example_now, .max_age = example_max_age}, contract);
    const double few = nanoseconds_an_element(linter, example.bad, 1000),
                 many = nanoseconds_an_element(linter, example.bad, 100000);
    std::printf("%-40.*s %12.0f %12.0f %6.2f\n", static_cast<int>(rule->id.size()), rule->id.data(), few, many,
                few > 0 ? many / few : 0);
  }
}
