#include "records.hpp"

#include <algorithm>

namespace stslint {

namespace {

bool begins_with_object(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n"), next = bytes.find_first_not_of(" \t\r\n", start + 1);
  return start != std::string_view::npos && bytes[start] == '{' && next != std::string_view::npos &&
         (bytes[next] == '"' || bytes[next] == '}');
}

} // namespace

FileKind searched(FileKind kind) {
  if (kind.payloads && !kind.lines)
    kind.host = Host::json;
  return kind;
}

FileKind settled(FileKind kind, std::string_view bytes) {
  const bool json = kind.host == Host::json;
  if (json ? kind.payloads && !is_collection(bytes) : begins_with_object(bytes))
    kind.host.reset();
  return kind;
}

Record for_each_record(std::string_view bytes, const FileKind &kind, const std::function<bool(const Record &)> &use,
                       Record from) {
  if (kind.host) {
    for (const Block &block : blocks_in(bytes, *kind.host))
      if (!use({bytes, 0, 1, &block}))
        break;
    return {{}, bytes.size()};
  }
  if (!kind.lines) {
    use({bytes});
    return {{}, bytes.size()};
  }
  std::size_t line = from.line;
  for (std::size_t at = 0; at < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view text = bytes.substr(at, end - at);
    const bool blank = text.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!blank && !use({text, from.offset + at, line}))
      break;
    at = end + 1;
  }
  return {{}, from.offset + bytes.size(), line};
}

/// Searches, which is faster than to compare each byte.
std::size_t line_breaks(std::string_view text) {
  std::size_t breaks = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ++breaks;
  return breaks;
}

std::span<const Finding> lint_record(Linter &linter, const Record &record, std::string_view form) {
  if (record.block == nullptr)
    return linter.lint(record.text, form, record.line);
  linter.settings() = settings_for(*record.block, linter.settings());
  return linter.lint(*record.block, record.text, form);
}

bool is_payload(Linter &linter, const Record &record) {
  return record.block == nullptr || linter.detection().payload || linter.document().within();
}

} // namespace stslint
