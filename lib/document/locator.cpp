#include "stslint/document.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cstring>

namespace stslint {
namespace {

/// Whether the eight bytes there are as many characters, and no line ends among them.
bool eight_on_a_line(const char *at) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  const std::uint64_t breaks = bytes ^ (ones * '\n');
  return (((breaks - ones) & ~breaks) & highs) == 0 && (bytes & highs) == 0;
}

/// A name as it reads after its escapes, with what is secret of it masked: in a broken text, a value may pass for one.
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
  while (here_.offset < offset && here_.offset < bytes.size()) {
    if (std::min<std::size_t>(offset, bytes.size()) - here_.offset >= 8 && eight_on_a_line(&bytes[here_.offset])) {
      here_.offset += 8;
      here_.position.column += 8;
      if ((here_.offset - start_.offset) / stride > marks_.size())
        marks_.push_back(here_);
      continue;
    }
    const bool line_break = bytes[here_.offset] == '\n';
    const std::size_t length = std::max<std::size_t>(1, utf8_length(bytes.substr(here_.offset, 4)));
    if (here_.offset + length > offset)
      break; // within a character: its column
    here_.offset += static_cast<std::uint32_t>(length);
    here_.position.line += line_break ? 1 : 0;
    here_.position.column = line_break ? 1 : here_.position.column + 1;
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
  // A container on the way is a part of it: what lies deeper need not be looked for again.
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
