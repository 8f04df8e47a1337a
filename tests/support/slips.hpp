#pragma once

#include "lib/repair/token.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Single slips of people who edit JSON: a mark, a quote or a line lost, doubled or mistaken.
namespace stslint::test {

class Slips {
public:
  explicit Slips(std::string text) : text_(std::move(text)) {
    for (Token token = next_token(text_, 0); token.kind != TokenKind::end; token = next_token(text_, token.end()))
      tokens_.push_back(token);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      if (is_punctuation(tokens_[i].kind))
        of_punctuation(i);
      else if (tokens_[i].kind == TokenKind::string) {
        make("lost_opening_quote", tokens_[i].offset, 1, "");
        make("lost_closing_quote", tokens_[i].end() - 1, 1, "");
      }
    of_lines();
  }

  /// By kind, without those after which the text is JSON still.
  const std::map<std::string, std::vector<std::string>> &by_kind() const { return by_kind_; }

private:
  void make(const std::string &kind, std::size_t offset, std::size_t length, std::string_view by) {
    std::string slipped = text_;
    slipped.replace(offset, length, by);
    if (!nlohmann::json::accept(slipped))
      by_kind_[kind].push_back(std::move(slipped));
  }

  void of_punctuation(std::size_t index) {
    static constexpr std::string_view names[] = {"opening_brace",   "opening_bracket", "closing_brace",
                                                 "closing_bracket", "comma",           "colon"};
    static constexpr std::string_view mistaken[] = {"[", "{", "]", "}", ":", ","};
    const Token &token = tokens_[index];
    const auto kind = static_cast<std::size_t>(token.kind);
    const std::string name(names[kind]), mark = text_.substr(token.offset, 1);
    make("lost_" + name, token.offset, 1, "");
    make("doubled_" + name, token.offset, 0, mark);
    make("mistaken_" + name, token.offset, 1, mistaken[kind]);
    const bool closes = token.kind == TokenKind::close_object || token.kind == TokenKind::close_list;
    if (closes && index + 1 < tokens_.size() && tokens_[index + 1].kind == TokenKind::comma)
      make("lost_bracket_and_comma", token.offset, tokens_[index + 1].end() - token.offset, "");
  }

  void of_lines() {
    for (std::size_t start = 0, end = 0; (end = text_.find('\n', start)) != std::string::npos; start = end + 1) {
      make("lost_or_doubled_line", start, end + 1 - start, "");
      make("lost_or_doubled_line", start, 0, text_.substr(start, end + 1 - start));
    }
  }

  const std::string text_;
  std::vector<Token> tokens_;
  std::map<std::string, std::vector<std::string>> by_kind_;
};

} // namespace stslint::test
