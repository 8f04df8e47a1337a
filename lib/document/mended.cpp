#include "stslint/document.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// The innermost container around `offset`.
std::uint32_t container_at(const Document &document, std::size_t offset) {
  std::uint32_t found = 0;
  const auto nodes = document.nodes();
  for (std::uint32_t at = 0; at < nodes.size() && nodes[at].offset < offset;) {
    const bool around = is_container(nodes[at].kind) && offset < std::size_t{nodes[at].offset} + nodes[at].length;
    found = around ? at : found;
    at = around ? at + 1 : document.after(at);
  }
  return found;
}

} // namespace

void Document::parse_mended(std::string_view source, std::vector<Repair> repairs) {
  Edits edits;
  for (const Repair &repair : repairs)
    edits.push_back(repair.edit);
  mended_ = edited(source, edits);
  parse(mended_);
  repairs_ = std::move(repairs);
  source_ = source;
  std::size_t shift = 0; // modulo 2^n
  for (std::uint32_t number = 0; number < repairs_.size(); ++number) {
    const Edit &edit = repairs_[number].edit;
    const std::size_t from = edit.offset + shift, to = from + edit.text.size();
    shift += edit.text.size() - edit.length;
    for (Node &node : nodes_)
      if (!is_container(node.kind) && node.offset < to + 1 && from < std::size_t{node.offset} + node.length &&
          (edit.text + bytes_[std::min(from, bytes_.size() - 1)]).find('"') != std::string::npos)
        node.marked = true;
    flaws_.push_back({FlawKind::slip, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from),
                      container_at(*this, from), number});
  }
  std::ranges::stable_sort(flaws_, {}, &Flaw::offset);
}

std::uint32_t Document::origin(std::uint32_t offset) const {
  std::size_t shift = 0; // modulo 2^n
  for (const Repair &repair : repairs_) {
    const std::size_t from = repair.edit.offset + shift;
    if (offset < from)
      break;
    if (offset < from + repair.edit.text.size())
      return static_cast<std::uint32_t>(repair.edit.offset);
    shift += repair.edit.text.size() - repair.edit.length;
  }
  return static_cast<std::uint32_t>(offset - shift);
}

} // namespace stslint
