#pragma once

#include "stslint/document.hpp"

namespace stslint {

/// One pass over the text with an explicit stack. Whatever it meets it records as a Flaw, repairs the least it can
/// and goes on, so that one mistake in the syntax hides as little as possible of the rest.
class Parser {
public:
  explicit Parser(Document &document) : document_(document), nodes_(document.nodes_), flaws_(document.flaws_) {}
  void parse(std::string_view bytes);

private:
  /// What may come next in the innermost open container.
  enum class Want { first_key, next_key, colon, member_value, first_value, next_value, comma };
  struct Open {
    std::uint32_t node;
    Want want;
    std::uint32_t comma; ///< where its last comma stands
  };

  // parser.cpp: the structure
  bool readable_encoding();
  void close(char bracket);
  void comma();
  void colon();
  void open_around_key();
  void close_before_key();
  void token();
  void key();
  void value();
  void open(Kind kind);
  void pop();
  void after_value();
  void stray(std::size_t length);
  void skip_deep_value();
  std::ptrdiff_t balance(std::size_t &from) const;
  void end_of_text();
  bool object() const { return nodes_[stack_.back().node].kind == Kind::object; }
  Node &add(Kind kind, std::size_t offset, std::size_t length);
  Flaw &flaw(FlawKind kind, std::size_t offset, std::size_t length);
  void hide();

  // scalars.cpp: white space, strings, numbers and words
  void skip_blanks();
  bool skip_comment();
  std::size_t placeholder_length() const;
  std::size_t end_of_word(std::size_t from) const;
  void string(char quote, bool key);
  void escape();
  bool closes_later() const;
  void word();
  void check_number(std::string_view number);

  bool at_end() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool follows(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  Document &document_;
  std::vector<Node> &nodes_;
  std::vector<Flaw> &flaws_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t token_end_ = 0; ///< where the last token ended
  std::vector<Open> stack_;
  bool after_string_ = false; ///< the last token was a string
  bool forgiving_ = false;    ///< a mistake just told may have eaten a comma: do not ask for it
  bool bare_ = false;         ///< the outermost object has no braces
  bool lost_ = false;         ///< a mistake just told may have eaten brackets: do not count them
};

/// Records each key that its object already has. An adversary gains nothing by choosing keys: they are sorted.
void find_duplicate_keys(const Document &document, std::uint32_t object, std::vector<Flaw> &flaws);

} // namespace stslint
