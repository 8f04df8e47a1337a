#pragma once

#include "store.hpp"
#include "tables.hpp"

namespace stslint::mutator {

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

enum class Kind : std::uint8_t { object, array, string, word };

/// A value or key, at its place in the text.
struct Token {
  std::uint32_t start, end;
  std::uint32_t parent;   ///< the container around it
  std::uint32_t key;      ///< of a value that has one
  std::uint32_t children; ///< of a container: its keys and values
  std::uint16_t slot;     ///< the expected definition, if known
  Kind kind;
  bool is_key, closed;
};

/// The values of a text, even if it is broken: with duplicates, odd numbers and unclosed values. Commas and colons are
/// not checked. Linear, without recursion.
class Tree {
public:
  /// Longer texts get only changes of raw bytes.
  static constexpr std::size_t longest = 1u << 20;

  explicit Tree(std::string_view text);

  std::string_view text() const { return text_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }
  const Token &operator[](std::uint32_t token) const { return tokens_[token]; }
  std::string_view raw(const Token &token) const { return {text_.data() + token.start, token.end - token.start}; }

private:
  void read();
  std::uint32_t read_token(std::uint32_t at, std::uint32_t parent, std::uint32_t key);
  void place();
  std::uint16_t slot_of(const Token &token, std::uint32_t index) const;
  std::uint16_t slot_of_root() const;

  std::string_view text_;
  Store<Token> tokens_;
};

/// The slot of the member with this name in an object of this slot; `no_slot` if there is none.
std::uint16_t slot_of_member(std::uint16_t slot, std::string_view name);

/// The text of the tree as valid JSON: without white space, with missing brackets and quotes added.
/// Several values stay, one a line, if they were so; otherwise only the first stays.
void write_mended(const Tree &tree, Draft &out);

/// True if nothing needs a correction.
bool well_formed(const Tree &tree, std::string_view mended);

} // namespace stslint::mutator
