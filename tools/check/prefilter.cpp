#include "prefilter.hpp"

namespace stslint {
namespace {

/// So many suspects mean that most records have findings.
constexpr std::size_t some = 16;

void screen(Linter &linter, const PrefilterSettings &how, std::string_view bytes, Prefiltered &seen) {
  bool stopped = false;
  const FileKind kind = settled(how.kind, bytes);
  const Record end = for_each_record(bytes, kind, [&](const Record &record) {
    seen.end = {{}, record.offset, record.line};
    stopped = seen.suspects.size() > some && seen.suspects.size() > seen.clean.payloads;
    if (stopped)
      return false;
    const bool clean = lint_record(linter, record, how.form).empty();
    if (!is_payload(linter, record))
      return true;
    if (clean)
      seen.clean.count(linter, how.form);
    else
      seen.suspects.push_back(record);
    if (!seen.payload)
      seen.payload = record.block != nullptr || linter.detection().payload;
    stopped = how.only_payloads && !*seen.payload;
    return !stopped;
  });
  if (kind.host && !seen.payload)
    seen.payload = false;
  if (!stopped)
    seen.end = end;
}

} // namespace

void prefilter(Linter &linter, const PrefilterSettings &how, std::string_view bytes, Prefiltered &seen) {
  linter.settings() = how.settings;
  linter.use_schema(how.schema);
  seen.clean = {};
  seen.suspects.clear();
  seen.end = {};
  seen.payload.reset();
  try {
    screen(linter, how, bytes, seen);
  } catch (...) { // the next thread that comes here gets the same error
  }
}

} // namespace stslint
