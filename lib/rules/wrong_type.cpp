#include "support/mends.hpp"
#include "support/secrets.hpp"

#include <array>

namespace stslint::wrong_type {
namespace {

constexpr Example examples[] = {
    {"tags", R"({"env": "prod"})", R"(["env:prod"])"},
    {"epoch-seconds", R"("1607432944")", "1607432944"},
    {"tags", R"("env:prod")", R"(["env:prod"])"},
};

/// The words for a secret neither show it nor fix it.
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
  if (const Value list = list_within(place.value, *place.shape); !list.absent()) {
    const Value key(*place.document, list.index() - 1);
    return {std::string(place.subject) + " is an object with the list in its member " + shown(key) +
                ", as some serializers write lists, such as PowerShell's ConvertTo-Json; expected the list itself",
            std::string(list.raw()), replaced(place.value, std::string(list.raw()))};
  }
  const std::string mend = mended(place), advice = advice_without_mend(place);
  const bool within_string = place.value.text() == mend && (mend.starts_with('{') || mend.starts_with('['));
  // A list of lists is expected, and this list is one of its items.
  const bool single = place.shape->allows(place.value.kind());
  const std::string message =
      std::string(place.subject) + " is " +
      (single ? "only a single " + std::string(place.shape->items->name) : what_it_is(place.value)) + "; expected " +
      expected(place);
  if (advice == "write []")
    return {message + ": " + advice, "[]", replaced(place.value, "[]")};
  if (mend.empty())
    return {message + (advice.empty() ? "" : ": ") + advice, "",
            place.value.is(Kind::null) && advice.ends_with("leave it out") ? removed(place) : Edits{}};
  if (within_string)
    return {std::string(place.subject) +
                " is JSON inside a string; remove the quotes around it and the backslashes inside it",
            mend, replaced(place.value, mend)};
  if (mend == '[' + std::string(place.value.raw()) + ']' && place.value.is(Kind::object))
    return {message + ": put it in [ ]", "", replaced(place.value, mend)};
  return {message + ": " + shortened(mend), mend, replaced(place.value, mend)};
}

Edits fault(const Place &place, Decisions &decisions) {
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
  return wrong.empty() ? Edits{} : replaced(place.value, std::string(decisions.pick(wrong)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-type",
    .summary = "a value has the wrong type",
    .why = "The receiver refuses the whole payload if it cannot read one of its values, for example an object where a "
           "list belongs, a number in quotes or, in most fields, null. It then stores nothing of the payload.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "the types in the documentation, and in the models of StackState's agents"},
    .keywords = Keyword::type,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_type
