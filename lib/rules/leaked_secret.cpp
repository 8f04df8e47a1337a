#include "faults.hpp"

namespace stslint {
namespace {

constexpr Example examples[] = {
    {"source-link", R"({"title": "Build", "url": "https://ci.example.org/4711?api_key=0123456789abcdef"})",
     R"({"title": "Build", "url": "https://ci.example.org/4711"})"},
    {"data", R"({"push": "https://robot:s3cret@registry.example.org/web"})",
     R"({"push": "https://registry.example.org/web"})"},
    {"data", R"({"apiKey": "0123456789abcdef"})", R"({"apiKey": ""})"},
};

/// A member called apiKey or the like is one whatever it holds.
bool is_api_key(const Place &place) {
  return place.parent.is(Kind::object) && same_word(key_of(place).contents(), "apikey");
}

bool broken(const Place &place) {
  if (!place.value.is(Kind::string) || place.value.contents().empty())
    return false;
  return secret_in(place.value.contents()).has_value() || is_api_key(place);
}

Words words(const Place &place) {
  if (is_api_key(place))
    return {std::string(place.subject) +
            " holds a key that everybody who reads this text can use; remove it: the receiver takes "
            "the key from its address only"};
  return {std::string(place.subject) +
          " holds a secret that everybody who sees the text can use; remove it, and replace the secret "
          "if the text was stored or sent: " +
          shown(place.value)};
}

Edits fault(const Place &place, Choices &choices) {
  static constexpr std::string_view secrets[] = {"https://a:b1c2@ci.example.org",
                                                 "https://ci.example.org/?api_key=0123456789", "AKIAABCDEFGHIJKLMNOP"};
  const bool free = place.value.is(Kind::string) && only_its_type_matters(place);
  return free ? replaced(place.value, json_string(choices.pick(secrets))) : Edits{};
}

} // namespace

extern constexpr Rule leaked_secret = {
    .id = "leaked-secret",
    .summary = "a text holds a key, a password or a token",
    .why = "What is sent is stored and shown to everyone who sees the event, and what stands in a file is in its "
           "history. The key of "
           "the receiver belongs in the address; apiKey in the body is a field of old agents that the receiver does "
           "not read.",
    .severity = Severity::warning,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint
