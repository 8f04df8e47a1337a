#include "structure.hpp"

#include "stslint/document.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// How many tokens on either side of a mistake show what it is in a long text.
constexpr std::size_t tokens_around = 150;
/// An edit that begins further than this after the start of a token, in bytes, is not tried.
constexpr std::size_t longest_token = std::size_t{1} << 12;
/// How far the front must get for an edit to have helped, in tokens.
constexpr std::size_t tokens_ahead = 8;
/// How many bytes after an edit are read again: mostly some tokens, but a quote turns strings inside out.
constexpr std::size_t nearest = 256, furthest = std::size_t{1} << 16;

} // namespace

Structure::Structure(std::string_view text) : text_(text) {
  for (std::size_t at = 0; tokens_.empty() || tokens_.back().kind != TokenKind::end; at = tokens_.back().end())
    tokens_.push_back(next_token(text, at));
  forward_.push_back({0, top});
  for (std::size_t i = 0; i + 1 < tokens_.size(); ++i)
    if (const auto state = after(forward_.back(), tokens_[i].kind, i))
      forward_.push_back(*state);
    else
      break;
  if (forward_.size() == tokens_.size() && forward_.back().want == nothing)
    forward_.push_back({0, nothing});
  backward_.resize(tokens_.size());
  first_good_ = tokens_.size() - 1;
  backward_.back() = {0, nothing};
  while (first_good_ > 0)
    if (const auto state = before(backward_[first_good_], tokens_[first_good_ - 1].kind))
      backward_[--first_good_] = *state;
    else
      break;
}

Structure::State Structure::opened(State state, bool object, std::size_t token) {
  const Frame &outer = frames_[state.frame];
  const std::uint64_t path = (outer.path + (object ? 1 : 2)) * 0x9e3779b97f4a7c15u;
  frames_.push_back({state.frame, outer.depth + 1, path ^ path >> 29, object, token});
  return {static_cast<std::uint32_t>(frames_.size() - 1), 0};
}

/// A closing bracket, from the front. A comma before it is another mistake, not one of the structure.
std::optional<Structure::State> Structure::closed(State state, bool object) const {
  const Frame &frame = frames_[state.frame];
  const unsigned may_end = object ? first_key | next_key | behind_value : first_value | next_value | behind_value;
  if (state.frame == 0 || frame.object != object || (state.want & may_end) == 0)
    return std::nullopt;
  return State{frame.parent, behind(frame.parent)};
}

std::optional<Structure::State> Structure::after(State state, TokenKind kind, std::size_t token) {
  const bool wants_value = (state.want & (top | member_value | first_value | next_value)) != 0;
  const bool in_object = state.frame != 0 && frames_[state.frame].object;
  switch (kind) {
  case TokenKind::open_object:
  case TokenKind::open_list:
    if (!wants_value || frames_[state.frame].depth == Document::max_depth)
      return std::nullopt;
    state = opened(state, kind == TokenKind::open_object, token);
    state.want = kind == TokenKind::open_object ? first_key : first_value;
    return state;
  case TokenKind::close_object:
  case TokenKind::close_list:
    return closed(state, kind == TokenKind::close_object);
  case TokenKind::comma:
    if (state.want != behind_value)
      return std::nullopt;
    return State{state.frame, in_object ? next_key : next_value};
  case TokenKind::colon:
    if (state.want != before_colon)
      return std::nullopt;
    return State{state.frame, member_value};
  case TokenKind::string:
  case TokenKind::word:
    if ((state.want & (first_key | next_key)) != 0)
      return State{state.frame, before_colon};
    if (!wants_value)
      return std::nullopt;
    return State{state.frame, behind(state.frame)};
  case TokenKind::open_string:
  case TokenKind::end:
    break;
  }
  return std::nullopt;
}

unsigned Structure::values(std::uint32_t frame) const {
  return frame == 0 ? top : frames_[frame].object ? unsigned{member_value} : unsigned{first_value | next_value};
}

std::optional<Structure::State> Structure::before(State state, TokenKind kind) {
  const bool in_object = state.frame != 0 && frames_[state.frame].object, in_list = state.frame != 0 && !in_object;
  const auto only_if = [](bool possible, State next) { return possible ? std::optional(next) : std::nullopt; };
  switch (kind) {
  case TokenKind::close_object:
  case TokenKind::close_list: {
    if ((state.want & behind(state.frame)) == 0 || frames_[state.frame].depth == Document::max_depth)
      return std::nullopt;
    const bool object = kind == TokenKind::close_object;
    state = opened(state, object);
    state.want = behind_value | (object ? first_key | next_key : first_value | next_value);
    return state;
  }
  case TokenKind::open_object:
  case TokenKind::open_list: {
    const bool object = kind == TokenKind::open_object;
    const std::uint32_t outer = frames_[state.frame].parent;
    return only_if((object ? in_object : in_list) && (state.want & (object ? first_key : first_value)) != 0,
                   {outer, values(outer)});
  }
  case TokenKind::comma:
    return only_if(state.frame != 0 && (state.want & (in_object ? next_key : next_value)) != 0,
                   {state.frame, behind_value});
  case TokenKind::colon:
    return only_if(in_object && (state.want & member_value) != 0, {state.frame, before_colon});
  case TokenKind::string:
  case TokenKind::word: {
    unsigned wants = (state.want & behind(state.frame)) != 0 ? values(state.frame) : 0;
    if (in_object && (state.want & before_colon) != 0)
      wants |= first_key | next_key;
    return only_if(wants != 0, {state.frame, wants});
  }
  case TokenKind::open_string:
  case TokenKind::end:
    break;
  }
  return std::nullopt;
}

