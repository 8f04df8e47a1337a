#include "objects.hpp"

#include "../lint/detect.hpp"

#include "stslint/document.hpp"

namespace stslint::embedded {
namespace {

/// An object with a name that only payloads have. A schema has it too, before an object that describes the value.
bool looks_like_payload(const Value &object) {
  for (const Member member : object.members())
    if (names_payload(member.key.view()) && !member.value.is(Kind::object))
      return true;
  return false;
}

} // namespace

void scan_objects(std::string_view json, std::span<const std::uint32_t> origins, const Use &use) {
  Document document;
  document.parse(json);
  const auto size = static_cast<std::uint32_t>(document.nodes().size());
  for (std::uint32_t node = 0; node < size;) {
    const Value object(document, node);
    if (!object.is(Kind::object) || !looks_like_payload(object)) {
      ++node;
      continue;
    }
    const auto origin = [&](std::uint32_t at) { return origins.empty() ? at : origins[at]; };
    const std::uint32_t end = object.offset() + object.length();
    Copy copy(json);
    for (std::uint32_t at = object.offset(); at < end; ++at)
      copy.put(json[at], origin(at));
    copy.end_at(origin(end));
    use({std::move(copy)});
    node = document.after(node);
  }
}

} // namespace stslint::embedded
