#include "support/secrets.hpp"

namespace stslint::leaked_secret {
namespace {

constexpr Example examples[] = {
    {"source-link", R"({"title": "Build", "url": "https://ci.example.org/4711?api_key=0123456789abcdef"})",
     R"({"title": "Build", "url": "https://ci.example.org/4711"})"},
    {"data", R"({"push": "https://robot:s3cret@registry.example.org/web"})",
     R"({"push": "https://registry.example.org/web"})"},
    {"data", R"({"build": "4711", "apiKey": "0123456789abcdef"})", R"({"build": "4711"})"},
    {"data", R"({"db_host": "db01", "password": "hunter2"})", R"({"db_host": "db01"})"},
};

bool broken(const Place &place) { return secret_in(place.value.contents()).has_value() || holds_secret(place); }

Words words(const Place &place) {
  const std::string subject(place.subject);
  if (names_secret(place) && same_word(key_of(place).contents(), "apikey"))
    return {subject + " holds a key that everyone who reads this payload can use; " + std::string(take_key_out)};
  const std::string value = names_secret(place) ? "" : ' ' + shown(place.value);
  return {subject + value +
          " holds a secret that everyone who sees this data can read and use; remove it, and revoke it if it was sent"};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view secrets[] = {"https://a:b1c2@ci.example.org",
                                                 "https://ci.example.org/?api_key=0123456789", "AKIAABCDEFGHIJKLMNOP"};
  const bool free = place.value.is(Kind::string) && only_its_type_matters(place);
  return free ? replaced(place.value, json_string(decisions.pick(secrets))) : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "leaked-secret",
    .summary = "a string holds a key, a password or a token",
    .why = "StackState stores the secret and shows it to everyone who sees this data, and git keeps it in the history "
           "of a committed file. The receiver's key belongs in the URL; apiKey in the body is a field of old agents, "
           "which the receiver does not read. stslint masks secrets in all its output, including this page.",
    .severity = Severity::warning,
    .types = bit(Kind::string) | bit(Kind::number),
    .mark = may_hold_secret,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::leaked_secret
