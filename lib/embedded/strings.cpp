#include "strings.hpp"

#include "../lint/detect.hpp"
#include "../text/escapes.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint::embedded {
namespace {

/// Longer escapes stand for a character each, such as \u00e9; a pair of surrogates is one.
std::size_t length_of_unicode_escape(std::string_view text) {
  const char *const at = text.data(), *const end = at + text.size();
  const int unit = escapes::unit(at, end);
  if (unit < 0)
    return 0;
  return escapes::is_high(unit) && escapes::is_low(escapes::unit(at + 6, end)) ? 12 : 6;
}

/// Copies strings without their escapes.
class StringCopy {
public:
  StringCopy(std::string_view text, const StringForm &form) : text_(text), form_(form), copy_(text) {}

  /// From the place after the opening quote on; false if it is not closed before end().
  bool run(std::size_t at) {
    while (at < text_.size()) {
      end_ = at;
      const std::string_view rest = text_.substr(at);
      if (const std::size_t length = escape(rest, at); length > 0) {
        at += length;
        continue;
      }
      if (rest.starts_with(form_.close))
        return true;
      if (!form_.lines && rest[0] == '\n')
        return false;
      copy_.put(rest[0], at++);
    }
    return false;
  }

  std::size_t end() const { return end_; } ///< where the closing quote stands, or where it was looked for in vain
  Part part() {
    copy_.end_at(end_);
    return {std::move(copy_), form_.quoting};
  }

private:
  /// The length of the escape at the start of `rest`, which is then copied; 0 if there is none.
  std::size_t escape(std::string_view rest, std::size_t at) {
    switch (form_.quoting) {
    case Quoting::single: // '\'' and '"'"'
      for (const std::string_view quote : {R"('\'')", R"('"'"')"})
        if (rest.starts_with(quote))
          return put("'", quote.size(), at);
      return unquoted_variable(rest, at);
    case Quoting::expanded:
    case Quoting::expanded_lines:
      if (rest.size() > 1 && rest[0] == '\\' && rest[1] == '\n')
        return 2;
      return rest.size() > 1 && rest[0] == '\\' && std::string_view("\"\\$`").find(rest[1]) != std::string_view::npos
                 ? put(rest.substr(1, 1), 2, at)
                 : 0;
    case Quoting::doubled_single:
      return rest.starts_with("''") ? put("'", 2, at) : 0;
    case Quoting::doubled:
      return rest.starts_with("\"\"") ? put("\"", 2, at) : 0;
    case Quoting::backtick: // `n is a line break, and `x is x
      if (rest.size() > 1 && rest[0] == '`') {
        const char simple =
            std::string_view("nrt").find(rest[1]) == std::string_view::npos ? '\0' : escapes::simple(rest[1]);
        return put(simple == '\0' ? rest.substr(1, 1) : std::string_view(&simple, 1), 2, at);
      }
      return 0;
    case Quoting::escaped:
    case Quoting::escaped_single:
    case Quoting::escaped_lines:
      if (rest.size() > 1 && rest[0] == '\\') {
        const std::size_t longer = length_of_unicode_escape(rest);
        const char simple = rest[1] == '\'' || rest[1] == '`' ? rest[1] : escapes::simple(rest[1]);
        return longer > 0        ? put(unescaped(rest.substr(0, longer)), longer, at)
               : rest[1] == '\n' ? 2
               : simple != '\0'  ? put({&simple, 1}, 2, at)
                                 : 0;
      }
      return 0;
    case Quoting::escaped_quote:
      return rest.starts_with("\\\\") || rest.starts_with("\\'") ? put(rest.substr(1, 1), 2, at) : 0;
    case Quoting::entities: // of no string
    case Quoting::raw:
      return 0;
    }
    return 0;
  }

  /// `'…'"$NAME"'…'` and `'…'$NAME'…'`: a variable of the shell between two strings.
  std::size_t unquoted_variable(std::string_view rest, std::size_t at) {
    if (!rest.starts_with("'$") && !rest.starts_with("'\"$"))
      return 0;
    const std::size_t end = rest.find('\'', 1);
    const std::string_view between = rest.substr(1, end == std::string_view::npos ? 0 : end - 1);
    constexpr std::size_t longest = 100;
    if (between.empty() || between.size() > longest ||
        between.find_first_of(between.find("$(") != std::string_view::npos ? "\n" : "\n ;|&") != std::string_view::npos)
      return 0;
    const std::string_view name = without_quotes(between);
    copy_.keep(at + static_cast<std::size_t>(name.data() - rest.data()),
               at + static_cast<std::size_t>(name.data() - rest.data()) + name.size());
    return end + 1;
  }

  static std::string_view without_quotes(std::string_view text) {
    const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
  }

  std::size_t put(std::string_view bytes, std::size_t length, std::size_t at) {
    copy_.put(bytes, at);
    return length;
  }

  std::string_view text_;
  const StringForm &form_;
  Copy copy_;
  std::size_t end_ = 0;
};

/// `'{…' + x`, `'{…' . $x`, `"{…" "…"`: only a part of the text stands in the string.
bool is_continued(std::string_view text, std::size_t behind) {
  const std::size_t next = past_blanks(text, behind);
  return next < text.size() && (text[next] == '+' || text[next] == '%' || text[next] == '"' || text[next] == '\'' ||
                                (text[next] == '.' && next > behind));
}

/// What stands after the quote may be JSON; of a string with escapes, they may be the first thing in it.
bool may_hold_json(std::string_view text, std::size_t at) {
  at = past_blanks(text, at);
  while (at + 1 < text.size() && (text[at] == '\\' || text[at] == '`') && (text[at + 1] == 'n' || text[at + 1] == '\n'))
    at = past_blanks(text, at + 2);
  return at < text.size() && (text[at] == '{' || text[at] == '[');
}

/// A command may stand after the quote, and its own strings within: `"curl -d '{\"…\"}'"`.
bool may_hold_command(std::string_view text, std::size_t at) {
  const std::size_t end = scan::any<'"', '\'', '`', '\n'>(text, at);
  return is_curl(text.substr(at, end - at));
}

} // namespace

void scan_strings(std::string_view text, std::span<const StringForm> forms, const Use &use) {
  // Where a string of a form is not closed, the next one need not be looked at: all would be read again and again.
  std::vector<std::size_t> unclosed(forms.size());
  for (std::size_t at = 0; (at = scan::any<'"', '\'', '`', '@', '$', 'r'>(text, at)) < text.size();) {
    const auto form = std::ranges::find_if(forms, [&](const StringForm &each) {
      const std::size_t inner = at + each.open.size();
      return text.substr(at).starts_with(each.open) && (may_hold_json(text, inner) || may_hold_command(text, inner));
    });
    const auto number = static_cast<std::size_t>(form - forms.begin());
    if (form == forms.end() || at < unclosed[number]) {
      ++at;
      continue;
    }
    StringCopy string(text, *form);
    const bool closed = string.run(at + form->open.size());
    Part part = string.part();
    if (!closed || !(begins_like_json(part.copy.text) || may_name_payload(part.copy.text))) {
      unclosed[number] = string.end() + (closed ? 0 : 1);
      ++at;
      continue;
    }
    at = string.end() + form->close.size();
    if (!form->program || !is_continued(text, at))
      use(std::move(part));
  }
}

std::optional<Part> string_at(std::string_view text, std::size_t at, const StringForm &form) {
  StringCopy string(text, form);
  return string.run(at + form.open.size()) ? std::optional(string.part()) : std::nullopt;
}

} // namespace stslint::embedded
