#pragma once

#include "stslint/document.hpp"

#include <array>

namespace stslint {

/// One pass over the text with an explicit stack. It records each mistake as a Flaw, repairs as little as it can and
/// goes on, so that one mistake in the syntax hides as little as possible of the rest. It does all that Document::parse
/// promises; call it where FastParser is known to give up.
class Parser {
public:
  explicit Parser(Document &document) : document_(document), nodes_(document.nodes_), flaws_(document.flaws_) {}
  void parse(std::string_view bytes);

private:
  /// What may come next in the innermost open container.
  enum class Want { first_key, next_key, colon, member_value, first_value, next_value, comma };
  struct OpenContainer {
    std::uint32_t node;
    Want want;
    std::uint32_t comma;    ///< the offset of its last comma
    std::uint32_t last = 0; ///< the last container that was closed in it
    bool reopened = false;  ///< it had been closed before
  };

  // parser.cpp: the structure
  void tokens();
  bool readable_encoding();
  bool starts_like_json();
  void close(char bracket);
  void comma();
  void colon();
  void token();
  void key();
  void value();
  void open(Kind kind);
  void pop();
  void after_value();
  void skip_deep_value();
  void end_of_text();
  char closing(const OpenContainer &open) const {
    const char bracket = text_[nodes_[open.node].offset];
    return bracket == '[' || bracket == '(' ? ']' : '}';
  }
  bool object() const { return nodes_[stack_.back().node].kind == Kind::object; }
  Node &add(Kind kind, std::size_t offset, std::size_t length);
  Flaw &flaw(FlawKind kind, std::size_t offset, std::size_t length);
  void hide();
  /// Whether a template block came after the last value: then the template knows where commas belong.
  bool template_since_value() const { return template_end_ > value_end_; }

  // recovery.cpp: how to go on after a mistake
  bool number_goes_on();
  bool mend_key();
  bool skip_remark();
  void remark(std::size_t length);
  std::size_t words_behind_value() const;
  bool skip_hashtable();
  void skip_prefix();
  bool mend_separator();
  void open_around_key();
  void key_in_list();
  void close_before_key();
  void reopen(std::uint32_t object);
  std::ptrdiff_t balance(std::size_t &from) const;
  void stray(std::size_t length);

  // scalars.cpp: white space, strings, numbers and words
  void skip_blanks();
  bool skip_stray_text();
  bool ends_value(std::size_t at) const;
  std::size_t end_of_open_placeholder(std::size_t start);
  bool ends_string(std::size_t at) const;
  std::size_t end_of_template(std::size_t at) const;
  std::size_t placeholder_length() const;
  std::size_t end_of_word(std::size_t from) const;
  void string(char quote, bool key);
  void typographic_string(std::size_t length, bool key);
  std::size_t typographic_length() const;
  void escape(char quote, std::size_t flaws_before);
  bool closes_later() const;
  void word();
  void check_number(std::string_view number);

  bool at_end() const { return at_ == text_.size(); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool follows(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  Document &document_;
  Nodes &nodes_;
  std::vector<Flaw> &flaws_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t token_end_ = 0;    ///< where the last token ended
  std::size_t value_end_ = 0;    ///< where the last value ended
  std::size_t template_end_ = 0; ///< where the last block of a template ended
  std::vector<OpenContainer> stack_;
  bool after_string_ = false; ///< the last token was a string
  bool forgiving_ = false;    ///< a mistake just reported may have eaten a comma: do not ask for it
  bool single_quotes_ = false, typographic_ = false; ///< such quotes were met
  bool bare_ = false;                                ///< the outermost object has no braces
  std::array<bool, flaw_kinds> reported_{};          ///< which kinds of stray text and prefixes were reported
  bool lost_ = false; ///< a mistake just reported may have eaten brackets: do not count them
};

/// The flaw of a word that is in the place of a value: bad_literal (also JSON's own literals), bad_number (also JSON's
/// own numbers) or unquoted_text.
FlawKind word_kind(std::string_view word);

/// Records a flaw for each key that an earlier key of the same object equals once both are decoded. An adversary gains
/// nothing by choosing keys: they are sorted.
void find_duplicate_keys(const Document &document, std::uint32_t object, std::vector<Flaw> &flaws);

} // namespace stslint
