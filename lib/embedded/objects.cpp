#include "objects.hpp"

#include "../lint/names.hpp"

#include "stslint/document.hpp"

namespace stslint::embedded {
namespace {

bool looks_like_payload(const Value &object) {
  for (const Member member : object.members())
    if (names_payload(member.key.view()))
      return true;
  return false;
}

} // namespace

void scan_objects(const Copy &json, const Use &use) {
  Document document;
  document.parse(json.text);
  const auto size = static_cast<std::uint32_t>(document.nodes().size());
  for (std::uint32_t node = 0; node < size;) {
    const Value object(document, node);
    if (!object.is(Kind::object) || !looks_like_payload(object)) {
      ++node;
      continue;
    }
    Copy copy({});
    for (std::uint32_t at = object.offset(); at < object.offset() + object.length(); ++at)
      copy.put(json.text[at], json.origins[at]);
    copy.end_at(json.origins[object.offset() + object.length()]);
    use({std::move(copy)});
    node = document.after(node);
  }
}

} // namespace stslint::embedded
