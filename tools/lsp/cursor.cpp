#include "cursor.hpp"

#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr std::string_view blanks_between = " \t\r\n";

/// The end of the token that starts at `at`: a string, which may lack its end, a comment, a word or number, or one
/// mark.
std::size_t end_of_token(std::string_view text, std::size_t at) {
  if (text[at] == '"') {
    for (std::size_t end = at + 1; end < text.size() && text[end] != '\n'; ++end)
      if (text[end] == '\\')
        ++end;
      else if (text[end] == '"')
        return end + 1;
    return std::min(text.find('\n', at), text.size());
  }
  if (text.substr(at).starts_with("//"))
    return std::min(text.find('\n', at), text.size());
  if (text.substr(at).starts_with("/*"))
    return std::min(text.find("*/", at + 2), text.size() - 2) + 2;
  constexpr std::string_view marks = "{}[],:";
  if (marks.find(text[at]) != std::string_view::npos)
    return at + 1;
  return std::min(text.find_first_of("{}[],:\" \t\r\n", at), text.size());
}

/// Reads a text token by token, and knows in which containers it is.
class Reading {
public:
  explicit Reading(std::string_view text) : text_(text) {}

  struct Frame {
    bool object = false, behind_colon = false;
    std::string key;
    std::size_t index = 0;
    std::vector<std::string> keys = {};

    bool wants_key() const { return object && !behind_colon; }
  };

  std::size_t start() const { return start_; }
  std::size_t end() const { return end_; }
  const std::vector<Frame> &frames() const { return frames_; }

  /// Moves to the next token; false at the end of the text.
  bool find_token() {
    start_ = std::min(text_.find_first_not_of(blanks_between, end_), text_.size());
    end_ = start_ < text_.size() ? end_of_token(text_, start_) : start_;
    return start_ < text_.size();
  }

  bool at_value() const { return std::string_view("{}[],:/").find(text_[start_]) == std::string_view::npos; }

  void take() {
    const char c = text_[start_];
    Frame *top = frames_.empty() ? nullptr : &frames_.back();
    if (c == '{' || c == '[')
      frames_.push_back({c == '{'});
    else if (c == '}' || c == ']') {
      if (top != nullptr)
        frames_.pop_back();
    } else if (top != nullptr && c == ':')
      top->behind_colon = true;
    else if (top != nullptr && c == ',') {
      top->behind_colon = false;
      ++top->index;
    } else if (top != nullptr && top->wants_key() && at_value()) {
      top->key = key();
      top->keys.push_back(top->key);
    }
  }

  /// The token at hand as a key.
  std::string key() const {
    std::string_view token = text_.substr(start_, end_ - start_);
    token.remove_prefix(token.starts_with('"') ? 1 : 0);
    token.remove_suffix(token.ends_with('"') ? 1 : 0);
    return unescaped(token);
  }

private:
  std::string_view text_;
  std::size_t start_ = 0, end_ = 0;
  std::vector<Frame> frames_;
};

/// The keys of the object that a reading is in, without the one at hand if that is `left_out`. Looks only so far
/// ahead.
std::vector<std::string> keys_around(Reading reading, bool left_out) {
  constexpr std::size_t reach = std::size_t{1} << 18;
  const std::size_t depth = reading.frames().size(), until = reading.end() + reach;
  std::vector<std::string> keys = reading.frames().back().keys;
  bool more = left_out ? reading.find_token() : reading.start() < reading.end();
  for (; more && reading.start() < until && reading.frames().size() >= depth; more = reading.find_token()) {
    if (reading.frames().size() == depth && reading.frames().back().wants_key() && reading.at_value())
      keys.push_back(reading.key());
    reading.take();
    if (reading.frames().size() > Document::max_depth)
      break;
  }
  return keys;
}

Expectation expectation_at(const Cursor &cursor, const Shape *root) {
  Expectation expected{root};
  for (const Cursor::Step &step : cursor.path) {
    expected = {nullptr, nullptr, expected.shape};
    if (expected.container == nullptr)
      continue;
    const Shape &around = *expected.container;
    if (!step.member)
      expected.shape = around.item(step.index);
    else if ((expected.property = around.property(step.key)) != nullptr)
      expected.shape = expected.property->shape;
    else if (!around.closed())
      expected.shape = around.additional;
  }
  return expected;
}

} // namespace

std::optional<Cursor> Cursor::at(std::string_view text, std::size_t offset) {
  Reading reading(text);
  Cursor cursor;
  cursor.offset = offset;
  while (reading.find_token() && reading.start() <= offset) {
    const bool at_it = reading.at_value() && offset <= reading.end();
    if (at_it) {
      cursor.offset = reading.start();
      cursor.length = reading.end() - reading.start();
      break;
    }
    if (offset < reading.end())
      break; // within a comment
    reading.take();
    if (reading.frames().size() > Document::max_depth)
      return std::nullopt;
  }
  if (reading.frames().empty())
    return cursor;
  cursor.key = reading.frames().back().wants_key();
  for (const Reading::Frame &frame : reading.frames())
    cursor.path.push_back({frame.object, frame.key, frame.index});
  if (!cursor.key)
    return cursor;
  cursor.path.back().key = cursor.length > 0 ? reading.key() : "";
  cursor.other_keys = keys_around(reading, cursor.length > 0);
  return cursor;
}

const Contract &contract_of(const PayloadReport &report) {
  const Settings &settings = report.linter.settings();
  return standard_contract(settings.time_format, settings.stackstate);
}

void at_position(Features &features, const WorkspaceFile &file, const nlohmann::json &params,
                 const std::function<void(const PlaceInPayload &)> &use) {
  const std::size_t offset = file.document.offset(spot_at(params, "position"));
  report_payloads(features.workspace, file, [&](const PayloadReport &report) {
    const Block *block = report.record.block;
    std::string_view text = report.record.text;
    std::size_t within = offset - report.record.offset; // large if the payload comes later
    if (block != nullptr) {
      text = block->text;
      const bool inside = offset >= block->origins.front() && offset <= block->origins.back();
      within = inside
                   ? static_cast<std::size_t>(std::ranges::lower_bound(block->origins, offset) - block->origins.begin())
                   : text.size() + 1;
    }
    if (within > text.size() || report.linter.document().within())
      return;
    auto cursor = Cursor::at(text, within);
    if (!cursor)
      return;
    const Expectation expected = expectation_at(*cursor, contract_of(report).shape(report.linter.form()));
    use({report, text, *std::move(cursor), expected});
  });
}

} // namespace stslint
