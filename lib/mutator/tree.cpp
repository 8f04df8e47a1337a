#include "tree.hpp"

namespace stslint::mutator {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_between(char c) { return is_space(c) || c == ',' || c == ':'; }
bool is_mark(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == '"'; }

/// The content of a string, which may lack its closing quote.
std::string_view unquoted(std::string_view raw) {
  raw.remove_prefix(1);
  if (!raw.empty() && raw.back() == '"')
    raw.remove_suffix(1);
  return raw;
}

std::uint16_t slot_of_any_member(std::string_view name) {
  for (std::uint16_t slot = 0; slot < slot_count; ++slot)
    if (const std::uint16_t found = slot_of_member(slot, name); found != no_slot)
      return found;
  return no_slot;
}

} // namespace

std::uint16_t slot_of_member(std::uint16_t slot, std::string_view name) {
  if (slot == no_slot)
    return no_slot;
  const Range range = slots[slot].members;
  for (std::uint16_t i = 0; i < range.count; ++i)
    if (view(members[range.first + i].name) == name)
      return members[range.first + i].slot;
  return no_slot;
}

Tree::Tree(std::string_view text) : text_(text) {
  if (text.size() > longest)
    return;
  read();
  if (tokens_.failed())
    tokens_.clear();
  place();
}

void Tree::read() {
  std::uint32_t parent = no_token, key = no_token;
  const auto end = static_cast<std::uint32_t>(text_.size());
  for (std::uint32_t at = 0; at < end && !tokens_.failed();) {
    const char c = text_[at];
    if (is_between(c)) {
      if (c == ',')
        key = no_token;
      ++at;
    } else if (c == '}' || c == ']') {
      ++at;
      key = no_token;
      if (parent != no_token) {
        Token &closed = tokens_[parent];
        closed.end = at;
        closed.closed = (c == '}') == (closed.kind == Kind::object);
        parent = closed.parent;
      }
    } else {
      const std::uint32_t token = read_token(at, parent, key);
      if (tokens_.failed())
        return;
      at = tokens_[token].end;
      key = tokens_[token].is_key ? token : no_token;
      if (tokens_[token].kind <= Kind::array)
        parent = token;
    }
  }
  for (; parent != no_token; parent = tokens_[parent].parent)
    tokens_[parent].end = end;
}

std::uint32_t Tree::read_token(std::uint32_t at, std::uint32_t parent, std::uint32_t key) {
  const auto end = static_cast<std::uint32_t>(text_.size());
  const char first = text_[at];
  Token token{at, at + 1, parent, key, 0, no_slot, Kind::word, false, true};
  if (first == '{' || first == '[') {
    token.kind = first == '{' ? Kind::object : Kind::array;
    token.closed = false;
  } else if (first == '"') {
    token.kind = Kind::string;
    while (token.end < end && text_[token.end] != '"' && text_[token.end] != '\n')
      token.end += text_[token.end] == '\\' && token.end + 1 < end ? 2 : 1;
    token.closed = token.end < end && text_[token.end] == '"';
    token.end += token.closed ? 1 : 0;
  } else
    while (token.end < end && !is_between(text_[token.end]) && !is_mark(text_[token.end]))
      ++token.end;
  // A key is a string with a colon after it.
  std::uint32_t behind = token.end;
  while (behind < end && is_space(text_[behind]))
    ++behind;
  token.is_key =
      token.kind == Kind::string && parent != no_token && key == no_token && behind < end && text_[behind] == ':';
  if (parent != no_token)
    ++tokens_[parent].children;
  tokens_.add(token);
  return size() - 1;
}

void Tree::place() {
  Store<std::uint32_t> item; // for each container, the number of items in it
  for (std::uint32_t i = 0; i < size(); ++i) {
    item.add(0u);
    if (item.failed())
      return;
    Token &token = tokens_[i];
    token.slot = slot_of(token, token.parent == no_token || token.is_key ? 0 : item[token.parent]++);
  }
}

std::uint16_t Tree::slot_of(const Token &token, std::uint32_t index) const {
  if (token.parent == no_token)
    return slot_of_root();
  const std::uint16_t outer = tokens_[token.parent].slot;
  if (token.is_key)
    return outer == no_slot ? no_slot : slots[outer].of_names;
  if (token.key != no_token) {
    const std::string_view name = unquoted(raw(tokens_[token.key]));
    const std::uint16_t known = slot_of_member(outer, name);
    if (known != no_slot)
      return known;
    if (outer != no_slot && slots[outer].additional != no_slot)
      return slots[outer].additional;
    return slot_of_any_member(name);
  }
  if (outer == no_slot)
    return no_slot;
  const Slot &list = slots[outer];
  return index < list.tuple.count ? tuples[list.tuple.first + index] : list.items;
}

/// A payload, unless its first key belongs to another form.
std::uint16_t Tree::slot_of_root() const {
  if (size() < 2 || !tokens_[1].is_key)
    return 0;
  const std::string_view name = unquoted(raw(tokens_[1]));
  for (std::uint16_t slot = 0; slot < slot_count; ++slot)
    if (slot_of_member(slot, name) != no_slot)
      return slot;
  return 0;
}

} // namespace stslint::mutator
