// Any bytes: parsing ends, every node lies within its parent and in order, every flaw within the text, and a value's
// pointer leads back to it.
#include "target.hpp"

#include "stslint/document.hpp"

using namespace stslint;

namespace {

void check_children(const Document &document, std::uint32_t parent) {
  const auto nodes = document.nodes();
  const Node &outer = nodes[parent];
  const bool object = outer.kind == Kind::object;
  std::uint32_t end = outer.offset;
  std::size_t children = 0;
  for (std::uint32_t child = parent + 1; child < outer.next; child = document.after(child), ++children) {
    const Node &node = nodes[child];
    require(document.after(child) > child && document.after(child) <= outer.next, "a subtree leaves its parent");
    require(node.offset >= end, "nodes out of order");
    end = node.offset + node.length;
    require(end <= document.bytes().size(), "a node leaves the text");
    require(node.key == (object && children % 2 == 0), "keys and values do not alternate");
  }
  require(!object || children % 2 == 0, "a key without a value");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  Document document;
  document.parse(text);
  Locator locator(document);
  for (const Flaw &flaw : document.flaws())
    require(std::size_t{flaw.offset} + flaw.length <= size, "a flaw leaves the text");
  for (std::uint32_t node = 0; node < document.nodes().size(); ++node) {
    const Value value(document, node);
    if (value.is(Kind::object) || value.is(Kind::array))
      check_children(document, node);
    const auto path = locator.path(node);
    require(path.empty() == (node == 0), "a node without a path");
    require(path.empty() || path.back().child == node || path.back().child + 1 == node, "a path leads elsewhere");
    (void)value.text();
    (void)value.number();
  }
  const Position last = locator.position(static_cast<std::uint32_t>(size));
  require(last.line >= 1 && last.column >= 1, "the end has no place");
  return 0;
}
