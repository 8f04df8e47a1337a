#pragma once

#include <fstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// The secrets of a run, and texts without them. A secret is known in each spelling that it may come back in: with
/// escapes of URLs, JSON, XML and the shell, in any mixture and over each other, and as base64.
class Redactor {
public:
  /// A secret as its owner knows it. One of up to seven bytes may be any word, so it is redacted after `api_key`
  /// alone; in a text of somebody else, one of three or more wherever it stands as a word.
  void add(std::string_view secret);
  /// A header: its value, and for the schemes Basic and Bearer what the value holds.
  void add_header(std::string_view line);
  /// The keys and users in the arguments of a program: `api_key=…`, `https://user:password@…`.
  void add_arguments(const std::vector<std::string> &arguments);
  bool empty() const { return secrets_.empty(); }

  /// `text` with `***` in place of each secret. Takes time length × the length of the secrets at most.
  std::string operator()(std::string_view text) const;
  /// Of a text of somebody else, which may have been cut: part of a secret at its end is a secret, too, as it is
  /// beside a `…` in every text.
  std::string of_answer(std::string_view text) const;
  /// The same as the first of a beginning that holds no secret by half; answers how long that is.
  std::size_t redact_beginning(std::string_view text, std::string &out) const;

private:
  std::size_t redact(std::string_view text, std::size_t until, bool foreign, std::string &out) const;
  std::size_t length_at(std::string_view text, std::size_t at, std::size_t cut, std::string_view secret) const;
  std::size_t longest() const;

  std::vector<std::string> secrets_;
};

/// Passes on to `to` what is written, redacted when it is flushed or grows long; or `by_line`: each line at once, when
/// it ends, so that a reader sees no half of one.
class RedactingBuffer : public std::streambuf {
public:
  RedactingBuffer(std::streambuf &to, const Redactor &redactor, bool by_line = false)
      : to_(to), redactor_(redactor), by_line_(by_line) {}
  ~RedactingBuffer() override { pass_on(true); }

protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char *text, std::streamsize size) override;
  int sync() override;

private:
  bool pass_on(bool all);

  std::streambuf &to_;
  const Redactor &redactor_;
  const bool by_line_;
  std::string held_;
};

/// A file to write, without the secrets; null for none of them.
class RedactedFile : public std::ostream {
public:
  RedactedFile(const std::string &name, const Redactor *secrets);

private:
  std::filebuf file_;
  const Redactor none_;
  RedactingBuffer shown_;
};

} // namespace stslint
