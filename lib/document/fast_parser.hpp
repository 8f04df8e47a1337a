#pragma once

#include "parser.hpp"

#include "../text/scan.hpp"

#include <array>
#include <cstring>

namespace stslint {

/// A container that is open.
struct OpenContainer {
  std::uint32_t node;
  std::uint32_t first_key; ///< where the hashes of its keys begin in FastParser::hashes_
  bool object, alike;      ///< two of its keys may be the same
};

/// The containers that are open, with what a guide needs to know of each. The first level is around the outermost
/// value.
template <typename Level> struct Levels {
  std::array<Level, Document::max_depth + 1> all;
  Level *last = all.data();

  bool none() const { return last == all.data(); }
  bool full() const { return last == &all.back(); }
};

/// The interface of a guide, which may know the keys to expect and receives each key and value. This one expects
/// nothing.
struct NoGuide {
  Levels<OpenContainer> levels;
  /// The end of the key whose quote is at this place, if it is an expected key; otherwise null.
  const char *expected_key(const char *, Node &) { return nullptr; }
  /// Receives any other key. True if the guide knows the key, and detects a duplicate of it itself.
  bool other_key(const Node &, std::string_view) { return false; }
  void item() {}
  // Receive the values. A container comes twice: open() at its first bracket, close() when it is complete.
  void string(const Node &, std::string_view) {} ///< the bytes between its quotes
  void word(const Node &) {}                     ///< a number or a literal
  void open(const Node &) { ++levels.last; }
  void close(const Node &) { --levels.last; }
};

/// One pass over well-formed JSON, 16 bytes at a time; duplicate keys are the only flaw that it handles. At the first
/// doubt it gives up, and Parser, which reports the flaws, starts again: so well-formed text does not pay for the care
/// that broken text needs. Its guide receives each key and value.
class FastParser {
public:
  explicit FastParser(Document &document) : document_(document) {}
  /// False where it gives up; what it made until then is of no use.
  template <typename Guide> bool parse(std::string_view bytes, Guide &guide);

private:
  static constexpr std::size_t most_keys = 64; ///< of an object whose hashes are compared; more keys are sorted

  bool start(std::string_view bytes);
  bool finish(const char *at, std::size_t nodes);
  template <typename Guide> bool read(const char *at, Guide &guide);
  template <typename Guide> const char *key(const char *at, Node &node, Guide &guide);
  const char *word(const char *at, Node &node) const;
  const char *other_word(const char *at, Node &node) const;
  const char *string(const char *at, Node &node);
  const char *odd_string(const char *quote, const char *odd, Node &node);
  void remember(std::uint16_t hash, OpenContainer &object);
  std::string_view text_of(const Node &string) const;
  std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - start_); }
  static const char *skip_blanks(const char *at);
  static bool is_blank(char c);
  static std::ptrdiff_t one_blank(const char *at);

  Document &document_;
  const char *start_ = nullptr, *end_ = nullptr;
  std::size_t hash_count_ = 0;
  std::size_t resolved_ = 0;               ///< how much of Document::resolved_ is in use
  std::array<std::uint16_t, 1024> hashes_; ///< of the keys of the objects that are open
};

// start() has made sure that the text ends with a bracket: the functions below stop there at the latest.

inline bool FastParser::is_blank(char c) {
  return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
}

inline const char *FastParser::skip_blanks(const char *at) {
  while (is_blank(*at))
    ++at;
  return at;
}

/// 1 if there is a space at `at`, otherwise 0. Mostly there is none, or one; to add the number is faster than a branch,
/// which would be hard to predict.
inline std::ptrdiff_t FastParser::one_blank(const char *at) { return *at == ' ' ? 1 : 0; }

inline std::string_view FastParser::text_of(const Node &string) const {
  return string.escaped ? document_.resolved(string) : std::string_view(start_ + string.offset + 1, string.length - 2);
}

/// Remembers a key's hash among those of its object, and whether an earlier key may be the same.
inline void FastParser::remember(std::uint16_t hash, OpenContainer &object) {
  const std::size_t before = hash_count_ - object.first_key;
  if (before == most_keys || hash_count_ + scan::hashes_at_once > hashes_.size())
    object.alike = true;
  else {
    object.alike |= scan::holds(hashes_.data() + object.first_key, before, hash);
    hashes_[hash_count_++] = hash;
  }
}

/// Reads a string from its opening quote on; returns its end, or null. The last byte of the text, a bracket, is left
/// out of the search, so that `*stop` can always be read.
inline const char *FastParser::string(const char *at, Node &node) {
  const char *const stop = at + 1 + scan::ordinary({at + 1, static_cast<std::size_t>(end_ - at - 2)});
  if (*stop != '"') [[unlikely]]
    return odd_string(at, stop, node);
  node = Node::at(offset(at), static_cast<std::uint32_t>(stop + 1 - at), Kind::string);
  return stop + 1;
}

