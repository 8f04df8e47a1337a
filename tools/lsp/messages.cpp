#include "messages.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <ostream>

namespace stslint {
namespace {

/// More bytes without the end of a header are garbage.
constexpr std::size_t longest_header = 4096;
constexpr std::size_t most_at_once = std::size_t{64} << 10;

/// The length of the header that the bytes start with, and of the blank line after it; 0 if it does not end in them.
std::size_t header_length(std::string_view bytes) {
  const std::size_t first = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
  for (std::size_t at = first; (at = bytes.substr(0, longest_header).find('\n', at)) != std::string_view::npos; ++at)
    for (const std::string_view blank : {"\n", "\r\n"})
      if (bytes.substr(at + 1).starts_with(blank))
        return at + 1 + blank.size();
  return 0;
}

/// The length of the message after a header. The end of a message whose own length was wrong may stand before it.
std::optional<std::size_t> message_length(std::string_view header) {
  std::string text(header);
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  constexpr std::string_view name = "content-length:";
  const std::size_t at = text.rfind(name);
  if (at == std::string::npos)
    return std::nullopt;
  const std::size_t first = std::min(text.find_first_not_of(" \t", at + name.size()), text.size());
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(text.data() + first, text.data() + text.size(), length);
  const std::size_t behind = text.find_first_not_of(" \t\r", static_cast<std::size_t>(end - text.data()));
  return error == std::errc() && behind != std::string::npos && text[behind] == '\n' ? std::optional(length)
                                                                                     : std::nullopt;
}

/// Editors send what a file holds, even what is not a character: half of a surrogate pair, or a byte that is not UTF-8.
/// Characters of the same width stand for it, so that positions stay right.
std::string with_valid_characters(std::string text) {
  for (std::size_t at = invalid_utf8(text).value_or(text.size()), length = 0; at < text.size();
       at += std::max<std::size_t>(1, length))
    if ((length = utf8_length(std::string_view(text).substr(at))) == 0)
      text[at] = '?';
  const auto half = [&](std::size_t at, std::string_view digits) {
    return at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u' && (text[at + 2] | 0x20) == 'd' &&
           digits.find(static_cast<char>(text[at + 3] | 0x20)) != std::string_view::npos;
  };
  for (std::size_t at = 0; (at = text.find('\\', at)) != std::string::npos;) {
    const bool high = half(at, "89ab"), low = half(at, "cdef");
    if (high && half(at + 6, "cdef"))
      at += 12;
    else if (high || low)
      text.replace(at, 6, "\\ufffd");
    else
      at += 2;
  }
  return text;
}

/// Whether a text of JSON is neither too deep nor has too many values. The callback of nlohmann/json, which could tell,
/// takes time quadratic in the items of a list.
bool is_bounded(std::string_view text) {
  std::size_t depth = 0, values = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"')
      while (++at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 1 : 0;
    else if (c == '{' || c == '[')
      ++depth;
    else if (c == '}' || c == ']')
      depth -= depth > 0 ? 1 : 0;
    values += c == ',' || c == '{' || c == '[' ? 1 : 0;
    if (depth > Messages::deepest || values > Messages::most_values)
      return false;
  }
  return true;
}

/// The message in a text, or why there is none.
Received received(std::string_view text) {
  if (!is_bounded(text))
    return {{}, "a message that is too deep, or has too many values"};
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded())
    return {{}, "a message that is no JSON"};
  return {std::move(json), "", text.size()};
}

} // namespace

/// Waits for input, and moves what is there to the buffer; false at its end.
bool Messages::fill() {
  std::streambuf &in = *in_.rdbuf();
  if (in.sgetc() == std::istream::traits_type::eof())
    return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t before = buffer_.size();
  buffer_.resize(before +
                 std::min(static_cast<std::size_t>(std::max<std::streamsize>(in.in_avail(), 1)), most_at_once));
  const std::streamsize got = in.sgetn(buffer_.data() + before, static_cast<std::streamsize>(buffer_.size() - before));
  buffer_.resize(before + static_cast<std::size_t>(got));
  return true;
}

/// Whether `read` needs no more input.
bool Messages::is_whole() const {
  const std::string_view bytes = std::string_view(buffer_).substr(begin_);
  const std::size_t header = header_length(bytes);
  if (header == 0)
    return false;
  const std::size_t length = message_length(bytes.substr(0, header)).value_or(0);
  return length > longest || bytes.size() - header >= length;
}

bool Messages::waiting() {
  while (!is_whole()) {
    if (in_.rdbuf()->in_avail() <= 0 || !fill())
      return false;
    drop_garbage();
  }
  return true;
}

/// The end of the garbage may still be the start of a header.
void Messages::drop_garbage() {
  const std::size_t there = buffer_.size() - begin_;
  if (there > longest_header && header_length(std::string_view(buffer_).substr(begin_)) == 0)
    begin_ += there - longest_header / 2;
}

std::optional<Received> Messages::read() {
  while (!is_whole()) {
    if (!fill())
      return std::nullopt;
    drop_garbage();
  }
  const std::string_view bytes = std::string_view(buffer_).substr(begin_);
  const std::size_t header = header_length(bytes);
  const std::size_t length = message_length(bytes.substr(0, header)).value_or(0);
  if (length == 0 || length > longest) {
    begin_ += header; // what follows is garbage up to the next header, which no JSON contains
    return Received{{},
                    length == 0 ? "a header without a valid Content-Length"
                                : "a message of " + std::to_string(length >> 20) + " MB, more than 64 MB"};
  }
  const std::string_view text = bytes.substr(header, length);
  Received whole = received(text);
  if (!whole.problem.empty())
    whole = received(with_valid_characters(std::string(text)));
  begin_ += header + length;
  if (length > most_at_once) { // a large message does not stay in memory; an assignment would keep it
    std::string(buffer_, begin_).swap(buffer_);
    begin_ = 0;
  }
  return whole;
}

void Messages::write(const Json &message) {
  std::string text = text_of(message);
  if (secrets_ != nullptr && !secrets_->empty())
    text = (*secrets_)(text);
  out_ << "Content-Length: " << text.size() << "\r\n\r\n" << text << std::flush;
}

} // namespace stslint
