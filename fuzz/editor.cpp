// A payload that an editor types in two pieces is the whole one, and the server answers about a place in it, whatever
// it is.
#include "target.hpp"

#include "command_line/console.hpp"
#include "lsp/open_document.hpp"
#include "lsp/server.hpp"

#include "stslint/text.hpp"

#include <sstream>

using namespace stslint;

namespace {

std::string message(const Json &json) {
  const std::string text = json.dump();
  return "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
}

Json json_of(const Spot &spot) { return {{"line", spot.line}, {"character", spot.character}}; }

/// A character of the text, as far from its start as the size of the text says.
std::size_t some_place(std::string_view text) {
  std::size_t place = text.size() * (text.size() % 17) / 17;
  while (place < text.size() && utf8_length(text.substr(place)) == 0)
    ++place;
  return place;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string text(text_of(data, size));
  if (invalid_utf8(text))
    return 0; // no editor has that
  const OpenDocument whole(text, PositionUnit::utf16);
  const std::size_t cut = some_place(text), end = std::min(cut + 5, text.size());
  const std::size_t behind = invalid_utf8(std::string_view(text).substr(end)) == 0 ? text.size() : end;
  const Spot start = Spots(whole).at(cut);

  OpenDocument typed(text.substr(0, cut) + text.substr(behind), PositionUnit::utf16);
  typed.change(start, start, std::string_view(text).substr(cut, behind - cut));
  const bool splits_line_end = cut > 0 && text[cut - 1] == '\r'; // where no spot is
  require(splits_line_end || typed.text() == text, "the text differs after an edit");

  std::string session = message({{"id", 1}, {"method", "initialize"}, {"params", {{"capabilities", Json::object()}}}});
  const Json document = {{"uri", "file:///a.json"}, {"version", 1}, {"text", text}};
  session += message({{"method", "textDocument/didOpen"}, {"params", {{"textDocument", document}}}});
  for (const char *const method : {"codeAction", "completion", "definition", "documentSymbol", "hover"})
    session += message({{"id", 2},
                        {"method", std::string("textDocument/") + method},
                        {"params",
                         {{"textDocument", {{"uri", "file:///a.json"}}},
                          {"position", json_of(start)},
                          {"range", {{"start", json_of(start)}, {"end", json_of(start)}}}}}});
  session += message({{"id", 3}, {"method", "shutdown"}}) + message({{"method", "exit"}});
  std::istringstream in(session);
  std::ostringstream out, err;
  Console console{in, out, err};
  LspOptions options;
  options.no_config = options.no_baseline = true;
  require(Server(options, console).run() == 0, "the server did not see the end of its session");
  require(out.str().find("internal error") == std::string::npos, out.str());
  return 0;
}
