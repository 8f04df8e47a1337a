#pragma once

#include "stslint/rule.hpp"
#include "stslint/user_schema.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Other people's opinions of the same bytes: what ours are held against, in tests and fuzz targets.
namespace stslint::peers {

/// Whether a parser takes the text as JSON.
bool nlohmann_accepts(std::string_view text);
bool simdjson_accepts(std::string_view text);

/// How many values nlohmann meets in a text, those of duplicate keys included; no answer where it refuses the text.
std::optional<std::size_t> nlohmann_values(std::string_view text);

/// JSON Pointers of what valijson finds wrong; see UserSchema::judge.
std::optional<std::set<std::string>> places(const UserSchema &judge, std::string_view text);

/// Ours and valijson's places do not fit; in words, or "" if they do. They fit if both find something or both nothing,
/// and each place of either is, contains or lies in one of the other. What one of the two cannot say is not compared:
/// texts with flaws in their syntax or keys, and the places of names.
std::string disagreement(const UserSchema &judge, std::string_view text, std::string_view form = "payload",
                         const Settings &settings = {});

} // namespace stslint::peers
