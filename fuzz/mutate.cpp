#include "mutate.hpp"

#include "stslint/lint.hpp"
#include "stslint/text.hpp"

#include <array>
#include <vector>

namespace stslint {
namespace {

constexpr std::array<std::string_view, 26> values = {"null",
                                                     "true",
                                                     "false",
                                                     "0",
                                                     "-1",
                                                     "1607432944",
                                                     "1607432944000",
                                                     "1607432944000000",
                                                     "1e11",
                                                     "99999999999.5",
                                                     "0.5",
                                                     "-0.0",
                                                     "9007199254740993",
                                                     "1e999",
                                                     "1e20",
                                                     "\"\"",
                                                     "\"x\"",
                                                     "\"changes\"",
                                                     "\"Changes\"",
                                                     "\"env:prod\"",
                                                     "\"\\u0000\"",
                                                     "\"\\ud83d\"",
                                                     "[]",
                                                     "{}",
                                                     "[[]]",
                                                     "[\"a\",1,2,{}]"};

/// A name that the schema knows, or its near miss.
std::string key(Choices &choices) {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"", "host.cpu", "app.test", "title", "x"};
    for (const Shape &shape : standard_contract().shapes())
      for (const Property &property : shape.properties)
        all.push_back(property.name);
    return all;
  }();
  std::string name = choices.pick(names);
  switch (choices.draw(6)) {
  case 0:
    return name + 's';
  case 1:
    return name.substr(0, name.size() / 2);
  default:
    return name;
  }
}

} // namespace

std::string mutated(std::string_view text, Choices &choices) {
  Document document;
  document.parse(text);
  const auto nodes = document.nodes();
  if (nodes.empty()) {
    std::string changed(text.empty() ? "{" : text);
    changed[choices.draw(static_cast<std::uint32_t>(changed.size()))] = static_cast<char>(choices.draw(256));
    return changed;
  }
  const auto any_node = [&] { return Value(document, choices.draw(static_cast<std::uint32_t>(nodes.size()))); };
  const Value at = any_node();
  const auto replace = [&](const std::string &with) { return edited(text, {{at.offset(), at.length(), with}}); };
  if (nodes[at.index()].key)
    return replace(json_string(key(choices)));
  const bool container =
      (at.is(Kind::object) || at.is(Kind::array)) && text[at.offset() + at.length() - 1] != text[at.offset()];
  const std::string comma = at.empty() ? "" : ",";
  switch (choices.draw(5)) {
  case 0:
    return replace(std::string(choices.pick(values)));
  case 1:
    return replace(std::string(any_node().raw()));
  case 2:
    return replace('[' + std::string(at.raw()) + ']');
  case 3:
    if (!container)
      return replace(std::string(choices.pick(values)));
    return edited(text, {{at.offset() + 1, 0,
                          (at.is(Kind::object) ? json_string(key(choices)) + ':' : "") +
                              std::string(choices.pick(values)) + comma}});
  default: {
    // An item or member taken out, with the comma behind it or before it.
    std::size_t start = at.offset(), end = start + at.length();
    if (at.index() > 0 && nodes[at.index() - 1].key)
      start = nodes[at.index() - 1].offset;
    const std::size_t after = text.find_first_not_of(" \t\r\n", end),
                      before = text.find_last_not_of(" \t\r\n", start == 0 ? 0 : start - 1);
    if (after != std::string_view::npos && text[after] == ',')
      end = after + 1;
    else if (start > 0 && before != std::string_view::npos && text[before] == ',')
      start = before;
    return edited(text, {{start, end - start, ""}});
  }
  }
}

} // namespace stslint
