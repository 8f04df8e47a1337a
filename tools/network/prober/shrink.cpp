#include "shrink.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/document.hpp"
#include "stslint/lint.hpp"
#include "stslint/rule.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <vector>

namespace stslint::prober {
namespace {

/// A range of the text.
struct Range {
  std::size_t offset, length;
};

class Shrinker {
public:
  Shrinker(std::string bytes, const std::function<bool(const std::string &)> &still,
           const std::function<bool()> &enough)
      : bytes_(std::move(bytes)), smallest_(bytes_), still_(still), enough_(enough) {
    read();
  }

  std::string run() {
    try {
      shrink();
    } catch (const Enough &) {
    }
    return std::move(smallest_);
  }

private:
  /// Ends the search from any depth.
  struct Enough {};

  void shrink() {
    for (std::size_t before = bytes_.size() + 1; bytes_.size() < before;) {
      before = bytes_.size();
      trim();
      shorten_nesting();
      drop_bytes(bytes_.size() / 8);
      for (std::uint32_t node = 0; node < document_.nodes().size(); ++node)
        simplify(node);
      drop_bytes(bytes_.size() / 256);
    }
  }

  void read() { document_.parse(bytes_); }

  bool holds(const std::string &candidate) {
    if (enough_())
      throw Enough();
    if (candidate.size() >= bytes_.size() || !tried_.insert(std::hash<std::string>()(candidate)).second ||
        !still_(candidate))
      return false;
    if (candidate.size() < smallest_.size())
      smallest_ = candidate;
    return true;
  }

  bool attempt(std::string candidate) {
    if (!holds(candidate))
      return false;
    bytes_ = std::move(candidate);
    read();
    return true;
  }

  std::string without(std::size_t from, std::size_t to) const { return bytes_.substr(0, from) + bytes_.substr(to); }

  /// The bytes with `text` in all of these places.
  std::string with(const std::vector<Range> &places, std::string_view text) const {
    std::string out;
    std::size_t at = 0;
    for (const Range &place : places) {
      out.append(bytes_, at, place.offset - at);
      out += text;
      at = place.offset + place.length;
    }
    return out.append(bytes_, at);
  }

  /// The smallest number up to `most` for which `make(number)` still shows the mistake; a binary search.
  template <typename Make> void least(std::size_t most, Make make) {
    std::size_t low = 0; // the smallest possible number
    std::optional<std::string> best;
    while (low < most) {
      const std::size_t middle = low + (most - low) / 2;
      std::string candidate = make(middle);
      if (holds(candidate)) {
        best = std::move(candidate);
        most = middle;
      } else
        low = middle + 1;
    }
    if (best) {
      bytes_ = *std::move(best);
      read();
    }
  }

  void simplify(std::uint32_t index) {
    const Value value(document_, index);
    if (value.is(Kind::object) || value.is(Kind::array)) {
      const std::string_view empty = value.is(Kind::object) ? "{}" : "[]";
      const std::vector<Range> own = {{value.offset(), value.length()}};
      if (attempt(with(own, "0")) || attempt(with(own, empty)) || give_way(index))
        return simplify(index);
      drop_children(index);
    } else if (value.is(Kind::string) && value.length() > 2)
      shorten_text(index);
    else if (value.is(Kind::string) && !document_.nodes()[index].key)
      attempt(with({{value.offset(), value.length()}}, "0"));
    else if (value.is(Kind::number) && value.length() > 1)
      shorten_number(index);
  }

  /// Replaces a container by one of its children, and a member object by all of its members.
  bool give_way(std::uint32_t index) {
    static constexpr std::size_t enough = 16;
    const Value value(document_, index);
    const Range place{value.offset(), value.length()};
    std::vector<std::string> children;
    const auto add = [&](const Value &child) {
      if (children.size() < enough)
        children.emplace_back(child.raw());
    };
    for (const Member member : value.members())
      add(member.value);
    for (const Value item : value.items())
      add(item);
    if (value.is(Kind::object) && !value.empty() && index > 0 && document_.nodes()[index - 1].key) {
      const std::size_t key = document_.nodes()[index - 1].offset, end = place.offset + place.length;
      if (attempt(with({{key, end - key}}, value.raw().substr(1, value.length() - 2))))
        return true;
    }
    return std::ranges::any_of(children, [&](const std::string &child) { return attempt(with({place}, child)); });
  }

  /// The places of a container's children, each with its comma.
  std::vector<Range> children(std::uint32_t index) const {
    std::vector<Range> found;
    const Value value(document_, index);
    const auto add = [&](std::size_t start, std::size_t end) { found.push_back({start, end - start}); };
    for (const Member member : value.members())
      add(member.key.offset(), member.value.offset() + member.value.length());
    for (const Value item : value.items())
      add(item.offset(), item.offset() + item.length());
    return found;
  }

