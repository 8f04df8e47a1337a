#include "linter_state.hpp"

#include "stslint/text.hpp"

#include <vector>

/// Payloads that stand as a string in another document, such as the body of a request that a gateway or a queue kept.
namespace stslint {
namespace {

/// What the string of a document is called: by its member, or else its place.
std::string name_of(const Document &document, std::uint32_t node) {
  const auto nodes = document.nodes();
  return node > 0 && nodes[node - 1].key ? Value(document, node - 1).text() : Locator(document).pointer(node);
}

/// The form of what a string says, if that is a payload or a part of one; "" if not. JSON in a string has escapes.
std::string_view form_of(const Value &string, const Contract &contract) {
  const std::string text = string.contents().find('\\') == std::string_view::npos ? "" : string.text();
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || (text[start] != '{' && text[start] != '['))
    return "";
  Document within;
  within.parse(text);
  const Detection detection = detect(within, contract);
  return detection.payload ? detection.form : "";
}

} // namespace

/// Goes on with the first payload in a string of the text, if there is one.
void Linter::State::unwrap(std::string_view bytes) {
  if (!document.repairs().empty())
    return;
  std::vector<std::uint32_t> payloads;
  const auto nodes = document.nodes();
  for (std::uint32_t node = 1; node < nodes.size(); ++node) // of a whole text: wrong-type
    if (nodes[node].kind == Kind::string && !nodes[node].key && !form_of(Value(document, node), *contract_).empty())
      payloads.push_back(node);
  if (payloads.empty())
    return;
  const Value value(document, payloads[0]);
  const std::size_t others = payloads.size() - 1;
  std::string where = in_quotes(name_of(document, payloads[0]));
  if (others > 0)
    where += "; " + std::to_string(others) + (others == 1 ? " more string holds" : " more strings hold") +
             " a payload, and stslint checks only the first";
  read_as(form_of(value, *contract_));
  const std::string_view contents = value.contents();
  document.parse_within(bytes, static_cast<std::uint32_t>(contents.data() - bytes.data()),
                        static_cast<std::uint32_t>(contents.size()));
  note(*find_rule("wrapped-payload"), document.root(), where);
}

} // namespace stslint
