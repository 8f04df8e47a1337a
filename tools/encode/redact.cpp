#include "redact.hpp"

#include "base64.hpp"
#include "spelling_of.hpp"
#include "url.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stslint {
namespace {

constexpr std::size_t few = 2, short_ones = 7; ///< secrets of so many bytes are redacted in fewer places
constexpr std::size_t telling = 4;             ///< so many bytes of a secret are a secret
constexpr std::string_view cut_mark = "…";     ///< where a text is cut

bool in_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_word(std::string_view text, std::size_t at, std::size_t length) {
  return (at == 0 || !in_word(text[at - 1])) && (at + length >= text.size() || !in_word(text[at + length]));
}

/// Behind `api_key=`, `"api_key": "` and the like.
bool is_behind_name(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::size_t end = before.find_last_not_of("=:\" \\");
  for (const std::string_view name : {"api_key", "api_key%3D", "api_key%3d"})
    if (end != std::string_view::npos && end + 1 < at + (name.size() > 7 ? 1 : 0) &&
        before.substr(0, end + 1).ends_with(name))
      return true;
  return false;
}

/// The secret as base64, and what each longer base64 has of it: its first byte can stand at three places of a group. A
/// character that also holds a part of another byte is left out.
std::vector<std::string> in_base64(std::string_view secret) {
  const std::string whole = base64(secret);
  std::vector<std::string> all = {whole.substr(0, whole.find('='))};
  for (const std::size_t before : {0u, 1u, 2u}) {
    const std::size_t start = (8 * before + 5) / 6, end = 8 * (before + secret.size()) / 6;
    all.push_back(base64(std::string(before, ' ') + std::string(secret)).substr(start, end - start));
  }
  return all;
}

} // namespace

void Redactor::add(std::string_view secret) {
  const auto keep = [this](std::string_view text) {
    if (!text.empty() && std::ranges::find(secrets_, text) == secrets_.end())
      secrets_.emplace_back(text);
  };
  keep(secret);
  if (secret.size() > few)
    for (std::string text : in_base64(secret)) {
      keep(text);
      std::ranges::replace(text, '+', '-'); // in URLs
      std::ranges::replace(text, '/', '_');
      keep(text);
    }
  // A secret may hold another, as a login its password.
  std::ranges::stable_sort(secrets_, std::ranges::greater(), &std::string::size);
}

void Redactor::add_header(std::string_view line) {
  std::string_view value = line.substr(std::min(line.find(':') + 1, line.size()));
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  add(value);
  const std::size_t space = value.find(' ');
  if (space == std::string_view::npos)
    return;
  const std::string_view held = value.substr(space + 1);
  add(held);
  if (value.starts_with("Basic ")) {
    const std::string login = from_base64(held);
    add(login);
    add(std::string_view(login).substr(login.find(':') + 1));
  }
}

void Redactor::add_arguments(const std::vector<std::string> &arguments) {
  for (const std::string &argument : arguments) {
    const std::string_view text = argument;
    for (std::size_t equals = text.find('='); equals != std::string_view::npos; equals = text.find('=', equals + 1)) {
      const std::size_t start = text.substr(0, equals).find_last_of("?&/#;= ") + 1;
      if (url_unescaped(text.substr(start, equals - start)) == "api_key")
        add(url_unescaped(text.substr(equals + 1, text.find_first_of("&#", equals) - equals - 1)));
    }
    const std::string login = url_unescaped(login_in(text));
    const std::size_t colon = login.find(':');
    add(login);
    add(std::string_view(login).substr(0, colon));
    if (colon != std::string::npos)
      add(std::string_view(login).substr(colon + 1));
  }
}

std::size_t Redactor::longest() const {
  // \\u0040 for each byte
  return secrets_.empty() ? 0 : 8 * secrets_.front().size();
}

std::string Redactor::operator()(std::string_view text) const {
  std::string out;
  redact(text, text.size(), false, out);
  return out;
}

std::string Redactor::of_answer(std::string_view text) const {
  std::string out;
  redact(text, text.size(), true, out);
  return out;
}