  void drop_children(std::uint32_t index) {
    for (std::size_t chunk = children(index).size(); chunk > 0; chunk /= 2)
      for (std::size_t first = 0;;) {
        const auto all = children(index);
        if (first >= all.size())
          break;
        const std::size_t behind = std::min(first + chunk, all.size());
        const std::size_t last_end = all[behind - 1].offset + all[behind - 1].length;
        const bool dropped = behind < all.size() ? attempt(without(all[first].offset, all[behind].offset))
                             : first > 0 ? attempt(without(all[first - 1].offset + all[first - 1].length, last_end))
                                         : attempt(without(all[first].offset, last_end));
        if (!dropped)
          first += chunk;
      }
  }

  /// For a text that starts with a reserved word: the other words that the contract reserves there, the shortest
  /// first.
  static std::vector<std::string_view> shorter_words(std::string_view text) {
    std::vector<std::string_view> words;
    for (const Shape &shape : standard_contract().shapes())
      if (std::ranges::any_of(shape.reserved_prefixes, [&](std::string_view word) { return text.starts_with(word); }))
        words.insert(words.end(), shape.reserved_prefixes.begin(), shape.reserved_prefixes.end());
    std::erase_if(words, [&](std::string_view word) { return word.size() >= text.size(); });
    std::ranges::stable_sort(words, {}, [](std::string_view word) { return word.size(); });
    return words;
  }

  /// Equal keys and texts are often equal on purpose, so they are shortened together, then each alone.
  void shorten_text(std::uint32_t index) {
    std::vector<Range> equal;
    const std::string raw(Value(document_, index).raw());
    for (std::uint32_t other = 0; other < document_.nodes().size(); ++other)
      if (const Value value(document_, other); value.is(Kind::string) && value.raw() == raw)
        equal.push_back({value.offset(), value.length()});
    if (raw.size() < 2 || raw.back() != '"')
      return;
    const std::string_view text = std::string_view(raw).substr(1, raw.size() - 2);
    const auto quoted = [](std::string_view contents) { return '"' + std::string(contents) + '"'; };
    if (equal.size() > 1 && attempt(with(equal, "\"\"")))
      return;
    const Range own{Value(document_, index).offset(), raw.size()};
    if (attempt(with({own}, "\"\"")) || (text.size() > 1 && attempt(with({own}, quoted(text.substr(0, 1))))) ||
        std::ranges::any_of(shorter_words(text),
                            [&](std::string_view word) { return attempt(with({own}, quoted(word))); }))
      return;
    const std::string whole = bytes_;
    least(text.size(), [&](std::size_t length) { return with({own}, quoted(text.substr(0, length))); });
    if (bytes_ == whole)
      least(text.size(), [&](std::size_t length) { return with({own}, quoted(text.substr(text.size() - length))); });
  }

  void shorten_number(std::uint32_t index) {
    const Value value(document_, index);
    const Range own{value.offset(), value.length()};
    const std::string raw(value.raw());
    // Many digits often serve to exceed a double.
    if (attempt(with({own}, "0")) || attempt(with({own}, "1")) || attempt(with({own}, "1e999")))
      return;
    least(raw.size(), [&](std::size_t length) { return with({own}, std::string_view(raw).substr(0, length)); });
  }

  /// Nested brackets, deeper than the limit of a Document: removes as many from the front as from the back.
  void shorten_nesting() {
    static constexpr std::size_t worthwhile = 8;
    const std::string opening(worthwhile, '['), closing(worthwhile, ']');
    const std::size_t open = bytes_.find(opening), close = bytes_.find(closing);
    if (open == std::string::npos || close == std::string::npos || close < open)
      return;
    const std::size_t most = std::min(std::min(bytes_.find_first_not_of('[', open), bytes_.size()) - open,
                                      std::min(bytes_.find_first_not_of(']', close), bytes_.size()) - close);
    const std::string whole = bytes_;
    least(most, [&](std::size_t depth) {
      std::string out = whole;
      return out.erase(close, most - depth).erase(open, most - depth);
    });
  }

  /// Removes bytes, in ranges of half of the text, a quarter, and so on.
  void drop_bytes(std::size_t finest) {
    for (std::size_t chunk = bytes_.size(); chunk > 0 && chunk >= finest; chunk /= 2)
      for (std::size_t at = 0; at < bytes_.size();)
        if (!attempt(without(at, std::min(at + chunk, bytes_.size()))))
          at += chunk;
  }

  /// Removes the bytes before and after the part that matters.
  void trim() {
    const std::string whole = bytes_;
    least(whole.size(), [&](std::size_t length) { return whole.substr(whole.size() - length); });
    const std::string rest = bytes_;
    least(rest.size(), [&](std::size_t length) { return rest.substr(0, length); });
  }

  std::string bytes_, smallest_;
  const std::function<bool(const std::string &)> &still_;
  const std::function<bool()> &enough_;
  Document document_;
  std::unordered_set<std::size_t> tried_;
};

} // namespace

std::string shrunk(std::string bytes, const std::function<bool(const std::string &)> &still,
                   const std::function<bool()> &enough) {
  return Shrinker(std::move(bytes), still, enough).run();
}

} // namespace stslint::prober
