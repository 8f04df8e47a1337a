#include "linter_state.hpp"

#include "stslint/text.hpp"

/// Payloads that stand as a string in another document, such as the body of a request that a gateway or a queue kept.
namespace stslint {
namespace {

/// The name of a string in a message: its key, or else its pointer.
std::string name_of(const Document &document, std::uint32_t node) {
  const auto nodes = document.nodes();
  return node > 0 && nodes[node - 1].key ? Value(document, node - 1).text() : Locator(document).pointer(node);
}

/// The form of what a string says, if that is a payload or a part of one; "" if not. JSON in a string has escapes.
std::string_view form_of(const Value &string, const Contract &contract) {
  const std::string_view contents = string.contents();
  const std::size_t first = contents.find_first_not_of(" \t");
  if (first == std::string_view::npos || std::string_view("{[\\").find(contents[first]) == std::string_view::npos ||
      contents.find('\\') == std::string_view::npos)
    return "";
  const std::string text = string.text();
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string::npos || (text[start] != '{' && text[start] != '['))
    return "";
  Document within;
  within.parse(text);
  const Detection detection = detect(within, contract);
  return detection.payload ? detection.form : "";
}

} // namespace

/// Continues with the first payload in a string of the text, if there is one.
void Linter::State::unwrap(std::string_view bytes) {
  if (!document.repairs().empty())
    return;
  Value value;
  std::string_view form;
  std::size_t others = 0;
  const auto nodes = document.nodes();
  for (std::uint32_t node = 1; node < nodes.size(); ++node) { // not 0: a text that is a string is a wrong-type
    const Value string(document, node);
    const std::string_view found =
        nodes[node].kind == Kind::string && !nodes[node].key ? form_of(string, *contract_) : "";
    if (form.empty()) {
      form = found;
      value = string;
    } else
      others += found.empty() ? 0 : 1;
  }
  if (form.empty())
    return;
  std::string where = in_quotes(name_of(document, value.index()));
  if (others > 0)
    where += "; " + std::to_string(others) + (others == 1 ? " more string holds" : " more strings hold") +
             " a payload, and stslint checks only the first";
  read_as(form);
  const std::string_view contents = value.contents();
  document.parse_within(bytes, static_cast<std::uint32_t>(contents.data() - bytes.data()),
                        static_cast<std::uint32_t>(contents.size()));
  note(*find_rule("wrapped-payload"), document.root(), where);
}

} // namespace stslint
