#pragma once

#include "stslint/document.hpp"

#include <array>

namespace stslint {

/// One pass over a text in which nothing is wrong, 16 bytes at a time. At the first doubt it gives up, and Parser,
/// which can tell what is wrong, starts anew: clean text need not pay for what only broken text asks.
class FastParser {
public:
  explicit FastParser(Document &document) : document_(document), nodes_(document.nodes_) {}
  /// False where it gives up; what it made until then is of no use.
  bool parse(std::string_view bytes);

private:
  struct Open {
    std::uint32_t node;
    bool object, alike; ///< two of its keys may be the same
    std::uint64_t keys; ///< a bit of each key's hash
  };

  void skip_blanks();
  bool opens();
  bool close();
  bool key();
  bool scalar();
  bool literal(std::string_view word, Kind kind);
  bool string();
  bool escape();
  bool number();
  Node &add(Kind kind, std::size_t start);

  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool in_object() const { return open_[depth_ - 1].object; }
  char closing() const { return in_object() ? '}' : ']'; }
  std::string_view contents(const Node &string) const { return text_.substr(string.offset + 1, string.length - 2); }

  Document &document_;
  std::vector<Node> &nodes_;
  std::string_view text_;
  std::size_t at_ = 0, depth_ = 0;
  std::array<Open, Document::max_depth> open_;
};

} // namespace stslint
