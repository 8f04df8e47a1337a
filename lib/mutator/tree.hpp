#pragma once

#include "store.hpp"
#include "tables.hpp"

namespace stslint::mutator {

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

enum class Kind : std::uint8_t { object, array, string, word };

/// A value or key of a text, as it stands there.
struct Token {
  std::uint32_t start, end;
  std::uint32_t parent;   ///< the container it lies in
  std::uint32_t key;      ///< of a value that has one
  std::uint32_t children; ///< of a container: its keys and values
  std::uint16_t slot;     ///< what it should be, as far as that can be told
  Kind kind;
  bool is_key, closed;
};

/// What a text says, however broken: duplicates, odd numbers and what is left open included. Commas and colons are
/// taken as they come. Linear, recurses nowhere.
class Tree {
public:
  /// Texts beyond this are left to changes of their bytes.
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

/// The slot of a member of that name in an object of that slot; `no_slot` if it knows none.
std::uint16_t slot_of_member(std::uint16_t slot, std::string_view name);

/// The text that the tree says, without white space, and closed and quoted where it is not: JSON, whatever it was.
/// Several values stay a line each if they stood so; else the first is taken.
void write_mended(const Tree &tree, Draft &out);

/// Whether nothing needs to be mended.
bool well_formed(const Tree &tree, std::string_view mended);

} // namespace stslint::mutator
