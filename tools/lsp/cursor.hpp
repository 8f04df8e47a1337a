#pragma once

#include "features.hpp"

#include "lib/contract/contract.hpp"

#include <functional>
#include <string>
#include <vector>

namespace stslint {

/// A place in the text of a payload, as far as what stands before it tells: while somebody types, the rest is often
/// broken.
struct Cursor {
  struct Step {
    bool member;
    std::string key;   ///< of a member
    std::size_t index; ///< of an item
  };
  std::vector<Step> path;              ///< from the root to the value at the place; of a key, to its value
  bool key = false;                    ///< a key is there, or can be
  std::size_t offset = 0, length = 0;  ///< the token at the place; the place itself if there is none
  std::vector<std::string> other_keys; ///< of a key: those of its object

  /// Nothing for a place that is nested too deep.
  static std::optional<Cursor> at(std::string_view text, std::size_t offset);
};

/// What the contract expects at a place.
struct Expectation {
  const Shape *shape = nullptr;       ///< of the value; null for anything
  const Property *property = nullptr; ///< of a member that the contract names
  const Shape *container = nullptr;   ///< of the object or list around it
};

/// A place in one of the payloads of a file.
struct PlaceInPayload {
  const PayloadReport &report;
  std::string_view text; ///< of the payload
  Cursor cursor;
  Expectation expected;

  /// Where a byte of the payload stands in the file.
  std::size_t in_file(std::size_t offset) const {
    const Block *block = report.record.block;
    return block == nullptr ? report.record.offset + offset : block->origins[offset];
  }
  /// The range of the token in the file.
  Json range(const WorkspaceFile &file) const {
    const std::size_t start = in_file(cursor.offset);
    return Ranges(file.document).at(start, in_file(cursor.offset + cursor.length) - start);
  }
};

/// Calls `use` with the place in a payload that the position of a request means, if there is one.
void at_position(Features &features, const WorkspaceFile &file, const nlohmann::json &params,
                 const std::function<void(const PlaceInPayload &)> &use);

/// The contract that the payload of a report was held to.
const Contract &contract_of(const PayloadReport &report);

} // namespace stslint
