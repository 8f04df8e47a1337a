#pragma once

#include "format.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace stslint {

/// A short name of a text: 16 hexadecimal digits.
std::string fingerprint_of(std::string_view text);

/// Names that identify findings in the next run of a service. They depend on the file, the rule, the
/// pointer without its indices and the text of the value: not on lines, so that findings may move. Equal ones of one
/// run are counted.
class Fingerprints {
public:
  std::string of(const PayloadReport &report, const Finding &finding, std::string_view pointer);

private:
  std::unordered_map<std::uint64_t, std::size_t> seen_;
};

} // namespace stslint
