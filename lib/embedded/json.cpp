#include "objects.hpp"
#include "strings.hpp"

#include "../lint/detect.hpp"

#include "stslint/lint.hpp"

#include <algorithm>
#include <array>

/// JSON that is not a payload holds some as objects, and as strings: collections of requests, recorded traffic.
namespace stslint {

using namespace embedded;

namespace {

/// What a format is known by: a member, and, unless that is enough, one within it.
struct Mark {
  std::string_view member, within = "";
};

/// Postman, HAR, Insomnia, OpenAPI, AsyncAPI, Pact, VCR, Thunder Client, WireMock.
constexpr std::array<Mark, 10> marks = {{{"info", "_postman_id"},
                                         {"info", "schema"},
                                         {"log", "entries"},
                                         {"__export_format"},
                                         {"openapi"},
                                         {"swagger"},
                                         {"asyncapi"},
                                         {"interactions"},
                                         {"http_interactions"},
                                         {"request", "bodyPatterns"}}};

bool has_mark(const Value &root) {
  return std::ranges::any_of(marks, [&](const Mark &mark) {
    const Value member = root.member(mark.member);
    return !member.absent() && (mark.within.empty() || !member.member(mark.within).absent());
  });
}

/// The first key of an object, with its escapes; "" if the text does not begin as an object does.
std::string_view first_key(std::string_view json) {
  const std::size_t brace = past_blanks(json, 0), quote = past_blanks(json, brace + 1);
  if (!json.substr(brace).starts_with('{') || !json.substr(quote).starts_with('"'))
    return "";
  return json.substr(quote + 1, json.find('"', quote + 1) - quote - 1);
}

bool is_payload(std::string_view json) {
  Document document;
  document.parse(json);
  return detect(document).payload;
}

constexpr StringForm string_of_json{"\"", "\"", Quoting::escaped, false};

/// Whether the contents of a string, with their escapes, may be JSON, or something else that holds a payload.
bool is_worth_reading(std::string_view contents) {
  const std::size_t start = contents.find_first_not_of(" \t");
  return (start != std::string_view::npos &&
          std::string_view("{[\\").find(contents[start]) != std::string_view::npos) ||
         may_name_payload(contents);
}

/// JSON, a description in Markdown, or how to send a request.
bool may_hold_payload(std::string_view text) { return begins_like_json(text) || is_markdown(text) || is_curl(text); }

} // namespace

void embedded::scan_json(std::string_view text, const Use &use) {
  scan_objects(text, {}, use);
  Document document;
  document.parse(text);
  const auto nodes = document.nodes();
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    const Value value(document, node);
    if (!value.is(Kind::string) || nodes[node].key || !is_worth_reading(value.contents()))
      continue;
    if (std::optional<Part> part = string_at(text, value.offset(), string_of_json);
        part && may_hold_payload(part->copy.text))
      use(*std::move(part));
  }
  if (!document.flaws().empty())
    scan_strings(text, {&string_of_json, 1}, use);
}

bool is_collection(std::string_view json) {
  if (json.size() > max_host_bytes || names_payload(first_key(json))) // so most payloads are read once
    return false;
  Document document;
  document.parse(json);
  const Value root = document.root();
  if (!root.is(Kind::object) || detect(document).payload)
    return false;
  if (has_mark(root))
    return true;
  const std::vector<Block> blocks = blocks_in(json, Host::json);
  return std::ranges::count_if(blocks, [](const Block &block) { return is_payload(block.text); }) > 1;
}

} // namespace stslint
