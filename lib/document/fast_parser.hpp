#pragma once

#include "parser.hpp"

#include "../text/scan.hpp"

#include <array>
#include <cstring>

namespace stslint {

/// Who knows what should come, and is told what does: one that is content with anything.
struct NoGuide {
  /// From a key's quote on: the end of the key, if it is the one expected here, else null.
  const char *expected_key(const char *, const char *, Node &) { return nullptr; }
  enum class Found { refused, yes, no };
  /// Another key came.
  Found other_key(std::uint32_t, const Node &) { return Found::no; }
  void item() {}
  // A value is there; a container when its bracket comes, and again when it is complete. False to give up.
  bool scalar(std::uint32_t, const Node &, Kind) { return true; }
  bool open(std::uint32_t, Kind) { return true; }
  bool close(std::uint32_t, Kind) { return true; }
};

/// One pass over a text in which nothing is wrong but that keys are there twice, 16 bytes at a time. At the first doubt
/// it gives up, and Parser, which can tell what is wrong, starts anew: clean text need not pay for what only broken
/// text asks. Its guide is told of each key and value on the way, and may give up, too.
class FastParser {
public:
  explicit FastParser(Document &document) : document_(document) {}
  /// False where it gives up; what it made until then is of no use.
  template <typename Guide> bool parse(std::string_view bytes, Guide &guide);

private:
  struct Open {
    std::uint32_t node;
    std::uint32_t first_key; ///< of its keys in hashes_
    bool object, alike;      ///< two of its keys may be the same
  };
  static constexpr std::size_t most_keys = 64; ///< of an object, that are compared one by one

  bool start(std::string_view bytes);
  template <typename Guide> bool read(const char *at, Guide &guide);
  template <typename Guide> const char *key(const char *at, std::uint32_t index, Node &node, Guide &guide);
  const char *word(const char *at, Node &node) const;
  const char *other_word(const char *at, Node &node) const;
  const char *string(const char *at, Node &node);
  const char *odd_string(const char *at, Node &node);
  void remember(std::uint16_t hash);
  std::string_view said(const Node &string) const;
  std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - start_); }
  static const char *skip_blanks(const char *at);
  static bool is_blank(char c);
  static std::ptrdiff_t one_blank(const char *at);

  Document &document_;
  const char *start_ = nullptr, *end_ = nullptr;
  std::size_t depth_ = 0, hash_count_ = 0;
  std::size_t resolved_ = 0; ///< how much of the document's room for what strings with escapes say is in use
  std::array<Open, Document::max_depth> open_;
  std::array<std::uint16_t, 1024> hashes_; ///< of the keys of the objects that are open
};

// A text in which nothing is wrong ends with a bracket, where these stop at the latest.

inline bool FastParser::is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

inline const char *FastParser::skip_blanks(const char *at) {
  while (is_blank(*at))
    ++at;
  return at;
}

/// Mostly there is none, or one: added to the place, for which of the two it is is hard to guess.
inline std::ptrdiff_t FastParser::one_blank(const char *at) { return *at == ' ' ? 1 : 0; }

inline std::string_view FastParser::said(const Node &string) const {
  return string.escaped ? document_.resolved(string) : std::string_view(start_ + string.offset + 1, string.length - 2);
}

/// Enters a key's hash among those of its object.
inline void FastParser::remember(std::uint16_t hash) {
  Open &open = open_[depth_ - 1];
  const std::size_t before = hash_count_ - open.first_key;
  if (before == most_keys || hash_count_ + scan::hashes_at_once > hashes_.size())
    open.alike = true;
  else {
    open.alike |= scan::holds(hashes_.data() + open.first_key, before, hash);
    hashes_[hash_count_++] = hash;
  }
}

/// From its quote on; the end of the string, or null.
inline const char *FastParser::string(const char *at, Node &node) {
  const char *const stop = at + 1 + scan::ordinary({at + 1, static_cast<std::size_t>(end_ - at - 1)});
  if (stop == end_ || *stop != '"')
    return odd_string(at, node);
  node = Node::at(offset(at), static_cast<std::uint32_t>(stop + 1 - at), Kind::string);
  return stop + 1;
}

/// From its quote on; the place behind its colon, or null.
template <typename Guide>
[[gnu::always_inline]] inline const char *FastParser::key(const char *at, std::uint32_t index, Node &node,
                                                          Guide &guide) {
  const char *end = guide.expected_key(at, end_, node);
  if (end == nullptr) {
    end = string(at, node);
    if (end == nullptr)
      return nullptr;
    node.key = true;
    node.hash = key_hash(said(node));
    const auto found = guide.other_key(index, node);
    if (found == NoGuide::Found::refused)
      return nullptr;
    if (found == NoGuide::Found::no)
      remember(node.hash);
  }
  if (*end != ':' && *(end = skip_blanks(end)) != ':')
    return nullptr;
  return end + 1;
}

template <typename Guide> bool FastParser::parse(std::string_view bytes, Guide &guide) {
  return start(bytes) && read(skip_blanks(start_), guide);
}

/// Each turn reads a value, and the key before it. Where blanks are not likely, they are looked for last.
template <typename Guide> bool FastParser::read(const char *at, Guide &guide) {
  Nodes &all = document_.nodes_;
  std::size_t room = all.size();
  Node *nodes = all.data();
  std::uint32_t count = 0;
  if (*at != '{' && *at != '[')
    return false;
  for (bool in_object = false;;) {
    if (count + 2 > room) {
      all.resize(room *= 2);
      nodes = all.data();
    }
    if (in_object) {
      at += one_blank(at);
      if (*at != '"' && *(at = skip_blanks(at)) != '"')
        return false;
      at = key(at, count, nodes[count], guide);
      ++count;
      if (at == nullptr)
        return false;
    } else
      guide.item();
    at += one_blank(at);
    if (is_blank(*at))
      at = skip_blanks(at);
    const std::uint32_t index = count++;
    Node &node = nodes[index];
    if (*at == '"') {
      at = string(at, node);
      if (at == nullptr || !guide.scalar(index, node, Kind::string))
        return false;
    } else if (*at == '{' || *at == '[') {
      if (depth_ == Document::max_depth)
        return false;
      in_object = *at == '{';
      node = Node::at(offset(at), 0, in_object ? Kind::object : Kind::array);
      open_[depth_++] = {index, static_cast<std::uint32_t>(hash_count_), in_object, false};
      if (!guide.open(index, node.kind))
        return false;
      at = skip_blanks(at + 1);
      if (*at != (in_object ? '}' : ']'))
        continue;
    } else {
      at = word(at, node);
      if (at == nullptr || !guide.scalar(index, node, node.kind))
        return false;
    }
    // Behind a value: brackets that close, and a comma or the end.
    for (;;) {
      const char c = *at++;
      if (c == ',')
        break;
      if (c != (in_object ? '}' : ']')) {
        if (!is_blank(c))
          return false;
        at = skip_blanks(at);
        continue;
      }
      const Open &open = open_[--depth_];
      Node &closed = nodes[open.node];
      closed.length = offset(at) - closed.offset;
      closed.next = count;
      hash_count_ = open.first_key;
      if (open.alike)
        find_duplicate_keys(document_, open.node, document_.flaws_);
      if (!guide.close(open.node, in_object ? Kind::object : Kind::array))
        return false;
      if (depth_ == 0) {
        all.resize(count);
        document_.resolved_.resize(resolved_);
        return at == end_;
      }
      if (at == end_)
        return false;
      in_object = open_[depth_ - 1].object;
    }
  }
}

} // namespace stslint
