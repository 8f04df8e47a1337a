#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>

namespace stslint {

struct BaselineEntry {
  std::size_t count = 0; ///< 0: for any number of findings
  std::string reason = "baseline";
};
/// By what equal findings share: file, pattern of the pointer, rule, fingerprint.
using BaselineKey = std::tuple<std::string, std::string, std::string, std::string>;
using BaselineEntries = std::map<BaselineKey, BaselineEntry>;

/// The file of a baseline.
std::string baseline_text(const BaselineEntries &entries);

} // namespace stslint
