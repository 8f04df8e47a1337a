#include "stslint/document.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {

Position Locator::position(std::uint32_t offset) {
  const std::string_view bytes = document_->bytes();
  if (offset < offset_) {
    offset_ = 0;
    line_ = column_ = 1;
  }
  while (offset_ < offset && offset_ < bytes.size()) {
    if (bytes[offset_] == '\n') {
      ++offset_;
      ++line_;
      column_ = 1;
      continue;
    }
    const std::size_t length = std::max<std::size_t>(1, utf8_length(bytes.substr(offset_)));
    if (offset_ + length > offset)
      break; // within a character: its column
    offset_ += static_cast<std::uint32_t>(length);
    ++column_;
  }
  return {line_, column_};
}

std::span<const Locator::Step> Locator::path(std::uint32_t node) {
  const auto nodes = document_->nodes();
  const auto value_of = [&](std::uint32_t child) { return nodes[child].key ? child + 1 : child; };
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
    while (node >= nodes[value_of(step.child)].next) {
      step.child = nodes[value_of(step.child)].next;
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
  for (const Step &step : path(node)) {
    out += '/';
    if (!document_->nodes()[step.child].key) {
      out += std::to_string(step.index);
      continue;
    }
    for (const char c : Value(*document_, step.child).text()) {
      if (c == '~' || c == '/')
        out += c == '~' ? "~0" : "~1";
      else
        out += c;
    }
  }
  return out;
}

std::string_view line_at(std::string_view bytes, std::uint32_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : bytes.rfind('\n', offset - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(bytes.find('\n', std::min<std::size_t>(offset, bytes.size())), bytes.size());
  if (end > start && bytes[end - 1] == '\r')
    --end;
  return bytes.substr(start, end - start);
}

} // namespace stslint
