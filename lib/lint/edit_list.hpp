#pragma once

#include "stslint/rule.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// A text as pieces of the original and new pieces between them, so that edits of edits become edits of the original.
class EditList {
public:
  explicit EditList(std::string_view text) : original_(text.size()) {
    if (original_ > 0)
      pieces_.push_back({0, original_, {}});
  }

  /// `edits` are in order and do not overlap; their offsets are in the text as it is now.
  void apply(const Edits &edits) {
    std::vector<Piece> next;
    std::size_t at = 0, index = 0, used = 0;
    const auto pass = [&](std::size_t end, bool keep) {
      while (at < end && index < pieces_.size()) {
        const Piece &piece = pieces_[index];
        const std::size_t take = std::min(end - at, piece.size() - used);
        if (keep)
          next.push_back(piece.part(used, take));
        at += take;
        used += take;
        if (used == piece.size()) {
          ++index;
          used = 0;
        }
      }
    };
    for (const Edit &edit : edits) {
      pass(edit.offset, true);
      if (!edit.text.empty())
        next.push_back({0, 0, edit.text});
      pass(edit.offset + edit.length, false);
    }
    pass(static_cast<std::size_t>(-1), true);
    pieces_ = std::move(next);
  }

  /// The edits that turn the original into the text as it is now.
  Edits edits() const {
    Edits all;
    std::string text;
    std::size_t at = 0;
    const auto end_at = [&](std::size_t end) {
      if (end > at || !text.empty())
        all.push_back({at, end - at, std::move(text)});
      text.clear();
    };
    for (const Piece &piece : pieces_)
      if (!piece.text.empty())
        text += piece.text;
      else {
        end_at(piece.offset);
        at = piece.offset + piece.length;
      }
    end_at(original_);
    return all;
  }

private:
  /// Either new text, or a part of the original.
  struct Piece {
    std::size_t offset, length;
    std::string text;

    std::size_t size() const { return text.empty() ? length : text.size(); }
    Piece part(std::size_t from, std::size_t count) const {
      return text.empty() ? Piece{offset + from, count, {}} : Piece{0, 0, text.substr(from, count)};
    }
  };
  std::size_t original_;
  std::vector<Piece> pieces_;
};

} // namespace stslint
