#pragma once

#include "stslint/document.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <unordered_map>
#include <vector>

namespace stslint::user_schema {

/// A value as valijson reads it. Of equal keys, the last counts; a value that could not be read is null; bytes that are
/// not UTF-8 become U+FFFD.
nlohmann::json json_of(const Value &value);

/// Follows paths through one Document. It reads each object or array once, however many paths lead through it.
class Paths {
public:
  explicit Paths(Value root) : root_(root) {}
  /// The value that a path of keys and indices leads to; absent if it leads nowhere.
  Value follow(const std::vector<std::string> &path);

private:
  Value root_;
  std::unordered_map<std::uint32_t, std::unordered_map<std::string, Value>> contents_; ///< by the node of the container
};

} // namespace stslint::user_schema
