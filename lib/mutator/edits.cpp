#include "edits.hpp"

namespace stslint::mutator {
namespace {

/// Values to try at any place: of every type, and values that parsers read differently.
constexpr std::string_view odd_values[] = {"null",
                                           "true",
                                           "false",
                                           "0",
                                           "-1",
                                           "1",
                                           "-0",
                                           "-0.0",
                                           "0.5",
                                           "1e-999",
                                           "1e999",
                                           "1e11",
                                           "9007199254740993",
                                           "18446744073709551616",
                                           "1.0",
                                           "\"\"",
                                           "\"x\"",
                                           "\"1\"",
                                           "[]",
                                           "{}",
                                           "[[]]",
                                           "[null]",
                                           "{\"\": 1}",
                                           "\"\\u0000\"",
                                           "\"\\ud83d\"",
                                           "\"\\ude00\\ud83d\"",
                                           "\"\\uffff\"",
                                           "[[[[[[[[]]]]]]]]",
                                           "{\"a\": 1, \"a\": 2}",
                                           "\"\\u202e\\u001b[31m\"",
                                           "[\"a\", 1, 2, {}]"};

/// The input and result of an edit: the bytes from `start` to `end` become `with`.
struct Work {
  const Tree &tree;
  Decisions &decisions;
  Draft with;
  std::uint32_t start = 0, end = 0;

