#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// The unit of a character's position in its line; client and server agree on one.
enum class PositionUnit : std::uint8_t { utf8, utf16 };

/// A place as the protocol counts: lines and characters from 0.
struct Spot {
  std::size_t line = 0, character = 0;
};

/// A document as the editor has it, in UTF-8.
class OpenDocument {
public:
  OpenDocument(std::string text, PositionUnit unit) : unit_(unit) { set(std::move(text)); }

  const std::string &text() const { return text_; }
  PositionUnit unit() const { return unit_; }

  /// Replaces all of it.
  void set(std::string text);
  /// Replaces what stands between two spots.
  void change(const Spot &start, const Spot &end, std::string_view text);

  /// The byte at a spot. Behind the end of a line, it is the end of that line; within a character, its first byte.
  std::size_t offset(const Spot &spot) const;
  /// The line, from 0, that holds a byte.
  std::size_t line_of(std::size_t offset) const;
  std::size_t start_of_line(std::size_t line) const { return lines_[line]; }

private:
  std::string text_;
  /// The first byte of each line. Kept while the text changes, because a burst of edits asks for many lines.
  std::vector<std::size_t> lines_;
  PositionUnit unit_;
};

/// Tells the spots of bytes. Within a line, each costs as much as it is far from the one before.
class Spots {
public:
  explicit Spots(const OpenDocument &document) : document_(document) {}
  Spot at(std::size_t offset);

private:
  const OpenDocument &document_;
  std::size_t offset_ = 0;
  Spot spot_;
};

} // namespace stslint
