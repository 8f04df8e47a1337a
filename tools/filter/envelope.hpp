#pragma once

#include "encode/json.hpp"

#include "stslint/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// One payload of a line.
struct FilterPayload {
  std::string_view text;
  Value value = {}; ///< in the record around it; absent without one
};

/// The place of payloads in records of a queue or a log, such as those that `kcat -J` prints.
class Envelope {
public:
  /// A JSON Pointer; `*` stands for each item of a list. Throws Error for another text.
  explicit Envelope(std::string_view path);

  /// Parses a record into `around`, and lists its payloads, which refer to it. Returns "", or in one line why there are
  /// none.
  std::string open(std::string_view record, Document &around, std::vector<FilterPayload> &payloads) const;

  /// The members of the record that can tell which one it is: texts and numbers at its root.
  Json names(const Document &around) const;

private:
  std::vector<std::string> steps_;
};

/// A payload as a text within its record, of which `places` are. Payloads in their order take linear time altogether.
Excerpt excerpt_of(const Value &payload, const Document &around, Locator &places);

} // namespace stslint
