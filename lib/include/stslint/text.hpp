#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Words for people: what of a payload may be shown, and what somebody probably meant. Pure functions, thread-safe.
namespace stslint {

/// Text that cannot harm a terminal or a log: control characters, bidirectional overrides, line and paragraph
/// separators, noncharacters, bytes that are no UTF-8 and the `##` of commands to CI services come out as visible
/// escapes.
std::string printable(std::string_view text);

/// JSON that cannot harm them either: those characters of its strings become `\u` escapes, so that it keeps its
/// meaning. `json` must be valid UTF-8.
std::string printable_json(std::string_view json);

/// `text` as it may stand in a message: printable, secrets masked, in double quotes, cut after `limit` characters with
/// "…".
std::string in_quotes(std::string_view text, std::size_t limit = 80);

/// Printable, masked and cut, without quotes: for numbers and other raw JSON.
std::string shortened(std::string_view text, std::size_t limit = 80);

/// The bytes of the code point that starts `text` (1 to 4); 0 if it is no UTF-8 or `text` is empty.
std::size_t utf8_length(std::string_view text);

/// Where the first byte stands that is no UTF-8, if there is one.
std::optional<std::size_t> invalid_utf8(std::string_view text);

/// Resolves the escapes of a JSON string's contents; what is no escape stays as it stands.
std::string unescaped(std::string_view contents);

/// Writes that text to `to`, which must have room for as many bytes as `contents` has; answers its end.
char *unescape(std::string_view contents, char *to);

/// `text` as a JSON string, quotes included.
std::string json_string(std::string_view text);

/// Where a text holds a secret, in bytes.
struct Secret {
  std::size_t offset, length;
};

/// The first secret in `text` at or behind `from`: a token of a known shape, the password of a URL, or what follows the
/// name of one, as `api_key=…` or `"password": …`; a placeholder is none. Linear; most bytes cost one comparison.
std::optional<Secret> secret_in(std::string_view text, std::size_t from = 0);

/// What a string could hold, as one pass over its bytes tells: most hold neither, and need no closer look. A member
/// whose name is that of a secret holds one whatever it says.
enum TextMark : std::uint8_t { may_hold_secret = 1, may_hold_placeholder = 2 };
/// Faster if `behind` bytes after the string can be read as well.
std::uint8_t text_marks_of(std::string_view contents, std::size_t behind = 0);

/// Whether a member of this name holds a secret: apiKey, password and the like.
bool names_secret(std::string_view name);

/// `text` with the bytes of its secrets replaced by `*`: as long as before.
std::string masked(std::string_view text);
/// The `length` bytes at `offset` of `text`, masked if the text before them asks for it, such as the name of a secret.
std::string masked(std::string_view text, std::size_t offset, std::size_t length);
/// Whether that would mask any of them.
bool holds_secret(std::string_view text, std::size_t offset, std::size_t length);

/// How long the placeholder of a template is that `text` starts with, such as `${NAME}`, `{{ name }}` or `<name>`; 0 if
/// it starts with none.
std::size_t placeholder_length(std::string_view text);
/// The placeholder in a string that was probably meant to be filled in: all of it, or a part that says so clearly.
std::optional<std::string_view> placeholder_in(std::string_view text);
/// Whether that part is text which a program printed because it had no text for a value: `[object Object]`, say.
bool is_printed_in_place(std::string_view placeholder);

/// Whether a path, or a JSON Pointer, matches a pattern: `*` stands for anything within a segment, `**` for any
/// segments, `?` for one byte; a backslash takes the special meaning from the next byte. Takes time length × length at
/// most.
bool matches(std::string_view pattern, std::string_view path);

/// How far apart two spellings are: insertions, deletions, changes and swaps of neighbours, counted up to `limit`;
/// beyond it `limit + 1`. Takes time length × limit.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// True if the two differ in nothing but letter case, `_`, `-` and spaces: `msgTitle` and `msg_title`.
bool same_word(std::string_view a, std::string_view b);

/// The candidate that `word` probably meant: the same word, else the nearest within a third of its length (two edits
/// at most); the first of equals; none if nothing is near or it is spelt right.
std::optional<std::string_view> closest(std::string_view word, std::span<const std::string_view> candidates);

/// `2020-12-08T13:09:04Z` for seconds since 1970, within years 0 to 9999; "" outside.
std::string utc_time(double seconds);

/// The seconds since 1970 of a time with its zone, such as `2020-12-08T14:09:04+01:00`.
std::optional<double> rfc3339(std::string_view text);

/// "1 error", "2 errors".
std::string counted(std::size_t count, std::string_view noun);

/// `"a", "b" or "c"`.
std::string alternatives(std::span<const std::string_view> words, std::string_view last = "or");

} // namespace stslint
