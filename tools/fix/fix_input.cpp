#include "fix_input.hpp"

#include "diff.hpp"
#include "input/inputs.hpp"
#include "input/records.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <ostream>

namespace stslint {

Fixes fixes_of(Linter &linter, const FileKind &kind, std::string_view bytes, std::string_view form,
               const FixOptions &options) {
  if (kind.host)
    return fixes_in(linter, bytes, *kind.host, form, options);
  Fixes all;
  for_each_record(bytes, kind, [&](const Record &record) {
    const Fixes found = fixes(linter, record.text, form, options);
    for (const Edit &edit : found.edits)
      all.edits.push_back({record.offset + edit.offset, edit.length, edit.text});
    all.count += found.count;
    return true;
  });
  return all;
}

void write_diff(Console &console, const Input &input, std::string_view bytes, const Edits &edits) {
  if (!console.terminal) {
    console.out << unified_diff(input.name, bytes, edits);
    return;
  }
  // The name of a secret can stand above the lines that are shown.
  const std::string diff = masked(unified_diff(input.name, masked(bytes), edits));
  for (std::size_t at = 0, end = 0; at < diff.size(); at = end + 1) {
    end = std::min(diff.find('\n', at), diff.size());
    std::string line = diff.substr(at, end - at);
    std::ranges::replace(line, '\t', ' ');
    console.out << printable(line) << '\n';
  }
}

} // namespace stslint
