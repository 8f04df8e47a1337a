#pragma once

#include "token.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// The tokens of a text and, at each of them, which containers are open: read from the front as far as that is JSON,
/// and from the back likewise. An edit mends the text if what is open after it is the same from both sides, which
/// takes a few steps to find out, however long the text is.
class Structure {
public:
  explicit Structure(std::string_view text);

  std::string_view text() const { return text_; }
  /// The last one is the end of the text.
  const std::vector<Token> &tokens() const { return tokens_; }
  /// The first token that cannot follow those before it; the end's number + 1 if all is well.
  std::size_t wrong_from_front() const { return forward_.size() - 1; }
  /// The last token that cannot stand before those after it, + 1; 0 if all is well.
  std::size_t wrong_from_back() const { return first_good_; }

  /// Whether the text is well formed once `length` bytes at `offset` are replaced.
  bool mended_by(std::size_t offset, std::size_t length, std::string_view by);

  /// Whether, with that replacement, the front can be read for some tokens beyond its end, whatever comes after them.
  bool helped_by(std::size_t offset, std::size_t length, std::string_view by);

  /// A part of the text in the containers that hold it, as a text of its own.
  struct Excerpt {
    std::string text;
    std::size_t shift = 0;        ///< an offset in the text, less this modulo 2^n, is one in the excerpt
    std::size_t from = 0, to = 0; ///< of the text
  };
  /// The tokens from `first` to `last` with those around them.
  Excerpt excerpt(std::size_t first, std::size_t last) const;

private:
  enum Want : unsigned {
    top = 1,
    first_key = 2,
    next_key = 4,
    before_colon = 8,
    member_value = 16,
    first_value = 32,
    next_value = 64,
    behind_value = 128,
    nothing = 256,
  };
  /// A container that is open, within another.
  struct Frame {
    std::uint32_t parent, depth;
    std::uint64_t path; ///< the kinds of all containers from the root to this one
    bool object;
    std::size_t token; ///< its opening bracket; only set from the front
  };
  /// The innermost container, and what may come in it: from the front one thing, from the back several.
  struct State {
    std::uint32_t frame;
    unsigned want;
  };

  State opened(State state, bool object, std::size_t token = 0);
  std::optional<State> closed(State state, bool object) const;
  std::optional<State> after(State state, TokenKind kind, std::size_t token = 0);
  std::optional<State> before(State state, TokenKind kind);
  unsigned behind(std::uint32_t frame) const { return frame == 0 ? nothing : behind_value; }
  unsigned values(std::uint32_t frame) const;
  bool meets(const State &front, std::size_t token) const;
  std::optional<bool> mended_in(std::string_view changed, std::size_t edited, std::size_t origin, bool all,
                                std::size_t first);

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Frame> frames_{{0, 0, 0, false, 0}};
  std::vector<State> forward_;  ///< before each token, up to the first that is wrong
  std::vector<State> backward_; ///< before each token from `first_good_` on
  std::size_t first_good_ = 0;
};

} // namespace stslint