/// Reads a number or a literal; returns its end, or null. Most are a few digits.
[[gnu::always_inline]] inline const char *FastParser::word(const char *at, Node &node) const {
  if (end_ - at < 16)
    return other_word(at, node);
  const unsigned digits = scan::digits(at);
  const char after = at[digits & 15];
  if (digits == 0 || digits > Value::most_digits || (*at == '0' && digits > 1) || after == '.' || (after | 0x20) == 'e')
    return other_word(at, node);
  node = Node::at(offset(at), digits, Kind::number);
  node.hash = static_cast<std::uint16_t>(digits);
  return at + digits;
}

/// Reads a key from its opening quote on; returns the place after its colon, or null.
template <typename Guide>
[[gnu::always_inline]] inline const char *FastParser::key(const char *at, Node &node, Guide &guide) {
  const char *end = guide.expected_key(at, node);
  if (end == nullptr) [[unlikely]] {
    end = string(at, node);
    if (end == nullptr)
      return nullptr;
    node.key = true;
    const std::string_view name = text_of(node);
    node.hash = key_hash(name);
    if (!guide.other_key(node, name))
      remember(node.hash, *guide.levels.last);
  }
  if (*end != ':' && *(end = skip_blanks(end)) != ':') [[unlikely]]
    return nullptr;
  return end + 1;
}

template <typename Guide> bool FastParser::parse(std::string_view bytes, Guide &guide) {
  return start(bytes) && read(skip_blanks(start_), guide);
}

/// Each turn of the loop reads a value, after its key if it has one. Blanks are checked for last where they are
/// unlikely.
template <typename Guide> bool FastParser::read(const char *at, Guide &guide) {
  Nodes &all = document_.nodes_;
  Node *nodes = all.data(), *next = nodes, *last = nodes + all.size() - 2; // where there is room for two
  if (*at != '{' && *at != '[')
    return false;
  for (bool in_object = false;;) {
    if (next > last) [[unlikely]] {
      const std::ptrdiff_t count = next - nodes;
      all.resize(2 * all.size());
      nodes = all.data();
      next = nodes + count;
      last = nodes + all.size() - 2;
    }
    if (in_object) [[likely]] {
      at += one_blank(at);
      if (*at != '"' && *(at = skip_blanks(at)) != '"') [[unlikely]]
        return false;
      at = key(at, *next++, guide);
      if (at == nullptr) [[unlikely]]
        return false;
    } else
      guide.item();
    at += one_blank(at);
    Node &node = *next++;
    if (*at == '"' || (is_blank(*at) && *(at = skip_blanks(at)) == '"')) {
      const char *const contents = at + 1;
      at = string(at, node);
      if (at == nullptr) [[unlikely]]
        return false;
      guide.string(node, {contents, static_cast<std::size_t>(at - 1 - contents)});
    } else if (*at == '{' || *at == '[') {
      if (guide.levels.full()) [[unlikely]]
        return false;
      in_object = *at == '{';
      node = Node::at(offset(at), 0, in_object ? Kind::object : Kind::array);
      guide.open(node);
      OpenContainer &opened = *guide.levels.last;
      opened = {static_cast<std::uint32_t>(&node - nodes), static_cast<std::uint32_t>(hash_count_), in_object, false};
      at = skip_blanks(at + 1);
      if (*at != (in_object ? '}' : ']'))
        continue;
    } else {
      at = word(at, node);
      if (at == nullptr) [[unlikely]]
        return false;
      guide.word(node);
    }
    // After a value: closing brackets, and a comma or the end.
    for (;;) {
      const char c = *at++;
      if (c == ',')
        break;
      if (c != (in_object ? '}' : ']')) [[unlikely]] {
        if (!is_blank(c))
          return false;
        at = skip_blanks(at);
        continue;
      }
      const OpenContainer &open = *guide.levels.last;
      Node &closed = nodes[open.node];
      closed.length = offset(at) - closed.offset;
      closed.next = static_cast<std::uint32_t>(next - nodes);
      hash_count_ = open.first_key;
      if (open.alike) [[unlikely]]
        find_duplicate_keys(document_, open.node, document_.flaws_);
      guide.close(closed);
      if (guide.levels.none()) [[unlikely]]
        return finish(at, static_cast<std::size_t>(next - nodes));
      if (at == end_) [[unlikely]]
        return false;
      in_object = guide.levels.last->object;
    }
  }
}

} // namespace stslint
