#include "support/faults.hpp"
#include "support/syntax_words.hpp"

namespace stslint::invalid_json {
namespace {

constexpr Example examples[] = {
    {"data", R"({"version": "1.4.2",})", R"({"version": "1.4.2"})"},
    {"data", R"({"version": "1.4.2" /* of web */})", R"({"version": "1.4.2" })"},
    {"data", R"({"version": "1.4.2" "build": 4711})", R"({"version": "1.4.2", "build": 4711})"},
    {"data", R"({"version": "1.4.2")", R"({"version": "1.4.2"})"},
    {"data", R"({"ready": True})", R"({"ready": true})"},
    {"data", R"({'version': "1.4.2"})", R"({"version": "1.4.2"})"},
};

constexpr FlawKind flaws[] = {
    FlawKind::empty_text,
    FlawKind::truncated,
    FlawKind::text_after_end,
    FlawKind::bare_member,
    FlawKind::comment,
    FlawKind::trailing_comma,
    FlawKind::extra_comma,
    FlawKind::missing_comma,
    FlawKind::missing_colon,
    FlawKind::missing_key,
    FlawKind::missing_value,
    FlawKind::wrong_bracket,
    FlawKind::stray_bracket,
    FlawKind::stray_text,
    FlawKind::placeholder,
    FlawKind::unquoted_text,
    FlawKind::unquoted_key,
    FlawKind::single_quotes,
    FlawKind::bad_literal,
    FlawKind::bad_number,
    FlawKind::not_json,
    FlawKind::early_bracket,
    FlawKind::key_in_list,
    FlawKind::typographic_quotes,
    FlawKind::odd_space,
    FlawKind::unclosed_string,
    FlawKind::control_character,
    FlawKind::bad_escape,
    FlawKind::slip,
    FlawKind::escaped_blank,
    FlawKind::template_block,
    FlawKind::merge_conflict,
    FlawKind::prefixed_string,
};

bool broken(const Place &place) {
  switch (place.flaw->kind) {
  case FlawKind::comment:
  case FlawKind::trailing_comma:
    return !place.settings->comments;
  case FlawKind::placeholder:
  case FlawKind::template_block:
    return !place.settings->placeholders;
  case FlawKind::bare_member:
    return !place.settings->fragments;
  default:
    return true;
  }
}

Words words(const Place &place) { return syntax_words(place); }

Edits fault(const Place &place, Decisions &decisions) {
  const Value &value = place.value;
  const std::size_t start = value.offset(), end = start + value.length();
  const bool container = value.is(Kind::object) || value.is(Kind::array);
  switch (decisions.draw(6)) {
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

extern constexpr Rule rule = {
    .id = "invalid-json",
    .summary = "the input is not valid JSON",
    .why = "The receiver reads standard JSON (RFC 8259) and answers 400 to anything else. The documentation's own "
           "examples contain comments and a key without a value, so they are not valid payloads as printed.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "RFC 8259: text that does not follow this grammar is not JSON"},
    .flaws = flaws,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::invalid_json
