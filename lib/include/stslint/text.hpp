#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Text for people: how to show parts of a payload safely, and which word was probably meant. Pure functions,
/// thread-safe.
namespace stslint {

/// Text that cannot harm a terminal or a log: control characters, bidirectional overrides, line and paragraph
/// separators, noncharacters, bytes that are not UTF-8, and the `##` of commands to CI services become visible escapes.
std::string printable(std::string_view text);

/// The same for JSON: these characters become `\u` escapes in its strings, so that it keeps its meaning. `json` must be
/// valid UTF-8.
std::string printable_json(std::string_view json);

/// `text` as it may stand in a message: printable, secrets masked, in double quotes, cut after `limit` characters with
/// "…".
std::string in_quotes(std::string_view text, std::size_t limit = 80);

/// Printable, masked and cut, without quotes: for numbers and other raw JSON.
std::string shortened(std::string_view text, std::size_t limit = 80);

/// The length in bytes (1 to 4) of the first code point of `text`; 0 if it is not UTF-8 or `text` is empty.
std::size_t utf8_length(std::string_view text);

/// The offset of the first byte that is not UTF-8, if there is one.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Resolves the escapes in the contents of a JSON string; all other bytes stay as they are.
std::string unescaped(std::string_view contents);

/// Writes the same text to `to`, which must have room for contents.size() bytes. Returns the end of the text.
char *unescape(std::string_view contents, char *to);

/// `text` as a JSON string, quotes included.
std::string json_string(std::string_view text);

/// The place of a secret in a text, in bytes.
struct Secret {
  std::size_t offset, length;
};

/// The first secret in `text` at or after `from`: a token of a known format, the password of a URL, or a value after
/// the name of a secret, such as `api_key=…` or `"password": …`. A placeholder is not a secret. Linear.
std::optional<Secret> secret_in(std::string_view text, std::size_t from = 0);

/// What a string may contain, according to one fast pass over its bytes. Most strings have no mark, and need no closer
/// look. The value of a member that names a secret is a secret whatever its bytes are.
enum TextMark : std::uint8_t { may_hold_secret = 1, may_hold_placeholder = 2 };
/// Faster if `behind` bytes after the string can be read as well.
std::uint8_t text_marks_of(std::string_view contents, std::size_t behind = 0);

/// Whether a member of this name, such as apiKey or password, contains a secret.
bool names_secret(std::string_view name);

/// `text` with each byte of its secrets replaced by `*`.
std::string masked(std::string_view text);
/// The `length` bytes of `text` at `offset`, masked also where the text around them, such as the name of a secret,
/// requires it.
std::string masked(std::string_view text, std::size_t offset, std::size_t length);
/// Whether the function above would mask any of these bytes.
bool holds_secret(std::string_view text, std::size_t offset, std::size_t length);

/// The length of the placeholder, such as `${NAME}`, `{{ name }}` or `<name>`, that `text` starts with; 0 if there is
/// no placeholder.
std::size_t placeholder_length(std::string_view text);
/// The placeholder in a string that was probably meant to be filled in: the whole string, or a part that is clearly a
/// placeholder.
std::optional<std::string_view> placeholder_in(std::string_view text);
/// Whether the placeholder is text that a program printed in place of a value, such as `[object Object]`.
bool is_printed_in_place(std::string_view placeholder);

/// Whether a path or JSON Pointer matches a pattern: `*` matches any text within a segment, `**` any segments, `?` one
/// byte; a backslash makes the next byte literal. Takes at most time pattern × path.
bool matches(std::string_view pattern, std::string_view path);

/// The edit distance of two words: insertions, deletions, substitutions and swaps of neighbours, counted up to `limit`;
/// `limit + 1` if there are more. Takes time length × limit.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// True if the two differ only in letter case, `_`, `-` and spaces, such as `msgTitle` and `msg_title`.
bool same_word(std::string_view a, std::string_view b);

/// The candidate that was probably meant by `word`: the same word, otherwise the nearest within a third of its length
/// and two edits; the first of several. No value if no candidate is near, or `word` is one of them.
std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates);

/// A time in seconds since 1970 as `2020-12-08T13:09:04Z`; "" outside the years 0 to 9999.
std::string utc_time(double seconds);

/// A time with its zone, such as `2020-12-08T14:09:04+01:00`, in seconds since 1970.
std::optional<double> rfc3339(std::string_view text);

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

/// `"a", "b" or "c"`.
std::string alternatives(std::span<const std::string_view> words, std::string_view last = "or");

} // namespace stslint
