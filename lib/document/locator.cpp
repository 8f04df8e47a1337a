#include "stslint/document.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cstring>

namespace stslint {
namespace {

/// Whether the next eight bytes are ASCII, and so eight characters.
bool eight_characters(const char *at) {
  constexpr std::uint64_t highs = 0x8080808080808080;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return (bytes & highs) == 0;
}

/// Moves a place on to `until` in its line; false if a character reaches beyond `offset`.
bool count_characters(std::string_view text, std::size_t until, std::size_t offset, std::uint32_t &at,
                      Position &position) {
  while (at < until) {
    const bool eight = until - at >= 8 && eight_characters(&text[at]);
    const std::size_t length = eight ? 8 : std::max<std::size_t>(1, utf8_length(text.substr(at, 4)));
    if (at + length > offset)
      return false;
    at += static_cast<std::uint32_t>(length);
    position.column += eight ? 8 : 1;
  }
  return true;
}

/// The decoded name, with its secrets masked: in broken JSON, a value can be mistaken for a name.
std::string shown_key(const Document &document, std::uint32_t key) {
  const Value name(document, key);
  const std::string text(name.view());
  const std::uint32_t from = document.origin(name.offset()), to = document.origin(name.offset() + name.length());
  const bool whole = !document.flaws().empty() && holds_secret(document.source(), from, to - from);
  const std::string safe = (text_marks_of(text) & may_hold_secret) != 0 ? masked(text) : text;
  return whole && safe == text ? std::string(text.size(), '*') : safe;
}

} // namespace

Position Locator::position(std::uint32_t offset) {
  const std::string_view bytes = text_;
  offset = std::max(offset, start_.offset);
  if (offset < here_.offset) {
    std::size_t nearest = std::min<std::size_t>((offset - start_.offset) / stride, marks_.size());
    while (nearest > 0 && marks_[nearest - 1].offset > offset)
      --nearest;
    here_ = nearest == 0 ? start_ : marks_[nearest - 1];
  }
  const std::size_t end = std::min<std::size_t>(offset, bytes.size());
  while (here_.offset < end) {
    // Characters are only counted in the line of the offset.
    const std::size_t until = std::min<std::size_t>(end, here_.offset + stride);
    const std::size_t line_break = bytes.substr(0, until).find('\n', here_.offset);
    if (line_break != std::string_view::npos)
      here_ = {static_cast<std::uint32_t>(line_break + 1), {here_.position.line + 1, 1}};
    else if (!count_characters(bytes, until, offset, here_.offset, here_.position))
      break; // within a character: its column
    if ((here_.offset - start_.offset) / stride > marks_.size())
      marks_.push_back(here_);
  }
  return here_.position;
}

void Locator::catch_up(const Locator &other) {
  if (other.marks_.size() > marks_.size())
    marks_.insert(marks_.end(), other.marks_.begin() + static_cast<std::ptrdiff_t>(marks_.size()), other.marks_.end());
  if (other.here_.offset > here_.offset)
    here_ = other.here_;
}

std::span<const Locator::Step> Locator::path(std::uint32_t node) {
  const auto nodes = document_->nodes();
  const auto value_of = [&](std::uint32_t child) { return nodes[child].key ? child + 1 : child; };
  // The path of a container on the last path is the beginning of that; the steps below it are kept for the next call.
  for (std::size_t depth = steps_.size(); depth-- > 0;)
    if (steps_[depth].container == node)
      return std::span(steps_).first(depth);
  while (!steps_.empty() && (node < steps_.back().child || node >= nodes[steps_.back().container].next))
    steps_.pop_back();
  if (node == 0 || node >= nodes.size()) {
    steps_.clear();
    return steps_;
  }
  if (steps_.empty())
    steps_.push_back({0, 1, 0});
  for (;;) {
    Step &step = steps_.back();
    while (node >= document_->after(value_of(step.child))) {
      step.child = document_->after(value_of(step.child));
      ++step.index;
    }
    const std::uint32_t value = value_of(step.child);
    if (node <= value)
      return steps_;
    steps_.push_back({value, value + 1, 0});
  }
}

std::string Locator::pointer(std::uint32_t node) {
  std::string out;
  const auto steps = path(node);
  names_.resize(steps.size(), {0, ""});
  for (std::size_t depth = 0; depth < steps.size(); ++depth) {
    const Step &step = steps[depth];
    out += '/';
    if (!document_->nodes()[step.child].key) {
      out += std::to_string(step.index);
      continue;
    }
    if (names_[depth].key != step.child)
      names_[depth] = {step.child, shown_key(*document_, step.child)};
    for (const char c : names_[depth].text) {
      if (c == '~' || c == '/')
        out += c == '~' ? "~0" : "~1";
      else
        out += c;
    }
  }
  return out;
}

} // namespace stslint
