#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

/// Other people's opinions of the same bytes: what ours are held against, in tests and fuzz targets.
namespace stslint::judges {

/// Whether a parser takes the text as JSON.
bool nlohmann_accepts(std::string_view text);
bool simdjson_accepts(std::string_view text);

/// How many values nlohmann meets in a text, those of duplicate keys included; no answer where it refuses the text.
std::optional<std::size_t> nlohmann_values(std::string_view text);

/// valijson with our own schema, on top of nlohmann.
class Valijson {
public:
  /// `schema` is draft-07; throws std::exception if valijson cannot take it.
  explicit Valijson(const std::string &schema);
  ~Valijson();

  /// JSON Pointers of what is wrong, each only if nothing below it is; empty if the text is valid. No answer for a text
  /// that nlohmann does not parse.
  std::optional<std::set<std::string>> judge(std::string_view text) const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Ours and valijson's places do not fit; in words, or "" if they do. They fit if both find something or both nothing,
/// and each place of either is, contains or lies in one of the other. What one of the two cannot say is not compared:
/// texts with flaws in their syntax or keys, and the places of names.
std::string disagreement(const Valijson &judge, std::string_view text, std::string_view form = "payload");

} // namespace stslint::judges
