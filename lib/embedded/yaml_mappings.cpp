#include "yaml_mappings.hpp"

#include "../lint/detect.hpp"
#include "objects.hpp"
#include "yaml_line_break.hpp"

#include "stslint/document.hpp"
#include "stslint/text.hpp"

#include <yaml.h>

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace stslint::embedded {
namespace {

/// Deeper ones are left alone: libyaml asks all levels again for each word.
constexpr std::size_t deepest = 100;

std::string_view bytes_of(const yaml_char_t *bytes, std::size_t length) {
  return {reinterpret_cast<const char *>(bytes), length};
}

/// From libyaml's marks, which count lines and characters, to bytes.
class Marks {
public:
  explicit Marks(std::string_view text) : text_(text) {}

  /// Each call goes on from the one before; one that goes back on its line starts there again.
  std::size_t offset(const yaml_mark_t &mark) {
    while (line_ < mark.line && line_start_ < text_.size())
      if (next(line_start_))
        ++line_, at_ = line_start_, column_ = 0;
    if (mark.column < column_)
      at_ = line_start_, column_ = 0;
    for (; column_ < mark.column && at_ < text_.size(); ++column_)
      at_ += std::max<std::size_t>(utf8_length(text_.substr(at_, 4)), 1);
    return std::min(at_, text_.size());
  }

private:
  /// Goes past a character; true if that was a line break, as YAML 1.1 has them.
  bool next(std::size_t &at) const {
    const std::size_t line_break = yaml_line_break(text_.substr(at));
    at += std::max<std::size_t>(line_break, 1);
    return line_break > 0;
  }

  std::string_view text_;
  std::size_t line_ = 0, line_start_ = 0, column_ = 0, at_ = 0;
};

/// A number that JSON has, too.
bool is_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t start = at;
    at = std::min(text.find_first_not_of("0123456789", at), text.size());
    return at - start;
  };
  const bool zero = text.substr(at).starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1))
    return false;
  if (text.substr(at).starts_with('.') && (++at, digits() == 0))
    return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    at += at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 2 : 1;
    if (digits() == 0)
      return false;
  }
  return at == text.size();
}

/// What a plain scalar says that is not text, in JSON; "" for text.
std::string_view literal_of(std::string_view plain) {
  std::string lower(plain.substr(0, 6));
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, lower) != words.end();
  };
  return is({"", "~", "null"})        ? "null"
         : is({"true", "yes", "on"})  ? "true"
         : is({"false", "no", "off"}) ? "false"
         : is_number(plain)           ? plain
                                      : std::string_view();
}

/// Makes JSON of the events of a stream.
class Writer {
public:
  explicit Writer(std::string_view text) : text_(text), marks_(text) {}

  /// False if this cannot be JSON.
  bool take(const yaml_event_t &event) {
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      json.push_back(Copy(text_));
      levels_.clear();
      return true;
    case YAML_DOCUMENT_END_EVENT:
      json.back().end_at(last_);
      return true;
    case YAML_MAPPING_START_EVENT:
      return is_bare(event.data.mapping_start) && open('{', '}', event);
    case YAML_SEQUENCE_START_EVENT:
      return is_bare(event.data.sequence_start) && open('[', ']', event);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      return close(event);
    case YAML_SCALAR_EVENT:
      return scalar(event);
    case YAML_ALIAS_EVENT: // it may stand for anything
      return false;
    default:
      return true;
    }
  }

  std::vector<Copy> json; ///< of each document

