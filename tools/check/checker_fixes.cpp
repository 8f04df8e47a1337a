#include "checker.hpp"

#include "fix/fix_input.hpp"
#include "fix/replace_file.hpp"
#include "input/inputs.hpp"

#include "stslint/text.hpp"

#include <utility>

namespace stslint {

/// True if the first payload of an input looks like one, or somebody named the input.
bool Checker::is_ours(const Input &input, std::string_view bytes) {
  bool ours = true;
  if (only_payloads(input) && !kind_.host)
    for_each_record(bytes, kind_, [&](const Record &record) {
      linter_.lint(record.text, form());
      ours = linter_.detection().payload;
      return false;
    });
  return ours;
}

std::string Checker::replace(const Input &input, std::string_view bytes, std::string_view better) {
  std::error_code error;
  const std::uintmax_t links = std::filesystem::hard_link_count(input.path, error);
  const std::string why = replace_file(input.path, better, bytes);
  if (why.empty() && !error && links > 1)
    note(input.name + ": fixed; the old content remains under " +
         counted(static_cast<std::size_t>(links) - 1, "other name") + " of this file (hard links)");
  return why;
}

Fixes Checker::fixes(const Input &input, std::string_view bytes) {
  if (!begin(input))
    return {};
  kind_ = settled(kind_, bytes);
  return fixes_in(input, bytes);
}

/// The fixes of an input that has begun, and whose kind is settled.
Fixes Checker::fixes_in(const Input &input, std::string_view bytes) {
  const auto wanted = [&](const Finding &finding) {
    const auto severity = policy_->severities.of(*finding.rule);
    const bool reported = severity && !known_.knows(path_, config_, linter_, finding);
    if (fix_.diff && reported)
      judge(*severity); // a diff leaves the files as they are
    return reported;
  };
  Streams *const streams = std::exchange(linter_.settings().streams, nullptr); // because they remember their messages
  if (!known_.none())
    for_each_record(bytes, kind_, [&](const Record &record) {
      const auto found = lint_record(linter_, record, form());
      if (is_payload(linter_, record))
        known_.look_at(path_, linter_, found, has_several());
      return true;
    });
  Fixes found = is_ours(input, bytes) ? fixes_of(linter_, kind_, bytes, form(), {fix_.unsafe_fixes, wanted}) : Fixes();
  linter_.settings().streams = streams;
  return found;
}

/// The bytes of an input after its fixes. Writes the fixes to the file, or prints them as a diff.
std::string_view Checker::fixed(const Input &input, std::string_view bytes, std::string &better) {
  if (bytes.size() > Document::max_bytes)
    return bytes;
  const Fixes found = fixes_in(input, bytes);
  if (found.count == 0) {
    if (!fix_.diff)
      remove_unfinished(input.path);
    return bytes;
  }
  if (kind_.compressed) {
    note(input.name + ": not fixed, because it is compressed; decompress it first");
    return bytes;
  }
  better = edited(bytes, found.edits);
  make_room();
  if (fix_.diff)
    write_diff(console_, input, bytes, found.edits);
  else if (const std::string why = replace(input, bytes, better); !why.empty()) {
    complain(input.name, "not fixed: " + why, unreadable);
    return bytes;
  }
  summary_.fixed += found.count;
  return better;
}

} // namespace stslint
