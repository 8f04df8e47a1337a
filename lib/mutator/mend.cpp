#include "tree.hpp"

namespace stslint::mutator {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// The number of digits that `text` has at `at`.
std::size_t digits(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count]))
    ++count;
  return count;
}

bool is_number(std::string_view text) {
  std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
  const std::size_t whole = digits(text, at);
  if (whole == 0 || (whole > 1 && text[at] == '0'))
    return false;
  at += whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digits(text, ++at);
    if (fraction == 0)
      return false;
    at += fraction;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
      ++at;
    const std::size_t exponent = digits(text, at);
    if (exponent == 0)
      return false;
    at += exponent;
  }
  return at == text.size();
}

/// The bytes of the escape at `at`; 0 if there is none.
std::size_t escape_length(std::string_view text, std::size_t at) {
  constexpr std::string_view simple = "\"\\/bfnrt";
  if (at + 1 >= text.size())
    return 0;
  if (text[at + 1] != 'u')
    return simple.find(text[at + 1]) == simple.npos ? 0 : 2;
  for (std::size_t i = 2; i < 6; ++i)
    if (at + i >= text.size() || !is_hex(text[at + i]))
      return 0;
  return 6;
}

/// The bytes of the character at `at`; 0 if it is not UTF-8.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned first = byte(0), second = byte(1);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0u) != 0x80u)
      return 0;
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool no_character = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
  return overlong || no_character ? 0 : length;
}

void write_string(std::string_view raw, bool closed, Draft &out) {
  out << '"';
  const std::size_t end = raw.size() - (closed ? 1 : 0);
  const std::string_view contents(raw.data(), end);
  for (std::size_t at = 1; at < end;) {
    const char c = contents[at];
    const std::size_t length = c == '\\' ? escape_length(contents, at) : character_length(contents, at);
    if (length > 0 && (c < 0 || c >= ' '))
      out << std::string_view(contents.data() + at, length);
    at += length > 0 ? length : 1;
  }
  out << '"';
}

void write_value(const Tree &tree, const Token &token, Draft &out) {
  const std::string_view raw = tree.raw(token);
  if (token.kind <= Kind::array)
    out << (token.kind == Kind::object ? '{' : '[');
  else if (token.kind == Kind::string)
    write_string(raw, token.closed, out);
  else
    out << (is_number(raw) || raw == "true" || raw == "false" || raw == "null" ? raw : "null");
}

bool on_a_new_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\r'))
    --at;
  return at > 0 && text[at - 1] == '\n';
}

} // namespace

void write_mended(const Tree &tree, Draft &out) {
  std::uint32_t open = no_token;
  const auto close = [&] {
    if (out.view().back() == ':')
      out << "null";
    out << (tree[open].kind == Kind::object ? '}' : ']');
    open = tree[open].parent;
  };
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const Token &token = tree[i];
    while (open != no_token && open != token.parent)
      close();
    if (open == no_token && i > 0) {
      if (!on_a_new_line(tree.text(), token.start))
        return;
      out << '\n';
    }
    const bool member = open != no_token && tree[open].kind == Kind::object;
    char last = i == 0 ? '\n' : out.view().back();
    if (last == ':' && !(member && token.key != no_token)) {
      out << "null";
      last = 'l';
    }
    if (last != ':' && last != '{' && last != '[' && last != '\n')
      out << ',';
    if (member && !token.is_key && token.key == no_token)
      out << "\"\":";
    write_value(tree, token, out);
    if (member && token.is_key)
      out << ':';
    if (token.kind <= Kind::array)
      open = i;
  }
  while (open != no_token)
    close();
}

bool well_formed(const Tree &tree, std::string_view mended) {
  std::size_t at = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < tree.text().size(); ++i) {
    const char c = tree.text()[i];
    if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r'))
      continue;
    while (!quoted && at < mended.size() && mended[at] == '\n')
      ++at;
    if (at == mended.size() || mended[at++] != c)
      return false;
    if (quoted && c == '\\' && i + 1 < tree.text().size() && at < mended.size()) {
      if (mended[at++] != tree.text()[++i])
        return false;
    } else if (c == '"')
      quoted = !quoted;
  }
  return at == mended.size();
}

} // namespace stslint::mutator
