#include "yaml_mappings.hpp"

#include "objects.hpp"
#include "yaml_documents.hpp"
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

/// What stands for a value that the YAML takes from elsewhere, or makes by a tag.
constexpr std::string_view left_out = "...";

/// Makes JSON of the events of a document.
class Writer {
public:
  explicit Writer(const YamlDocument &document)
      : text_(document.text), readable_(document.readable), marks_(document.readable) {}

  /// False if this cannot be JSON.
  bool take(const yaml_event_t &event) {
    if (skipped_ > 0)
      return skip(event);
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      json.push_back(Copy(text_));
      levels_.clear();
      return true;
    case YAML_DOCUMENT_END_EVENT:
      json.back().end_at(last_);
      return true;
    case YAML_MAPPING_START_EVENT:
      return event.data.mapping_start.tag != nullptr ? leave_out(event) : open('{', '}', event);
    case YAML_SEQUENCE_START_EVENT:
      return event.data.sequence_start.tag != nullptr ? leave_out(event) : open('[', ']', event);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      return close(event);
    case YAML_SCALAR_EVENT:
      return event.data.scalar.tag != nullptr ? leave_out(event) : scalar(event);
    case YAML_ALIAS_EVENT: // it may stand for anything
      return leave_out(event);
    default:
      return true;
    }
  }

  std::vector<Copy> json; ///< of each document

private:
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

  bool key_next() const { return !levels_.empty() && levels_.back().key_next(); }

  /// Where a value begins, past its anchor.
  std::size_t start_of(const yaml_event_t &event) {
    std::size_t at = marks_.offset(event.start_mark);
    while (at < readable_.size() && readable_[at] == '&')
      at = past_blanks(readable_, std::min(readable_.find_first_of(" \t\r\n", at), readable_.size()));
    return at;
  }

  bool open(char bracket, char close, const yaml_event_t &event) {
    if (levels_.size() >= deepest || key_next())
      return false;
    begin();
    put({&bracket, 1}, start_of(event));
    levels_.push_back({close});
    levels_.back().flow = readable_.substr(std::min(last_, readable_.size())).starts_with(bracket);
    return true;
  }

  /// A name must be known; a value may be any.
  bool leave_out(const yaml_event_t &event) {
    if (key_next() || levels_.empty())
      return false;
    begin();
    put(left_out, marks_.offset(event.start_mark));
    skipped_ = 1;
    return skip(event);
  }

  /// The members that `<<` merges are left out, too: the value that follows is not written.
  bool merge(const yaml_event_t &event) {
    begin();
    put(left_out, marks_.offset(event.start_mark));
    levels_.back().children += 1;
    skipped_ = 1;
    return true;
  }

  /// Passes over one value. `skipped_` counts it and the containers that are open in it.
  bool skip(const yaml_event_t &event) {
    const bool opens = event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT;
    const bool closes = event.type == YAML_MAPPING_END_EVENT || event.type == YAML_SEQUENCE_END_EVENT;
    skipped_ += opens ? 1 : closes ? -1 : 0;
    if (skipped_ == 1) {
      skipped_ = 0;
      last_ = std::max(last_, marks_.offset(event.end_mark));
      finish();
    }
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
    if (key && plain && value == "<<")
      return merge(event);
    begin();
    const std::size_t start = start_of(event), end = marks_.offset(event.end_mark);
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
    const bool same = readable_.substr(start + quote, value.size()) == value && start + value.size() + 2 * quote == end;
    if (same)
      value = text_.substr(start + quote, value.size());
    else if (text_.substr(start, end - start) != readable_.substr(start, end - start))
      return put(left_out, start);
    put("\"", start);
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

  std::string_view text_, readable_;
  Marks marks_;
  std::vector<Level> levels_;
  int skipped_ = 0;
  std::size_t last_ = 0; ///< places ascend
};

/// A document as JSON; none if it is not YAML.
std::vector<Copy> json_of(const YamlDocument &document) {
  yaml_parser_t parser;
  if (yaml_parser_initialize(&parser) == 0)
    return {};
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char *>(document.readable.data()),
                               document.readable.size());
  Writer writer(document);
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
  for_each_yaml_document(text, [&](const YamlDocument &document) {
    for (const Copy &json : json_of(document))
      scan_objects(json.text, json.origins, [&](Part &&part) {
        for (std::uint32_t &origin : part.copy.origins)
          origin += static_cast<std::uint32_t>(document.start);
        const std::size_t start = part.copy.origins.front(), end = part.copy.origins.back();
        if (is_json(text.substr(start, end - start))) {
          part.copy = Copy(text);
          part.copy.keep(start, end);
          part.copy.end_at(end);
        }
        use(std::move(part));
      });
  });
}

} // namespace stslint::embedded
