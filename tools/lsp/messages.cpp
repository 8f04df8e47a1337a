#include "messages.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <ostream>

namespace stslint {
namespace {

/// Without it, the rest of a line of garbage would fill the memory.
constexpr std::size_t longest_line = 4096;

/// The value of the header; what stands before it on the line may be the rest of a message with a wrong length.
std::optional<std::size_t> length_in(std::string line) {
  std::ranges::transform(line, line.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::string_view name = "content-length:";
  const std::size_t at = line.rfind(name);
  if (at == std::string::npos)
    return std::nullopt;
  const std::size_t first = std::min(line.find_first_not_of(' ', at + name.size()), line.size());
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(line.data() + first, line.data() + line.size(), length);
  return error == std::errc() && end == line.data() + line.size() ? std::optional(length) : std::nullopt;
}

/// Editors send what a file holds, even what is no character: half of a surrogate pair, or a byte that is no UTF-8.
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
Received received(const std::string &text) {
  if (!is_bounded(text))
    return {{}, "a message that is too deep, or has too many values"};
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (json.is_discarded())
    return {{}, "a message that is no JSON"};
  return {std::move(json), "", text.size()};
}

} // namespace

/// The next line without its end; only the last part of a very long line. Empty at the end of the input.
std::optional<std::string> Messages::line() {
  std::string line;
  for (int c = 0; (c = in_.get()) != std::istream::traits_type::eof();) {
    if (c == '\n') {
      if (line.ends_with('\r'))
        line.pop_back();
      return line;
    }
    if (line.size() == longest_line)
      line.erase(0, longest_line / 2);
    line += static_cast<char>(c);
  }
  return std::nullopt;
}

/// The length in the next header, 0 if it has no valid one; empty at the end of the input.
std::optional<std::size_t> Messages::header() {
  std::optional<std::size_t> length;
  bool begun = false;
  while (std::optional<std::string> next = line()) {
    if (next->empty() && begun)
      return length.value_or(0);
    begun = begun || !next->empty();
    if (const auto found = length_in(*std::move(next)))
      length = found;
  }
  return std::nullopt;
}

std::optional<Received> Messages::read() {
  const std::optional<std::size_t> length = header();
  if (!length)
    return std::nullopt;
  if (*length == 0)
    return Received{{}, "a header without a valid Content-Length"};
  if (*length > longest) {
    in_.ignore(static_cast<std::streamsize>(std::min<std::size_t>(*length, std::size_t{1} << 62)));
    return Received{{}, "a message of " + std::to_string(*length >> 20) + " MB, more than 64 MB"};
  }
  std::string text(*length, '\0');
  if (!in_.read(text.data(), static_cast<std::streamsize>(text.size())))
    return std::nullopt;
  Received whole = received(text);
  return whole.problem.empty() ? whole : received(with_valid_characters(std::move(text)));
}

bool Messages::waiting() { return in_.rdbuf()->in_avail() > 0; }

void Messages::write(const Json &message) {
  std::string text = text_of(message);
  if (secrets_ != nullptr && !secrets_->empty())
    text = (*secrets_)(text);
  out_ << "Content-Length: " << text.size() << "\r\n\r\n" << text << std::flush;
}

} // namespace stslint
