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

} // namespace

void Redactor::add(std::string_view secret) {
  const auto keep = [this](std::string_view text) {
    if (!text.empty() && std::ranges::find(secrets_, text) == secrets_.end())
      secrets_.emplace_back(text);
  };
  keep(secret);
  if (secret.size() > few)
    for (const std::string &login : {std::string(secret), ':' + std::string(secret), std::string(secret) + ':'}) {
      const std::string text = base64(login);
      keep(std::string_view(text).substr(0, text.find('=')));
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
    for (const std::string_view name : {"api_key=", "api%5Fkey=", "api%5fkey="})
      for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; at += name.size())
        add(url_unescaped(text.substr(at + name.size(), text.find_first_of("&#", at) - at - name.size())));
    const std::size_t slashes = text.find("://");
    if (slashes == std::string_view::npos)
      continue;
    const std::string_view authority = text.substr(slashes + 3, text.find_first_of("/?#", slashes + 3) - slashes - 3);
    if (const std::size_t end = authority.rfind('@'); end != std::string_view::npos) {
      const std::string login = url_unescaped(authority.substr(0, end));
      const std::size_t colon = login.find(':');
      add(login);
      add(std::string_view(login).substr(0, colon));
      if (colon != std::string::npos)
        add(std::string_view(login).substr(colon + 1));
    }
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

/// Redacts what starts before `until`; answers where it ends.
std::size_t Redactor::redact(std::string_view text, std::size_t until, bool foreign, std::string &out) const {
  std::size_t at = 0;
  while (at < until) {
    std::size_t length = 0;
    for (const std::string &secret : secrets_) {
      if (!may_spell(text[at], secret.front()))
        continue;
      const Spelled found = spelled(text.substr(at), secret);
      const std::size_t end = found.length > 0 ? found.length : text.size() - at;
      if (found.length == 0 && !(foreign && found.known >= std::min(telling, secret.size() - 1) && found.known > 0))
        continue;
      if (secret.size() <= short_ones && !is_behind_name(text, at) &&
          (!foreign || secret.size() <= few || !is_word(text, at, end)))
        continue;
      length = end;
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