  std::uint32_t draw(std::uint32_t bound) { return decisions.draw(bound); }
  bool at(const Token &token) {
    start = token.start;
    end = token.end;
    return true;
  }
  /// The slot at this place, or null.
  const Slot *slot(const Token &token) const { return token.slot == no_slot ? nullptr : &slots[token.slot]; }
  bool is_container(const Token &token) const { return token.kind <= Kind::array; }
  char first_behind(std::uint32_t at) const {
    const std::string_view text = tree.text();
    while (at < text.size() && text[at] <= ' ' && text[at] >= 0)
      ++at;
    return at < text.size() ? text[at] : '\0';
  }
};

bool put_good(Work &work, const Token &token) {
  const Slot *slot = work.slot(token);
  if (slot == nullptr || slot->good.count == 0)
    return false;
  if (token.is_key)
    work.with << view(values[slot->good.first + work.draw(slot->good.count)]);
  else
    make_value(token.slot, work.decisions, work.with);
  return work.at(token);
}

bool put_bad(Work &work, const Token &token) {
  const Slot *slot = work.slot(token);
  if (slot == nullptr || slot->bad.count == 0)
    return false;
  work.with << view(values[slot->bad.first + work.draw(slot->bad.count)]);
  return work.at(token);
}

bool put_odd(Work &work, const Token &token) {
  if (token.is_key)
    return false;
  work.with << work.decisions.pick(odd_values);
  return work.at(token);
}

/// Another value from this text, of the same slot if there is one.
bool put_other(Work &work, const Token &token) {
  if (token.is_key)
    return false;
  const std::uint32_t from = work.draw(work.tree.size());
  for (std::uint32_t i = 0; i < work.tree.size(); ++i) {
    const Token &other = work.tree[(from + i) % work.tree.size()];
    if (other.is_key || other.start == token.start || (other.slot != token.slot && i < work.tree.size() - 1))
      continue;
    work.with << work.tree.raw(other);
    return work.at(token);
  }
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool change_word(Work &work, const Token &token) {
  const std::string_view raw = work.tree.raw(token);
  constexpr std::string_view behind[] = {"0", "000", ".5", ".0", "e3", "9"};
  if (!is_digit(raw.back()))
    return put_odd(work, token);
  work.at(token);
  switch (work.draw(4)) {
  case 0:
    work.with << '-' << raw;
    break;
  case 1: // one more or less
    work.with << raw;
    work.with[raw.size() - 1] =
        static_cast<char>('0' + (static_cast<unsigned>(raw.back() - '0') + 1 + 8 * work.draw(2)) % 10);
    break;
  case 2:
    work.with << raw << work.decisions.pick(behind);
    break;
  default:
    work.with << raw;
    work.with[raw.size() - 1] = static_cast<char>('0' + work.draw(10));
  }
  return true;
}

/// One character more, less or different, or text before or after.
bool change_string(Work &work, const Token &token) {
  constexpr std::string_view more[] = {" ",           "x",        "-1",           ".a",     ":",
                                       "/",           "%20",      "\\n",          "\\\"",   "\\u0000",
                                       "\\u001b[31m", "\xC3\xA9", "\xE2\x80\xAE", "\\u202e"};
  const std::string_view raw = work.tree.raw(token);
  const auto length = static_cast<std::uint32_t>(raw.size());
  if (length < 3 || !token.closed) {
    work.with << "\"" << work.decisions.pick(more) << '"';
    return work.at(token);
  }
  const std::uint32_t at = 1 + work.draw(length - 2);
  work.start = work.end = token.start + at;
  const char c = raw[at];
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (work.draw(5)) {
  case 0: // in the other case
    work.end += letter ? 1 : 0;
    work.with << (letter ? static_cast<char>(c ^ ' ') : 'A');
    break;
  case 1:
    work.end = token.end - 1;
    break;
  case 2: // long
    for (std::uint32_t i = 1u << work.draw(8); i > 0; --i)
      work.with << 'a';
    break;
  default:
    work.start = work.end = work.draw(2) == 0 ? token.start + 1 : token.end - 1;
    work.with << work.decisions.pick(more);
  }
  return true;
}

bool change_scalar(Work &work, const Token &token) {
  if (token.kind == Kind::word)
    return change_word(work, token);
  return token.kind == Kind::string && change_string(work, token);
}

/// A known member, or an item, after the opening bracket.
bool insert(Work &work, const Token &token) {
  const Slot *slot = work.slot(token);
  if (!work.is_container(token))
    return false;
  work.start = work.end = token.start + 1;
  std::uint16_t inner = no_slot;
  if (token.kind == Kind::object) {
    constexpr std::string_view strange[] = {"\"\"", "\"x\"", "\"a.b\""};
    if (slot != nullptr && slot->members.count > 0) {
      const MemberName &member = members[slot->members.first + work.draw(slot->members.count)];
      work.with << '"' << view(member.name) << '"';
      inner = member.slot;
    } else if (slot != nullptr && slot->of_names != no_slot) {
      make_value(slot->of_names, work.decisions, work.with);
      inner = slot->additional;
    } else
      work.with << work.decisions.pick(strange);
    work.with << ": ";
  } else if (slot != nullptr)
    inner = slot->items;
  if (inner == no_slot)
    work.with << work.decisions.pick(odd_values);
  else
    make_value(inner, work.decisions, work.with);
  if (token.children > 0)
    work.with << ", ";
  return true;
}

/// A value, with its key and the comma after or before it.
bool remove(Work &work, const Token &token) {
  if (token.is_key || token.parent == no_token)
    return false;
  work.at(token);
  if (token.key != no_token)
    work.start = work.tree[token.key].start;
  const std::string_view text = work.tree.text();
  if (work.first_behind(work.end) == ',') {
    while (text[work.end] != ',')
      ++work.end;
    ++work.end;
    return true;
  }
  std::uint32_t before = work.start;
  while (before > 0 && text[before - 1] <= ' ' && text[before - 1] >= 0)
    --before;
  if (before > 0 && text[before - 1] == ',')
    work.start = before - 1;
  return true;
}

/// The same once more, or many times.
bool repeat(Work &work, const Token &token) {
  if (token.is_key || token.parent == no_token)
    return false;
  const std::uint32_t from = token.key != no_token ? work.tree[token.key].start : token.start;
  work.start = work.end = token.end;
  for (std::uint32_t times = work.draw(8) == 0 ? 16 : 1; times > 0; --times) {
    work.with << ", ";
    work.with.add(work.tree.text().data() + from, token.end - from);
  }
  return true;
}

/// A name that its object knows, or a name that is close to this one.
bool rename(Work &work, const Token &token) {
  if (!token.is_key)
    return false;
  const Slot *object = work.slot(work.tree[token.parent]);
  if (object == nullptr || object->members.count == 0 || work.draw(3) == 0)
    return change_string(work, token);
  work.with << '"' << view(members[object->members.first + work.draw(object->members.count)].name) << '"';
  return work.at(token);
}

/// Moves the next value before this one.
bool swap(Work &work, const Token &token) {
  if (token.is_key || token.parent == no_token)
    return false;
  const std::uint32_t start = token.key != no_token ? work.tree[token.key].start : token.start;
  for (std::uint32_t i = 0; i < work.tree.size(); ++i) {
    const Token &other = work.tree[i];
    if (other.is_key || other.parent != token.parent || other.start < token.end ||
        (other.key == no_token) != (token.key == no_token))
      continue;
    const std::uint32_t from = other.key != no_token ? work.tree[other.key].start : other.start;
    work.start = start;
    work.end = other.end;
    const char *text = work.tree.text().data();
    work.with.add(text + from, other.end - from);
    work.with.add(text + token.end, from - token.end);
    work.with.add(text + start, token.end - start);
    return true;
  }
  return false;
}

/// The same value or key with another spelling.
bool respell(Work &work, const Token &token) {
  constexpr std::string_view spaces[] = {" ", "\n", "\t", "\r\n  "};
  if (token.kind != Kind::string || token.end - token.start < 3 || work.draw(2) == 0) {
    work.start = work.end = token.start;
    work.with << work.decisions.pick(spaces);
    return true;
  }
  constexpr char hex[] = "0123456789abcdef";
  const std::uint32_t at = token.start + 1 + work.draw(token.end - token.start - 2);
  const char c = work.tree.text()[at], before = work.tree.text()[at - 1];
  const bool plain = (c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z') || c == '/' || c == '.' || c == ':';
  if (!plain || before == '\\')
    return false;
  work.start = at;
  work.end = at + 1;
  work.with << "\\u00" << hex[c >> 4] << hex[c & 15];
  return true;
}

bool wrap(Work &work, const Token &token) {
  if (token.is_key)
    return false;
  work.with << (work.draw(2) == 0 ? "[" : "{\"a\": ");
  const char close = work.with[0] == '[' ? ']' : '}';
  work.with << work.tree.raw(token) << close;
  return work.at(token);
}

/// Null for a member and all after it: programs write null for missing values.
bool blank_out(Work &work, const Token &token) {
  if (token.key == no_token)
    return false;
  work.at(token);
  work.with << "null";
  for (std::uint32_t i = 0; i < work.tree.size(); ++i) {
    const Token &other = work.tree[i];
    if (other.key == no_token || other.parent != token.parent || other.start < token.end)
      continue;
    work.with << ", " << work.tree.raw(work.tree[other.key]) << ": null";
    work.end = other.end;
  }
  return true;
}

/// Each edit is as likely as it is frequent in this list.
constexpr bool (*edits[])(Work &, const Token &) = {
    put_good,      put_good,      put_good, put_good, put_bad, put_bad, put_odd, put_other,
    change_scalar, change_scalar, insert,   insert,   insert,  remove,  remove,  repeat,
    rename,        swap,          swap,     respell,  respell, respell, wrap,    blank_out};

} // namespace

bool edit(Buffer &text, Decisions &decisions) {
  const Tree tree(text.view());
  if (tree.size() == 0)
    return false;
  for (int attempt = 0; attempt < 12; ++attempt) {
    Work work{tree, decisions, {}};
    const auto change = decisions.pick(edits);
    if (change(work, tree[decisions.draw(tree.size())]) && !work.with.failed() &&
        text.replace(work.start, work.end - work.start, work.with.view()))
      return true;
  }
  return false;
}

bool mend(Buffer &text) {
  const Tree tree(text.view());
  Draft mended;
  write_mended(tree, mended);
  return tree.size() > 0 && !mended.failed() && !well_formed(tree, mended.view()) &&
         text.replace(0, text.size, mended.view());
}

bool take_over(Buffer &text, std::string_view other, Decisions &decisions) {
  const Tree tree(text.view()), from(other);
  if (tree.size() == 0 || from.size() == 0)
    return false;
  for (int attempt = 0; attempt < 12; ++attempt) {
    const Token &given = from[decisions.draw(from.size())];
    const std::uint32_t start = decisions.draw(tree.size());
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      const Token &taken = tree[(start + i) % tree.size()];
      if (taken.is_key == given.is_key && taken.slot == given.slot && taken.parent != no_token &&
          text.replace(taken.start, taken.end - taken.start, from.raw(given)))
        return true;
    }
  }
  return false;
}

} // namespace stslint::mutator
