#include "parts.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace stslint {
namespace {

constexpr std::size_t most_parts = 48, most_attempts = 600;

/// Values for places where anything may stand.
constexpr std::array<std::string_view, 12> anything = {"0",
                                                       "1",
                                                       "true",
                                                       "null",
                                                       "\"x\"",
                                                       "-1.5e3",
                                                       "{}",
                                                       "[]",
                                                       "\"Gr\u00fc\u00dfe \u4e16\u754c\"",
                                                       R"({"k": "v"})",
                                                       R"([1, "two", null, {"three": [3]}])",
                                                       R"({"a": {"b": {"c": [true, false]}}, "unit": "\u00b0C"})"};

/// Texts near an example: more at its end, its middle and its start, other letters, more of them.
void add_strings_near(const std::string &example, std::vector<std::string> &to) {
  for (const std::string_view insert : {"7", "-2", "\u00e9", ".a", " b", "eu_west", "\\n", "\u4e16\u754c", "%20"})
    for (const std::size_t at : {example.size() - 1, example.size() / 2, std::size_t{1}})
      to.push_back(example.substr(0, at) + std::string(insert) + example.substr(at));
  std::string upper = example;
  std::ranges::transform(upper, upper.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  to.push_back(upper);
  to.push_back(example.substr(0, example.size() - 1) + std::string(120, 'x') + '"');
}

void add_numbers_near(const std::string &example, const Shape &shape, std::vector<std::string> &to) {
  const double number = std::stod(example);
  for (const double near : {number + 1, number - 1, number + 3600, number * 2, std::floor(number / 2), 0.0, 1.0, -1.0,
                            0.25, -273.15, 1e6, shape.minimum, shape.maximum})
    if (std::isfinite(near))
      to.push_back(number_text(near));
  to.emplace_back("4.2e-3");
}

} // namespace

Parts::Parts(const Contract &contract) : linter_({.now = example_now, .max_age = example_max_age}, contract) {}

const std::vector<std::string> &Parts::of(const Shape &shape, const Property *property) {
  const bool own = property != nullptr && property->has_own_examples();
  const void *key = own ? static_cast<const void *>(property) : &shape;
  if (const auto known = parts_.find(key); known != parts_.end())
    return known->second;
  parts_[key]; // a shape within itself finds nothing here, and so ends
  std::vector<std::string> found = candidates(shape, property);
  std::erase_if(found, [&](const std::string &text) { return !good(shape, property, text); });
  const bool composite =
      !shape.properties.empty() || shape.items != nullptr || !shape.tuple.empty() || shape.additional;
  std::uint64_t seed = shape.name.size();
  for (const char c : shape.name)
    seed = seed * 31 + static_cast<unsigned char>(c);
  for (std::size_t attempt = 0; composite && attempt < most_attempts && found.size() < most_parts; ++attempt) {
    Decisions decisions = attempt == 0 ? Decisions(std::span<const std::uint8_t>()) : Decisions(seed + attempt);
    if (std::string text = composed(shape, decisions); good(shape, property, text))
      found.push_back(std::move(text));
  }
  std::ranges::sort(found, [](const std::string &a, const std::string &b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return parts_[key] = std::move(found);
}

std::vector<std::string> Parts::candidates(const Shape &shape, const Property *property) {
  const auto given = property != nullptr ? property->examples : shape.examples;
  std::vector<std::string> texts(given.begin(), given.end());
  // The simplest that is not empty: one simplest item, or one simplest member of any name.
  const auto simplest = [&](const Shape &inner) {
    const auto &parts = of(inner);
    const auto first = std::ranges::find_if(parts, [](const std::string &part) { return part.size() > 2; });
    return first != parts.end() ? *first : parts.empty() ? "null" : parts.back();
  };
  if (shape.items != nullptr)
    texts.push_back('[' + simplest(*shape.items) + ']');
  if (shape.additional != nullptr && shape.names != nullptr)
    texts.push_back('{' + simplest(*shape.names) + ": " + simplest(*shape.additional) + '}');
  for (const std::string_view value : shape.enumeration)
    texts.push_back(json_string(value));
  const std::vector<std::string> examples = texts;
  for (const std::string &example : examples)
    if (example.starts_with('"') && shape.enumeration.empty())
      add_strings_near(example, texts);
    else if (shape.allows(Kind::number) && !shape.allows(Kind::object))
      add_numbers_near(example, shape, texts);
  if (shape.types == 0xff || (shape.allows(Kind::object) && shape.properties.empty() && shape.additional == nullptr))
    for (const std::string_view value : anything)
      texts.emplace_back(value);
  else {
    for (const std::string_view value : {"true", "false", "null", "\"\"", "{}"})
      texts.emplace_back(value);
    for (const std::string_view value : {"\"a\"", "1", "[]"})
      if (examples.empty())
        texts.emplace_back(value);
  }
  std::erase_if(texts, [&](const std::string &text) {
    Document document;
    document.parse(text);
    return !document.flaws().empty() || any(shape.violations(document.root()));
  });
  return texts;
}

/// A value made of good ones; whether they go together is for the linter to say.
std::string Parts::composed(const Shape &shape, Decisions &decisions) {
  const auto one_of = [&](const Shape &inner, const Property *property) -> std::string {
    const auto &parts = of(inner, property);
    return parts.empty() ? "null" : decisions.pick(parts);
  };
  std::string text;
  const auto separate = [&] { text += text.size() > 1 ? ", " : ""; };
  if (shape.allows(Kind::object)) {
    text = '{';
    for (const Property &property : shape.properties)
      if (property.required || (wanted(property) ? decisions.draw(4) != 3 : decisions.draw(2) == 1)) {
        separate();
        text += json_string(property.name) + ": " + one_of(*property.shape, &property);
      }
    if (shape.additional != nullptr)
      for (std::uint32_t more = decisions.draw(3); more > 0; --more) {
        separate();
        const std::string key =
            shape.names != nullptr ? one_of(*shape.names, nullptr) : "\"k" + std::to_string(more) + '"';
        text += key + ": " + one_of(*shape.additional, nullptr);
      }
    return text + '}';
  }
  text = '[';
  for (const Shape *item : shape.tuple) {
    separate();
    text += one_of(*item, nullptr);
  }
  if (shape.items != nullptr)
    for (std::uint32_t more = decisions.draw(4); more > 0; --more) {
      separate();
      text += one_of(*shape.items, nullptr);
    }
  return text + ']';
}

/// A schema within another has no name to be linted by: its value is, as a member of an object that is free otherwise.
bool Parts::good(const Shape &shape, const Property *property, std::string_view text) {
  if (!shape.name.empty())
    return linter_.lint(text, shape.name).empty();
  const std::string member =
      '{' + json_string(property == nullptr ? "k" : property->name) + ": " + std::string(text) + '}';
  return linter_.lint(member, "anything").empty();
}

} // namespace stslint
