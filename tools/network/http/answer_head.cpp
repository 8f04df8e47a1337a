#include "answer_head.hpp"

#include "lib/text/blanks.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <curl/curl.h>

namespace stslint {
namespace {

constexpr std::size_t max_head = std::size_t{256} << 10;

bool is_field(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         std::equal(name.begin(), name.end(), line.begin(),
                    [](char lower, char c) { return lower == (c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c); });
}

} // namespace

void AnswerHead::watch(CURL *handle) {
  *this = {};
  ::curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION,
                     static_cast<std::size_t (*)(const char *, std::size_t, std::size_t, void *)>(&AnswerHead::read));
  ::curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
}

std::size_t AnswerHead::read(const char *line, std::size_t size, std::size_t count, void *self) {
  AnswerHead &head = *static_cast<AnswerHead *>(self);
  head.read({line, size * count});
  return head.mistake_.empty() ? size * count : 0;
}

void AnswerHead::read(std::string_view line) {
  static constexpr std::string_view length = "content-length";
  bytes_ += line.size();
  if (bytes_ > max_head)
    mistake_ = "headers that are too long";
  else if (line.starts_with("HTTP/"))
    length_.clear(), whole_ = false; // the head of another answer begins
  else if (line == "\r\n" || line == "\n")
    whole_ = true;
  else if (is_field(line, length))
    read_length(trimmed(line.substr(length.size() + 1)));
}

/// A list of equal lengths is one length.
void AnswerHead::read_length(std::string_view text) {
  const std::size_t comma = text.find(',');
  const std::string one(trimmed(text.substr(0, comma)));
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(one.data(), one.data() + one.size(), number);
  if (error != std::errc() || end != one.data() + one.size() || number < 0)
    mistake_ = "a Content-Length that is not a possible length";
  else if (!length_.empty() && length_ != one)
    mistake_ = "two different Content-Lengths";
  length_ = one;
  if (comma != std::string_view::npos && mistake_.empty())
    read_length(text.substr(comma + 1));
}

std::string AnswerHead::why(int code) const {
  if (!mistake_.empty())
    return mistake_;
  // libcurl reads some lines before this does, and is content with the start of a head.
  return code == CURLE_OK && !whole_        ? "a head that is cut off"
         : code == CURLE_OUT_OF_MEMORY      ? "headers that are too long"
         : code == CURLE_WEIRD_SERVER_REPLY ? "a head that breaks the rules of HTTP"
                                            : "";
}

} // namespace stslint
