#pragma once

#include "stslint/document.hpp"

#include <array>

namespace stslint {

/// One pass over a text in which nothing is wrong, 16 bytes at a time. At the first doubt it gives up, and Parser,
/// which can tell what is wrong, starts anew: clean text need not pay for what only broken text asks.
class FastParser {
public:
  explicit FastParser(Document &document) : document_(document) {}
  /// False where it gives up; what it made until then is of no use.
  bool parse(std::string_view bytes);

private:
  struct Open {
    std::uint32_t node;
    std::uint32_t first_key; ///< of its keys in hashes_
    bool object, alike;      ///< two of its keys may be the same
  };
  static constexpr std::size_t most_keys = 64; ///< of an object, that are compared one by one

  bool read(const char *at);
  bool close(std::uint32_t count, const char *end);
  const char *string(const char *at, Node &node);
  const char *odd_string(const char *at, Node &node);
  void remember(Node &key);
  std::string_view said(const Node &string) const;
  std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - start_); }

  Document &document_;
  const char *start_ = nullptr, *end_ = nullptr;
  std::size_t depth_ = 0, hash_count_ = 0;
  std::size_t resolved_ = 0; ///< how much of the document's room for what strings with escapes say is in use
  std::array<Open, Document::max_depth> open_;
  std::array<std::uint16_t, 1024> hashes_; ///< of the keys of the objects that are open
};

} // namespace stslint
