#pragma once

#include "report/format.hpp"

#include "stslint/lint.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace stslint {

/// How the records of an input are linted.
struct PrefilterSettings {
  Settings settings;
  const UserSchema *schema = nullptr;
  std::string_view form;
  bool lines = false;
};

/// What any thread can tell of records: most have no finding, and need nobody's attention any more.
struct Prefiltered {
  Summary clean;                ///< of the records without a finding
  std::vector<Record> suspects; ///< the others, their places counted from the first byte
  Record end;                   ///< where nobody looked any further
  std::optional<bool> payload;  ///< whether the first record looks like one
};

/// Looks at the records in `bytes`, but no further where most are suspects: whoever lints those might as well lint all.
/// With `only_payloads` it looks no further than at the first record if that is none. Throws nothing.
void prefilter(Linter &linter, const PrefilterSettings &how, std::string_view bytes, bool only_payloads,
               Prefiltered &seen);

} // namespace stslint
