#include "secrets.hpp"

#include <array>

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"tags", R"({"env": "prod"})", R"(["env:prod"])"},
    {"epoch-seconds", R"("1607432944")", "1607432944"},
    {"tags", R"("env:prod")", R"(["env:prod"])"},
};

/// An object of scalars where a list of "key:value" strings belongs, as that list; "" for any other object.
std::string as_pairs(const Value &object) {
  std::string list;
  for (const Member member : object.members()) {
    if (member.value.is(Kind::object) || member.value.is(Kind::array) || member.value.is(Kind::null))
      return "";
    const std::string text(member.value.is(Kind::string) ? member.value.text() : member.value.raw());
    list += (list.empty() ? "[" : ", ") + json_string(member.key.text() + ':' + text);
  }
  return list.empty() ? "" : list + ']';
}

/// The value as it should be, if it only has the wrong dress: a number in quotes, one thing instead of a list of them.
std::string mended(const Place &place) {
  const Value &value = place.value;
  const Shape &shape = *place.shape;
  if (shape.allows(Kind::array) && shape.items != nullptr) {
    if (shape.items->name == "tag" && value.is(Kind::object))
      return as_pairs(value);
    if (shape.items->allows(value.kind()))
      return '[' + std::string(value.raw()) + ']';
  }
  const std::string text = value.text();
  if (shape.allows(Kind::number) && !text.empty()) {
    Document number;
    number.parse(text);
    if (number.flaws().empty() && number.root().is(Kind::number))
      return text;
  }
  if (shape.allows(Kind::boolean) && (text == "true" || text == "false"))
    return text;
  if (shape.allows(Kind::string) && only_its_type_matters(place) && (value.is(Kind::number) || value.is(Kind::boolean)))
    return json_string(value.raw());
  return "";
}

/// A secret is neither shown nor mended.
Words secret_words(const Place &place) {
  static constexpr std::array<std::string_view, 6> nouns = {"an object",         "a list (masked)", "a string",
                                                            "a number (masked)", "true or false",   "null"};
  return {std::string(place.subject) + " is " + std::string(nouns[static_cast<std::size_t>(place.value.kind())]) +
              "; " + std::string(take_key_out),
          "", removed(place)};
}

Words words(const Place &place) {
  if (names_secret(place))
    return secret_words(place);
  const std::string mend = mended(place);
  const bool one_of_a_list = mend.starts_with('[') && place.value.is(Kind::object) && mend[1] == '{';
  std::string message(place.subject);
  message += " is " + what_it_is(place.value) + "; expected " + expected(place);
  if (one_of_a_list)
    message += ": put it in [ ]";
  else if (!mend.empty())
    message += ": " + shortened(mend);
  return {message, one_of_a_list ? "" : mend, mend.empty() ? Edits{} : replaced(place.value, mend), false};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::array<std::pair<Kind, std::string_view>, 6> others = {{{Kind::null, "null"},
                                                                               {Kind::boolean, "true"},
                                                                               {Kind::number, "7"},
                                                                               {Kind::string, R"("seven")"},
                                                                               {Kind::array, "[]"},
                                                                               {Kind::object, "{}"}}};
  std::vector<std::string_view> wrong;
  for (const auto &[kind, text] : others)
    if (!place.shape->allows(kind))
      wrong.push_back(text);
  return wrong.empty() ? Edits{} : replaced(place.value, std::string(choices.pick(wrong)));
}

} // namespace

extern constexpr Rule wrong_type = {
    .id = "wrong-type",
    .summary = "a value is of another type than the receiver reads there",
    .why =
        "The receiver refuses the whole message when it cannot read one value of it: an object where a list belongs, a "
        "number in quotes, null. Nothing of the message is stored.",
    .severity = Severity::error,
    .keywords = Keyword::type,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint
