#pragma once

#include "format.hpp"

#include "lib/report/finding_json.hpp"

namespace stslint {

/// The text that the findings of a report were found in.
inline Origin origin_of(const PayloadReport &report) {
  return {report.file, report.record.offset, report.record.block};
}

} // namespace stslint
