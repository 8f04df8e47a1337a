#pragma once

#include "format.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace stslint {

/// Names for findings by which a service knows them again in the next run. They depend on the file, the rule, the
/// pointer without its indices and the text of the value: not on lines, so that findings may move. Equal ones of one
/// run are counted.
class Fingerprints {
public:
  std::string of(const PayloadReport &report, const Finding &finding, std::string_view pointer);

private:
  std::unordered_map<std::uint64_t, std::size_t> seen_;
};

} // namespace stslint