private:
  /// Neither a tag nor an anchor stands before it: JSON has neither, and a fix must leave them.
  template <class Node> static bool is_bare(const Node &node) { return node.tag == nullptr && node.anchor == nullptr; }

  struct Level {
    char close;
    std::size_t children = 0;
    bool flow = false;
    bool key_next() const { return close == '}' && children % 2 == 0; }
  };

  void put(std::string_view bytes, std::size_t at) {
    last_ = std::max(last_, at);
    json.back().put(bytes, last_);
  }

  /// What stands between a value and what is before it.
  void begin() {
    if (levels_.empty())
      return;
    Level &level = levels_.back();
    if (level.children > 0)
      put(level.close == '}' && !level.key_next() ? ": " : ", ", last_);
  }
  void finish() {
    if (!levels_.empty())
      ++levels_.back().children;
  }

  bool open(char bracket, char close, const yaml_event_t &event) {
    if (levels_.size() >= deepest || (!levels_.empty() && levels_.back().key_next()))
      return false;
    begin();
    put({&bracket, 1}, marks_.offset(event.start_mark));
    levels_.push_back({close});
    levels_.back().flow = text_.substr(std::min(last_, text_.size())).starts_with(bracket);
    return true;
  }

  /// In block style the end is that of the last value: what follows are blanks and comments.
  bool close(const yaml_event_t &event) {
    const Level level = levels_.back();
    levels_.pop_back();
    const std::size_t end = level.flow ? marks_.offset(event.end_mark) : last_;
    put({&level.close, 1}, level.flow && end > 0 ? end - 1 : end);
    last_ = std::max(last_, end);
    finish();
    return true;
  }

  bool scalar(const yaml_event_t &event) {
    const auto &scalar = event.data.scalar;
    const std::string_view value = bytes_of(scalar.value, scalar.length);
    const bool key = !levels_.empty() && levels_.back().key_next();
    const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (!is_bare(scalar) || (key && plain && value == "<<"))
      return false;
    begin();
    const std::size_t start = marks_.offset(event.start_mark), end = marks_.offset(event.end_mark);
    if (const std::string_view literal = plain && !key ? literal_of(value) : std::string_view(); !literal.empty()) {
      const bool same = literal == value;
      for (std::size_t i = 0; i < literal.size(); ++i)
        put(literal.substr(i, 1), same ? start + i : start);
    } else
      string(value, start, end, plain ? 0 : 1);
    last_ = std::max(last_, end);
    finish();
    return true;
  }

  /// A text whose bytes stand as they are has a place for each; of any other, the place is the whole.
  void string(std::string_view value, std::size_t start, std::size_t end, std::size_t quote) {
    put("\"", start);
    const bool same = text_.substr(start + quote, value.size()) == value && start + value.size() + 2 * quote == end;
    for (std::size_t at = 0, length = 0; at < value.size(); at += length) {
      length = std::max<std::size_t>(utf8_length(value.substr(at)), 1);
      const std::string_view character = value.substr(at, length);
      const std::string quoted = json_string(character), written = quoted.substr(1, quoted.size() - 2);
      if (written == character)
        for (std::size_t i = 0; i < length; ++i)
          put(character.substr(i, 1), same ? start + quote + at + i : start + quote);
      else
        put(written, same ? start + quote + at : start + quote);
    }
    put("\"", same ? end - quote : last_);
  }

  std::string_view text_;
  Marks marks_;
  std::vector<Level> levels_;
  std::size_t last_ = 0; ///< places ascend
};

/// The documents of a stream, as JSON; none if it is not YAML.
std::vector<Copy> documents_of(std::string_view text) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0)
    return {};
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(text.data()), text.size());
  Writer writer(text);
  for (bool good = true, more = true; more;) {
    yaml_event_t event;
    good = yaml_parser_parse(&parser, &event) != 0;
    more = good && event.type != YAML_STREAM_END_EVENT;
    good = good && writer.take(event);
    more = more && good;
    yaml_event_delete(&event);
    if (!good)
      writer.json.clear();
  }
  yaml_parser_delete(&parser);
  return std::move(writer.json);
}

/// A mapping in flow style that is JSON as it stands.
bool is_json(std::string_view text) {
  if (!text.starts_with('{'))
    return false;
  Document document;
  document.parse(text);
  return document.flaws().empty();
}

} // namespace

void scan_yaml_mappings(std::string_view text, const Use &use) {
  if (!may_name_payload(text))
    return;
  for (const Copy &json : documents_of(text))
    scan_objects(json.text, json.origins, [&](Part &&part) {
      const std::size_t start = part.copy.origins.front(), end = part.copy.origins.back();
      if (!is_json(text.substr(start, end - start)))
        use(std::move(part));
    });
}

} // namespace stslint::embedded
