#include "linter_state.hpp"

#include "stslint/text.hpp"

/// Payloads that stand as a string in another document, such as the body of a request that a gateway or a queue kept.
namespace stslint {
namespace {

/// So many strings that could be JSON are looked into.
constexpr int most_strings = 16;

/// Whether the contents of a string begin like an object or a list whose quotes are escaped.
bool is_like_json(std::string_view contents) {
  const std::size_t start = contents.find_first_not_of(" \t");
  return start != std::string_view::npos && (contents[start] == '{' || contents[start] == '[') &&
         contents.find("\\\"") != std::string_view::npos;
}

/// What the string of a document is called: by its member, or else its place.
std::string name_of(const Document &document, std::uint32_t node) {
  const auto nodes = document.nodes();
  return node > 0 && nodes[node - 1].key ? Value(document, node - 1).text() : Locator(document).pointer(node);
}

} // namespace

/// Goes on with the payload in a string of the text, if there is one.
void Linter::State::unwrap(std::string_view bytes) {
  if (!document.repairs().empty())
    return;
  int looked = 0;
  const auto nodes = document.nodes();
  for (std::uint32_t node = 1; node < nodes.size() && looked < most_strings; ++node) { // of a whole text: wrong-type
    const Value value(document, node);
    if (nodes[node].kind != Kind::string || nodes[node].key || !is_like_json(value.contents()))
      continue;
    ++looked;
    Document within;
    const std::string text = value.text();
    within.parse(text);
    const Detection detection = detect(within, *contract_);
    if (!detection.payload)
      continue;
    const std::string name = name_of(document, node);
    const auto offset = static_cast<std::uint32_t>(value.contents().data() - bytes.data());
    document.parse_within(bytes, offset, static_cast<std::uint32_t>(value.contents().size()));
    read_as(detection.form);
    note(*find_rule("wrapped-payload"), document.root(), name);
    return;
  }
}

} // namespace stslint
