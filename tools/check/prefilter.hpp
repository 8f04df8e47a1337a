#pragma once

#include "report/format.hpp"

#include "stslint/lint.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace stslint {

/// The settings for the records of an input.
struct PrefilterSettings {
  Settings settings;
  const UserSchema *schema = nullptr;
  std::string_view form;
  FileKind kind = {};
  bool only_payloads = false; ///< if the first record is none, the rest does not count; of blocks, if none is
};

/// The result that any thread can give for records: most have no finding, and need no further work.
struct Prefiltered {
  Summary clean;                ///< totals of the records without a finding
  std::vector<Record> suspects; ///< the other records, with offsets from the first byte
  Record end;                   ///< the end of the screened records
  std::optional<bool> payload;  ///< true if the first record looks like a payload
};

/// Screens the records in `bytes`. Stops if most are suspects, because those are all linted again. Throws nothing.
void prefilter(Linter &linter, const PrefilterSettings &how, std::string_view bytes, Prefiltered &seen);

} // namespace stslint
