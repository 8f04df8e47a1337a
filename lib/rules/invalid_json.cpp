#include "faults.hpp"

#include <array>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"data", R"({"version": "1.4.2",})", R"({"version": "1.4.2"})"},
    {"data", "{\"version\": \"1.4.2\" // of web\n}", R"({"version": "1.4.2"})"},
    {"data", R"({"version": "1.4.2" "build": 4711})", R"({"version": "1.4.2", "build": 4711})"},
    {"data", R"({"version": "1.4.2")", R"({"version": "1.4.2"})"},
    {"data", R"({"ready": True})", R"({"ready": true})"},
    {"data", R"({'version': "1.4.2"})", R"({"version": "1.4.2"})"},
};

constexpr FlawKind flaws[] = {
    FlawKind::empty_text,        FlawKind::truncated,     FlawKind::text_after_end, FlawKind::comment,
    FlawKind::trailing_comma,    FlawKind::extra_comma,   FlawKind::missing_comma,  FlawKind::missing_colon,
    FlawKind::missing_key,       FlawKind::missing_value, FlawKind::wrong_bracket,  FlawKind::stray_bracket,
    FlawKind::stray_text,        FlawKind::placeholder,   FlawKind::unquoted_text,  FlawKind::unquoted_key,
    FlawKind::single_quotes,     FlawKind::bad_literal,   FlawKind::bad_number,     FlawKind::unclosed_string,
    FlawKind::control_character, FlawKind::bad_escape,
};

/// What the literal of another language is in JSON.
std::string_view in_json(std::string_view literal) {
  if (literal.starts_with('T'))
    return "true";
  if (literal.starts_with('F'))
    return "false";
  return "null";
}

Words of_text(const Flaw &flaw, std::string_view text) {
  const std::string it = shortened(text, 40);
  const auto delete_it = [&] { return Edits{{flaw.offset, flaw.length, ""}}; };
  const auto write = [&](std::string what) { return Edits{{flaw.offset, flaw.length, std::move(what)}}; };
  switch (flaw.kind) {
  case FlawKind::empty_text:
    return {"the text is empty; a payload is a JSON object: { … }"};
  case FlawKind::text_after_end:
    return {"the JSON ends before " + in_quotes(text, 20) + "; send one JSON object a message, and nothing behind it"};
  case FlawKind::comment:
    return {"a comment; JSON has none, and the receiver refuses the message: remove it", "", delete_it(), true};
  case FlawKind::trailing_comma:
    return {"a comma behind the last entry; remove it", "", delete_it(), true};
  case FlawKind::extra_comma:
    return {"a comma without an entry before it; remove it", "", delete_it(), true};
  case FlawKind::missing_comma:
    return {"a comma is missing between two entries; put it here", ",", write(","), true};
  case FlawKind::missing_colon:
    return {"a colon is missing between a key and its value; put it here", ":", write(":"), true};
  case FlawKind::missing_key:
    return {"a value without a key; in an object write \"key\": value"};
  case FlawKind::missing_value:
    return {"a key without a value; write \"key\": value, or remove it"};
  case FlawKind::stray_text:
    return {"unexpected " + in_quotes(text, 40) +
            "; if it belongs to the text before it, escape the quotes within: \\\""};
  case FlawKind::placeholder:
    return {it + " is a placeholder that nobody filled in; put the value here before sending"};
  case FlawKind::unquoted_text:
    return {it + " is no JSON; if it is text, put it in double quotes: " + shortened(json_string(text), 40),
            json_string(text), write(json_string(text))};
  case FlawKind::unquoted_key:
    return {"the key " + it + " has no quotes; write " + shortened(json_string(text), 40), json_string(text),
            write(json_string(text)), true};
  case FlawKind::bad_literal:
    return {it + " is no JSON; write " + std::string(in_json(text)), std::string(in_json(text)),
            write(std::string(in_json(text)))};
  case FlawKind::bad_number:
    return {it + " is no JSON number; write its digits in decimal, without + or leading zeros, and with digits on both "
                 "sides of a point"};
  case FlawKind::control_character:
    return {text == "\t" ? "a raw tab within a text; write \\t"
            : text == "\n" || text == "\r"
                ? "a raw line break within a text; write \\n"
                : "a raw control character " + it + " within a text; remove it or write it as \\u00…"};
  case FlawKind::bad_escape:
    return {"the escape " + it + " is none that JSON knows; for a backslash write \\\\"};
  default:
    return {};
  }
}

/// The words that need more than the text of the flaw itself.
Words words(const Place &place) {
  const Flaw &flaw = *place.flaw;
  const std::string_view bytes = place.document->bytes(), text = bytes.substr(flaw.offset, flaw.length);
  const bool somewhere = flaw.other < place.document->nodes().size();
  const Value open = somewhere ? Value(*place.document, flaw.other) : Value();
  const bool object = open.is(Kind::object);
  const std::string line = std::to_string(Locator(*place.document).position(open.offset()).line);
  const std::string bracket = object ? "}" : "]", container = object ? "object" : "list";
  switch (flaw.kind) {
  case FlawKind::truncated:
    if (!text.empty())
      return {"the payload ends within this string; it was cut off, or a quote is missing"};
    return {"the payload ends before the " + container + " that starts on line " + line +
            " ends; it was cut off, or a " + bracket + " is missing"};
  case FlawKind::wrong_bracket:
    return {'"' + std::string(text) + "\" where the " + container + " that starts on line " + line + " needs \"" +
            bracket + "\"; write that, or put it before"};
  case FlawKind::stray_bracket:
    return {'"' + std::string(text) + "\" closes nothing; remove it", "", {{flaw.offset, flaw.length, ""}}};
  case FlawKind::unclosed_string:
    return {"the string " + in_quotes(text.substr(1), 40) + " has no closing quote on its line; add it"};
  case FlawKind::single_quotes: {
    const std::string mend = json_string(text.substr(1, text.size() - 2));
    return {"a text in single quotes; JSON takes double quotes only: " + shortened(mend, 40),
            mend,
            {{flaw.offset, flaw.length, mend}},
            text.find('\\') == std::string_view::npos};
  }
  default:
    return of_text(flaw, text);
  }
}

Edits fault(const Place &place, Choices &choices) {
  const Value &value = place.value;
  const std::size_t start = value.offset(), end = start + value.length();
  const bool container = value.is(Kind::object) || value.is(Kind::array);
  switch (choices.draw(6)) {
  case 0:
    return {{start, 0, "/* now */ "}};
  case 1:
    return container && !value.empty() ? Edits{{end - 1, 0, ","}} : Edits{};
  case 2:
    return place.parent.absent() ? Edits{{end - 1, 1, ""}} : Edits{};
  case 3:
    return {{start, value.length(), "{{value}}"}};
  case 4:
    return {{start, value.length(), "None"}};
  default:
    return place.parent.absent() ? Edits{{end, 0, "}"}} : Edits{};
  }
}

} // namespace

extern constexpr Rule invalid_json = {
    .id = "invalid-json",
    .summary = "the text is no JSON",
    .why = "The receiver reads JSON by its standard, RFC 8259, and answers 400 to anything else. The document's own "
           "examples hold "
           "comments and a key without a value: they are no payloads as they stand.",
    .severity = Severity::error,
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint
