#pragma once

#include "stslint/edit.hpp"
#include "stslint/excerpt.hpp"
#include "stslint/flaw.hpp"
#include "stslint/memory.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Parses bytes to a Document: a tree that knows the place of each value, and the flaws of the JSON itself.
///
///     Document document;
///     document.parse(bytes);                               // any bytes; no content makes it throw
///     for (const Flaw &flaw : document.flaws()) …          // syntax, encoding, duplicate keys, in order of offset
///     document.root().member("tags").items()               // never throws: a member of an absent value is absent
///
/// A Document refers to the bytes it parsed: they must outlive it unchanged. It keeps its memory between calls of
/// parse. Offsets and lengths are in bytes; a text is at most `Document::max_bytes` long. Not thread-safe: give each
/// thread its own. parse() takes time linear in the bytes, and n log n where an object sorts its keys. It takes 16
/// bytes of memory for each value, and the decoded text of strings with escapes; no depth overflows the stack.
///
/// Four texts have names here. The input is the argument of parse(). The mended text is the input with its syntax
/// repaired. The host is the file of which the input is an excerpt. The decoded text of a string has no escapes.
namespace stslint {

/// What a value is. `broken` is a value that should be there but could not be read; its flaw says why.
enum class Kind : std::uint8_t { object, array, string, number, boolean, null, broken };
constexpr bool is_container(Kind kind) { return kind <= Kind::array; }
inline constexpr std::size_t kinds = static_cast<std::size_t>(Kind::broken) + 1;

/// One value or key in the tree. Nodes stand in the order of the text, an object's as key, value, key, value …
struct Node {
  std::uint32_t offset, length;
  std::uint32_t next; ///< of a container: the index just past its children; of a string with escapes: its decoded text
  Kind kind;
  bool key : 1, escaped : 1, incomplete : 1, marked : 1;
  std::uint8_t rest : 4; ///< unused; so the byte with the flags is written at once
  std::uint16_t hash;    ///< of a key: key_hash of its decoded text; of a number: Value::digits

  static Node at(std::uint32_t offset, std::uint32_t length, Kind kind) {
    return {offset, length, 0, kind, false, false, false, false, 0, 0};
  }
};

/// Equal names have equal hashes; different names mostly have different ones.
inline std::uint16_t key_hash(std::string_view name) {
  std::uint64_t first = 0, last = 0;
  if (name.size() >= 8) {
    std::memcpy(&first, name.data(), 8);
    std::memcpy(&last, name.data() + name.size() - 8, 8);
  } else if (name.size() >= 4) {
    std::uint32_t low = 0, high = 0;
    std::memcpy(&low, name.data(), 4);
    std::memcpy(&high, name.data() + name.size() - 4, 4);
    first = std::uint64_t{high} << 32 | low;
  } else
    for (const char c : name)
      first = first << 8 | static_cast<unsigned char>(c);
  return static_cast<std::uint16_t>(((first + name.size()) * 0x9e3779b97f4a7c15u ^ last * 0xc2b2ae3d27d4eb4fu) >> 48);
}

class Document;
struct Member;

/// A value, a key, or an absent value. It is small, cheap to copy, and valid until its Document parses the next text.
/// Every function works for every value: for an absent value, is() is false, kind() is `broken`, and there are no
/// members and no text.
class Value {
public:
  Value() = default;
  Value(const Document &document, std::uint32_t node) : document_(&document), node_(node) {}

  bool absent() const { return document_ == nullptr; }
  bool is(Kind kind) const { return !absent() && node().kind == kind; }
  Kind kind() const { return absent() ? Kind::broken : node().kind; }
  bool same(const Value &other) const { return document_ == other.document_ && node_ == other.node_; }

  /// Its place in bytes(), with its quotes or brackets; 0 and 0 if absent.
  std::uint32_t offset() const { return absent() ? 0 : node().offset; }
  std::uint32_t length() const { return absent() ? 0 : node().length; }
  std::string_view raw() const;
  /// The text from its start to the end of this value.
  std::string_view text_until_end() const;

  /// The decoded text of a string or key, in which invalid escapes stay as they are; "" for any other kind.
  std::string text() const { return std::string(view()); }
  /// The same without a copy.
  std::string_view view() const;
  bool equals(std::string_view text) const;
  bool starts_with(std::string_view prefix) const;
  /// Bytes of a string between its quotes, escapes unresolved. Never allocates.
  std::string_view contents() const;
  /// Code points of a string.
  std::size_t characters() const;

  /// The nearest double, ±infinity included; NaN for anything but a number.
  double number() const;
  /// A double represents every number with at most so many digits.
  static constexpr unsigned most_digits = 15;
  /// The number of digits of a number that consists of 1 to most_digits digits and nothing else; otherwise 0.
  unsigned digits() const { return is(Kind::number) ? node().hash : 0; }

  /// The first member with this name; absent if there is none, if it has a finding (marked()), or if this is not an
  /// object.
  Value member(std::string_view name) const { return member(name, key_hash(name)); }
  /// The number of members or items; 0 for a scalar. Linear.
  std::size_t size() const;
  bool empty() const;
  Value first_item() const; ///< of an array; otherwise, and of an empty one, absent

  template <bool> class Children;
  Children<true> members() const; ///< of an object, otherwise empty
  Children<false> items() const;  ///< of an array, otherwise empty

  /// True if a syntax error hides a part of this object or array, so that no member can be called missing.
  bool incomplete() const { return !absent() && node().incomplete; }
  bool marked() const { return !absent() && node().marked; }
  bool escaped() const { return !absent() && node().escaped; }
  std::uint32_t index() const { return node_; }
  std::uint16_t hash() const { return absent() ? 0 : node().hash; }

private:
  const Node &node() const;
  Value member(std::string_view name, std::uint16_t hash) const;
  std::string_view odd_contents() const;
  const Document *document_ = nullptr;
  std::uint32_t node_ = 0;
};

struct Member {
  Value key, value;
};

using Nodes = std::vector<Node, LazyAllocator<Node>>;

class Document {
public:
  static constexpr std::size_t max_depth = 512;
  static constexpr std::size_t max_bytes = 0xFFFF'FFF0;

  /// Replaces the earlier text. Throws Error at once if `bytes` is longer than max_bytes.
  void parse(std::string_view bytes);

  /// Parses the mended text of the input `source`, which is `source` after `repairs`, in order. Each repair is also a
  /// flaw. Strings that a repair changed are marked.
  void parse_mended(std::string_view source, std::vector<Repair> repairs);

  /// Parses the decoded text of a string in `source`, whose contents are these bytes.
  void parse_within(std::string_view source, std::uint32_t offset, std::uint32_t length);

  /// From now on, each input is the text of this excerpt of `host`; null for inputs without a host. Both must outlive
  /// all use of the document.
  void stands_in(const Excerpt *excerpt, std::string_view host);

  /// The text that was parsed: the input, the mended text, or the decoded text of a string.
  std::string_view bytes() const { return bytes_; }
  /// The input.
  std::string_view text() const { return pieces_.empty() ? bytes_ : text_; }
  /// The host of the input; without one, the input.
  std::string_view source() const { return excerpt_ == nullptr ? text() : host_; }
  const Excerpt *excerpt() const { return excerpt_; }
  /// Whether bytes() stands in a string of source().
  bool within() const { return within_; }
  std::span<const Repair> repairs() const { return repairs_; }
  /// The offset in source() of the byte at `offset` of bytes(). For a byte that a repair inserted, the place of the
  /// repair; for a decoded byte, the place of its escape.
  std::uint32_t origin(std::uint32_t offset) const { return in_source(in_text(offset)); }
  /// The same in text().
  std::uint32_t in_text(std::uint32_t offset) const;
  /// Where the byte at `offset` of text() stands in source().
  std::uint32_t in_source(std::uint32_t offset) const {
    return excerpt_ == nullptr ? offset : excerpt_->origins[std::min<std::size_t>(offset, excerpt_->text.size())];
  }
  std::span<const Node> nodes() const { return nodes_; }
  /// The index just past a node and its children.
  std::uint32_t after(std::uint32_t node) const {
    const Node &at = nodes_[node];
    return is_container(at.kind) ? at.next : node + 1;
  }
  std::span<const Flaw> flaws() const { return flaws_; }
  /// Absent if the text holds no value.
  Value root() const { return nodes_.empty() ? Value() : Value(*this, 0); }

  /// Marks a node that has a finding: from then on, member() skips it.
  void mark(std::uint32_t node) { nodes_[node].marked = true; }

private:
  friend class FastParser;
  friend class Parser;
  friend class Value;
  void parse_edited(std::string_view source, const Edits &edits);
  void forget_source();
  void resolve(Node &string, std::string_view contents);
  std::string_view resolved(const Node &string) const;
  std::string_view bytes_;
  Nodes nodes_;
  std::vector<char, LazyAllocator<char>> resolved_; ///< the decoded text of each string with escapes, after its length
  std::vector<Flaw> flaws_;
  std::vector<Repair> repairs_;
  /// From `at` on, bytes() equals the source from `source` on, or was inserted by one edit.
  struct Piece {
    std::uint32_t at, source;
    bool inserted;
  };
  std::vector<Piece> pieces_; ///< in order; none where nothing was edited
  bool within_ = false;
  std::string_view text_;
  std::string mended_; ///< the text after the edits
  const Excerpt *excerpt_ = nullptr;
  std::string_view host_;
};

/// The range that members() and items() return.
template <bool OfMembers> class Value::Children {
public:
  class Iterator {
  public:
    Iterator(const Document *document, std::uint32_t node) : document_(document), node_(node) {}
    auto operator*() const {
      if constexpr (OfMembers)
        return Member{Value(*document_, node_), Value(*document_, node_ + 1)};
      else
        return Value(*document_, node_);
    }
    Iterator &operator++() {
      node_ = document_->after(OfMembers ? node_ + 1 : node_);
      return *this;
    }
    bool operator==(const Iterator &other) const { return node_ == other.node_; }

  private:
    const Document *document_;
    std::uint32_t node_;
  };
  Children(const Document *document, std::uint32_t first, std::uint32_t last)
      : document_(document), first_(first), last_(last) {}
  Iterator begin() const { return {document_, first_}; }
  Iterator end() const { return {document_, last_}; }

private:
  const Document *document_;
  std::uint32_t first_, last_;
};

inline std::string_view Document::resolved(const Node &string) const {
  std::uint32_t length = 0;
  std::memcpy(&length, resolved_.data() + string.next, sizeof length);
  return {resolved_.data() + string.next + sizeof length, length};
}

inline void Document::forget_source() {
  repairs_.clear();
  pieces_.clear();
  within_ = false;
}

inline const Node &Value::node() const { return document_->nodes_[node_]; }
inline std::string_view Value::raw() const {
  return absent() ? std::string_view() : document_->bytes().substr(node().offset, node().length);
}
inline std::string_view Value::contents() const {
  const std::string_view text = raw();
  // All but the rarest strings stand between their double quotes.
  return is(Kind::string) && text.size() > 1 && text.front() == '"' && text.back() == '"'
             ? text.substr(1, text.size() - 2)
             : odd_contents();
}
inline std::string_view Value::view() const {
  return is(Kind::string) && node().escaped ? document_->resolved(node()) : contents();
}
inline bool Value::equals(std::string_view text) const { return is(Kind::string) && view() == text; }
inline bool Value::starts_with(std::string_view prefix) const { return is(Kind::string) && view().starts_with(prefix); }
inline bool Value::empty() const { return absent() || document_->after(node_) == node_ + 1; }
inline Value Value::first_item() const { return is(Kind::array) && !empty() ? Value(*document_, node_ + 1) : Value(); }
inline auto Value::members() const -> Children<true> {
  const bool any = is(Kind::object);
  return {document_, any ? node_ + 1 : 0, any ? node().next : 0};
}
inline auto Value::items() const -> Children<false> {
  const bool any = is(Kind::array);
  return {document_, any ? node_ + 1 : 0, any ? node().next : 0};
}

/// A place as people count: both from 1, columns in Unicode code points (a byte that is not UTF-8 counts as one).
struct Position {
  std::size_t line = 1, column = 1;
};

/// Finds the line and column of an offset, and the JSON Pointer of a node. It remembers its place: for ascending
/// offsets, all calls together take time linear in the text. In any other order, a position takes bounded time once the
/// text up to it was read, and a pointer takes a walk from the root.
class Locator {
public:
  /// `first_line` is the line number of the first line.
  explicit Locator(const Document &document, std::size_t first_line = 1)
      : document_(&document), text_(document.source()), start_{0, {first_line, 1}}, here_(start_) {
    if (const Excerpt *excerpt = document.excerpt())
      here_ = start_ = {excerpt->origins.front(), {excerpt->line, excerpt->column}};
  }
  explicit Locator(std::string_view text) : text_(text) {} ///< for any text; only for positions

  Position position(std::uint32_t offset);
  /// Moves on to the place of another locator of the same text.
  void catch_up(const Locator &other);
  /// The JSON Pointer of a value, or of the member of a key. Its names are decoded, and secrets in them are masked.
  std::string pointer(std::uint32_t node);

  /// One step down from a container to a child; in an object, `child` is the key.
  struct Step {
    std::uint32_t container, child, index;
  };
  /// The steps from the root to a node. Valid until the next call.
  std::span<const Step> path(std::uint32_t node);

private:
  struct Mark {
    std::uint32_t offset = 0;
    Position position;
  };
  static constexpr std::uint32_t stride = 1u << 14; ///< bytes between marks
  const Document *document_ = nullptr;
  std::string_view text_;
  Mark start_, here_;
  std::vector<Mark> marks_; ///< one at or shortly after each multiple of the stride, except 0
  std::vector<Step> steps_;
  struct Name {
    std::uint32_t key;
    std::string text;
  };
  std::vector<Name> names_; ///< the names in the latest pointer; successive pointers share most of them
};

} // namespace stslint
