#include "../text/escapes.hpp"

#include "stslint/document.hpp"
#include "stslint/text.hpp"

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

/// The length of the escape at the start of a text; a surrogate pair counts as one escape.
std::size_t escape_length(std::string_view text) {
  const char *const at = text.data(), *const end = at + text.size();
  const bool pair = escapes::is_high(escapes::unit(at, end)) && escapes::is_low(escapes::unit(at + 6, end));
  return std::min<std::size_t>(text.size(), pair ? 12 : text.starts_with("\\u") ? 6 : 2);
}

} // namespace

void Document::stands_in(const Excerpt *excerpt, std::string_view host) {
  excerpt_ = excerpt;
  host_ = host;
}

void Document::parse_edited(std::string_view source, const Edits &edits) {
  mended_ = edited(source, edits);
  parse(mended_);
  text_ = source;
  std::size_t shift = 0; // modulo 2^n
  for (const Edit &edit : edits) {
    const auto from = static_cast<std::uint32_t>(edit.offset + shift);
    shift += edit.text.size() - edit.length;
    if (!edit.text.empty())
      pieces_.push_back({from, static_cast<std::uint32_t>(edit.offset), true});
    pieces_.push_back({from + static_cast<std::uint32_t>(edit.text.size()),
                       static_cast<std::uint32_t>(edit.offset + edit.length), false});
  }
}

void Document::parse_mended(std::string_view source, std::vector<Repair> repairs) {
  Edits edits;
  for (const Repair &repair : repairs)
    edits.push_back(repair.edit);
  parse_edited(source, edits);
  repairs_ = std::move(repairs);
  std::uint32_t number = 0;
  for (const Piece &behind : pieces_) { // one after each repair, and one for what it inserted, if anything
    if (behind.inserted)
      continue;
    const Edit &edit = repairs_[number].edit;
    const std::size_t to = behind.at, from = to - edit.text.size();
    for (Node &node : nodes_)
      if (!is_container(node.kind) && node.offset < to + 1 && from < std::size_t{node.offset} + node.length &&
          (edit.text + bytes_[std::min(from, bytes_.size() - 1)]).find('"') != std::string::npos)
        node.marked = true;
    flaws_.push_back({FlawKind::slip, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to - from),
                      container_at(*this, from), number++});
  }
  std::ranges::stable_sort(flaws_, {}, &Flaw::offset);
}

void Document::parse_within(std::string_view source, std::uint32_t offset, std::uint32_t length) {
  Edits edits = {{0, offset, ""}};
  const std::size_t end = std::size_t{offset} + length;
  for (std::size_t at = source.find('\\', offset); at < end;) {
    const std::size_t size = escape_length(source.substr(at, end - at));
    edits.push_back({at, size, unescaped(source.substr(at, size))});
    at = source.find('\\', at + size);
  }
  edits.push_back({end, source.size() - end, ""});
  parse_edited(source, edits);
  pieces_.pop_back(); // the one for the text after the string, which is empty
  within_ = true;
}

std::uint32_t Document::in_text(std::uint32_t offset) const {
  const auto behind = std::ranges::upper_bound(pieces_, offset, {}, &Piece::at);
  if (behind == pieces_.begin())
    return offset;
  const Piece &piece = *std::prev(behind);
  return piece.inserted ? piece.source : piece.source + (offset - piece.at);
}

} // namespace stslint