std::size_t Redactor::redact_beginning(std::string_view text, std::string &out) const {
  const std::size_t until = text.size() - std::min(text.size(), longest());
  const std::size_t line = text.substr(0, until).rfind('\n'); // what stands before a secret tells of it
  return redact(text, line == std::string_view::npos ? until : line + 1, false, out);
}

/// How much of the text at a place is the secret, or a part of it that the cut ends; 0 for none.
std::size_t Redactor::length_at(std::string_view text, std::size_t at, std::size_t cut, std::string_view secret) const {
  const Spelled whole = spelled(text.substr(at), secret);
  if (whole.length > 0 || cut == std::string_view::npos || cut - at > longest())
    return whole.length;
  const std::size_t known = spelled(text.substr(at, cut - at), secret).known;
  return known > 0 && known >= std::min(telling, secret.size() - 1) ? cut - at : 0;
}

/// Redacts what starts before `until`; answers where it ends.
std::size_t Redactor::redact(std::string_view text, std::size_t until, bool foreign, std::string &out) const {
  std::size_t at = 0, cut = 0;
  while (at < until) {
    if (cut != std::string_view::npos && cut <= at)
      cut = text.find(cut_mark, at);
    const std::size_t stop = cut == std::string_view::npos && foreign ? text.size() : cut;
    const std::size_t near = std::min(at, cut_mark.size() + longest_escape); // an escape may be cut, too
    const bool behind_cut = text.substr(at - near, near).find(cut_mark) != std::string_view::npos;
    const std::string firsts = first_bytes(text.substr(at));
    const auto may_be = [&](char first) { return firsts.find(first) != std::string::npos; };
    std::size_t length = 0;
    for (const std::string_view secret : secrets_) {
      if (may_be(secret.front()))
        length = length_at(text, at, stop, secret);
      if (length > 0 && secret.size() <= short_ones && !is_behind_name(text, at) &&
          (!foreign || secret.size() <= few || !is_word(text, at, length)))
        length = 0;
      for (std::size_t from = 1; behind_cut && secret.size() > short_ones && from + telling <= secret.size(); ++from)
        if (may_be(secret[from]))
          length = std::max(length, length_at(text, at, stop, secret.substr(from)));
      if (length > 0)
        break;
    }
    if (length == 0)
      out += text[at++];
    else {
      out += "***";
      at += length;
    }
  }
  return at;
}

RedactedFile::RedactedFile(const std::string &name, const Redactor *secrets)
    : std::ostream(nullptr), shown_(file_, secrets != nullptr ? *secrets : none_) {
  rdbuf(&shown_);
  if (file_.open(name, std::ios::out | std::ios::binary) == nullptr)
    setstate(std::ios::failbit);
}

RedactingBuffer::int_type RedactingBuffer::overflow(int_type c) {
  const char text = traits_type::to_char_type(c);
  return traits_type::eq_int_type(c, traits_type::eof()) || xsputn(&text, 1) == 1 ? traits_type::not_eof(c)
                                                                                  : traits_type::eof();
}

std::streamsize RedactingBuffer::xsputn(const char *text, std::streamsize size) {
  constexpr std::size_t enough = std::size_t{1} << 16;
  if (!by_line_ && redactor_.empty() && held_.empty())
    return to_.sputn(text, size);
  held_.append(text, static_cast<std::size_t>(size));
  if (by_line_ && std::string_view(text, static_cast<std::size_t>(size)).find('\n') != std::string_view::npos)
    return sync() == 0 ? size : 0;
  return held_.size() < enough || pass_on(false) ? size : 0;
}

int RedactingBuffer::sync() { return pass_on(true) ? to_.pubsync() : -1; }

bool RedactingBuffer::pass_on(bool all) {
  std::string text;
  if (all)
    text = redactor_(std::exchange(held_, {}));
  else
    held_.erase(0, redactor_.redact_beginning(held_, text));
  const auto size = static_cast<std::streamsize>(text.size());
  return to_.sputn(text.data(), size) == size;
}

} // namespace stslint