bool Structure::meets(const State &front, std::size_t token) const {
  const State &back = backward_[token];
  return (back.want & front.want) != 0 && frames_[front.frame].depth == frames_[back.frame].depth &&
         frames_[front.frame].path == frames_[back.frame].path;
}

bool Structure::mended_by(std::size_t offset, std::size_t length, std::string_view by) {
  // Reads from the first token that the edit touches, and mostly only a few.
  const auto touched = std::ranges::lower_bound(tokens_, offset, {}, &Token::end);
  const auto first = static_cast<std::size_t>(touched - tokens_.begin());
  if (first >= forward_.size() || offset > tokens_[first].offset + longest_token)
    return false;
  const std::size_t start = std::min(tokens_[first].offset, offset), frames = frames_.size();
  std::optional<bool> mended;
  for (std::size_t reach = nearest; !mended && reach <= furthest; reach *= 16) {
    std::string changed(text_.substr(start, offset - start));
    changed += by;
    const std::size_t edited = changed.size();
    changed += text_.substr(offset + length, reach);
    const bool all = text_.size() - offset - length <= reach;
    mended = mended_in(changed, edited, offset + length, all, first);
    frames_.resize(frames);
  }
  return mended.value_or(true); // nothing was wrong up to `furthest`
}

/// Whether `changed`, which replaces the token `first` and those after it, leads to a token where the back continues;
/// no value if it ends before that. Its bytes from `edited` on are those of the text from `origin` on.
std::optional<bool> Structure::mended_in(std::string_view changed, std::size_t edited, std::size_t origin, bool all,
                                         std::size_t first) {
  State state = forward_[first];
  std::size_t known = first;
  for (std::size_t at = 0;;) {
    const Token token = next_token(changed, at);
    at = token.end();
    if (at == changed.size() && !all)
      return std::nullopt;
    if (token.offset >= edited) {
      const std::size_t offset = token.offset - edited + origin;
      while (known + 1 < tokens_.size() && tokens_[known].offset < offset)
        ++known;
      if (tokens_[known].offset == offset && known >= first_good_)
        return meets(state, known);
    }
    if (token.kind == TokenKind::end)
      return state.want == nothing;
    const auto next = after(state, token.kind);
    if (!next)
      return false;
    state = *next;
  }
}

bool Structure::helped_by(std::size_t offset, std::size_t length, std::string_view by) {
  const auto touched = std::ranges::lower_bound(tokens_, offset, {}, &Token::end);
  const auto first = static_cast<std::size_t>(touched - tokens_.begin());
  if (first >= forward_.size() || offset > tokens_[first].offset + longest_token)
    return false;
  const std::size_t wrong = std::min(wrong_from_front(), tokens_.size() - 1);
  const std::size_t goal = tokens_[std::min(wrong + tokens_ahead, tokens_.size() - 1)].offset;
  const std::size_t start = std::min(tokens_[first].offset, offset), frames = frames_.size();
  std::string changed(text_.substr(start, offset - start));
  changed += by;
  const std::size_t edited = changed.size();
  changed += text_.substr(offset + length, goal > offset + length ? goal - offset - length + 1 : 0);
  std::optional<State> state = forward_[first];
  std::size_t at = 0;
  while (state && at + start + offset + length < goal + start + edited) {
    const Token token = next_token(changed, at);
    at = token.end();
    if (token.kind == TokenKind::end)
      break;
    state = after(*state, token.kind);
  }
  frames_.resize(frames);
  return state.has_value();
}

Structure::Excerpt Structure::excerpt(std::size_t first, std::size_t last) const {
  std::size_t from = std::min({first, last, forward_.size() - 1}), to = std::max(first, last);
  from -= std::min(from, tokens_around);
  while (from > 0 && (forward_[from].want & (next_key | next_value | first_key | first_value)) == 0)
    --from;
  to = std::max(std::min(to + tokens_around, tokens_.size() - 1), first_good_);
  while (to + 1 < tokens_.size() && (backward_[to].want & behind_value) == 0)
    ++to;
  std::string before, behind;
  for (std::uint32_t frame = forward_[from].frame; frame != 0; frame = frames_[frame].parent) {
    const std::size_t bracket = frames_[frame].token;
    const bool member = frames_[frame].parent != 0 && frames_[frames_[frame].parent].object && bracket > 1;
    const Token &start = tokens_[member ? bracket - 2 : bracket];
    before.insert(0, text_.substr(start.offset, tokens_[bracket].end() - start.offset));
  }
  if (to + 1 < tokens_.size())
    for (std::uint32_t frame = backward_[to].frame; frame != 0; frame = frames_[frame].parent)
      behind += frames_[frame].object ? '}' : ']';
  const std::size_t start = from == 0 ? 0 : tokens_[from].offset;
  return {before + std::string(text_.substr(start, tokens_[to].offset - start)) + behind, start - before.size(), start,
          tokens_[to].offset};
}

} // namespace stslint
