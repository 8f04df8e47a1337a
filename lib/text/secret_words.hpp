#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// The signs of secrets: for the search, and for the marks that tell where there can be no secret.
namespace stslint::secret_words {

constexpr bool alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// A token that services give out, known by its first letters and its length.
struct Token {
  std::string_view start;
  std::size_t least;
};
inline constexpr std::array<Token, 16> tokens = {{{"AKIA", 20},
                                                  {"ASIA", 20},
                                                  {"ghp_", 30},
                                                  {"gho_", 30},
                                                  {"ghr_", 30},
                                                  {"ghs_", 30},
                                                  {"ghu_", 30},
                                                  {"github_pat_", 30},
                                                  {"glpat-", 20},
                                                  {"xoxa-", 20},
                                                  {"xoxb-", 20},
                                                  {"xoxp-", 20},
                                                  {"xoxs-", 20},
                                                  {"hf_", 30},
                                                  {"sk_live_", 20},
                                                  {"npm_", 36}}};

inline constexpr std::size_t shortest_token = 20;
static_assert(std::ranges::all_of(tokens, [](const Token &token) { return token.least >= shortest_token; }));

/// Sequences of three bytes: each token contains one of them, and other texts hardly ever do. They end with a rare
/// byte.
inline constexpr std::array<std::string_view, 18> signs = {"hp_", "ho_", "hr_", "hs_", "hu_", "hf_",
                                                           "xa-", "xs-", "ub_", "sk_", "pm_", "at-",
                                                           "xb-", "xp-", "---", "AKI", "ASI", "eyJ"};
static_assert(std::ranges::all_of(tokens, [](const Token &token) {
  return std::ranges::any_of(signs, [&](std::string_view sign) { return token.start.find(sign) != sign.npos; });
}));

/// The last words of a member's name, if its value is a secret.
struct Name {
  std::string_view words;
  bool behind_words = true;    ///< also with other words before: `db_password`
  bool plural = false;         ///< also with an s: `accessTokens`
  bool often_harmless = false; ///< a text under this name is not shown, but no mistake: a session can be public
};
inline constexpr std::array<Name, 26> names = {{{"apikey", true, true},
                                                {"password", true, true},
                                                {"passwd"},
                                                {"passphrase"},
                                                {"secret", false}, // imagePullSecret is the name of one
                                                {"clientsecret"},
                                                {"jwtsecret"},
                                                {"secretkey", true, true},
                                                {"secretaccesskey"},
                                                {"accountkey"},
                                                {"privatekey", true, true},
                                                {"accesstoken", true, true},
                                                {"apitoken", true, true},
                                                {"authtoken", true, true},
                                                {"bearertoken"},
                                                {"refreshtoken", true, true},
                                                {"sessiontoken"},
                                                {"authorization"},
                                                {"token", true, true, true},
                                                {"bearer", true, false, true},
                                                {"auth", true, false, true},
                                                {"credential", true, true, true},
                                                {"pwd", true, false, true},
                                                {"session", true, true, true},
                                                {"sessionid", true, true, true},
                                                {"cookie", true, true, true}}};

/// The class of each byte: letters, whatever their case, from 1 on; 27 for digits, 28 for hyphens, 29 for all others.
inline constexpr auto class_by_byte = [] {
  std::array<std::uint8_t, 256> all{};
  for (unsigned byte = 0; byte < all.size(); ++byte) {
    const char c = static_cast<char>(byte);
    all[byte] = static_cast<std::uint8_t>(!alphanumeric(c) ? (c == '-' ? 28 : 29) : c <= '9' ? 27 : c & 31);
  }
  return all;
}();
constexpr std::size_t class_of(char c) { return class_by_byte[static_cast<unsigned char>(c)]; }
inline constexpr std::size_t classes = 32;
constexpr std::size_t pair_of(char first, char second) { return class_of(first) * classes + class_of(second); }

/// What can stand after two bytes: what parts a name from its value, and the last byte of a sign.
enum Behind : std::uint8_t { part = 1, underscore = 2, hyphen = 4, letter_i = 8, letter_j = 16, shown_part = 32 };
inline constexpr auto behind_pair = [] {
  std::array<std::uint8_t, classes * classes> can{};
  // A word that ends with anything but letters and digits may be any name.
  for (const char odd : {'-', ' '})
    for (std::size_t any = 0; any < classes; ++any)
      for (const std::size_t pair : {class_of(odd) * classes + any, any * classes + class_of(odd)})
        can[pair] |= part | shown_part;
  for (const Name &name : names) {
    const std::uint8_t those = name.often_harmless ? shown_part : part | shown_part;
    can[pair_of(name.words[name.words.size() - 2], name.words.back())] |= those;
    if (name.plural)
      can[pair_of(name.words.back(), 's')] |= those;
  }
  can[pair_of('e', 'n')] |= part;       // token=, in a query
  can[pair_of('u', 'e')] |= shown_part; // "value", beside the name
  for (const std::string_view sign : signs)
    can[pair_of(sign[0], sign[1])] |= sign[2] == '_'   ? underscore
                                      : sign[2] == '-' ? hyphen
                                      : sign[2] == 'I' ? letter_i
                                                       : letter_j;
  return can;
}();

/// Whether a word that ends with these two bytes can be the name of a secret; most cannot.
constexpr bool ends_like_name(char last_but_one, char last, Behind of = part) {
  return (behind_pair[pair_of(last_but_one, last)] & of) != 0;
}

constexpr bool ends_like_name(std::string_view name, Behind of = part) {
  return name.size() > 1 && ends_like_name(name[name.size() - 2], name.back(), of);
}

} // namespace stslint::secret_words
