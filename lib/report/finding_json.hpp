#pragma once

#include "summary.hpp"

#include "stslint/embedded.hpp"
#include "stslint/lint.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace stslint {

/// The text that a finding was found in.
struct Origin {
  std::string_view file;
  std::size_t offset = 0;       ///< in bytes, of the text in the file
  const Block *block = nullptr; ///< null for a text that is not a block of a document
};

/// Appends a finding as a JSON object, in the form of `json` and `jsonl`.
void append_finding(std::string &out, const Finding &finding, Severity severity, const Description &description,
                    const Origin &origin);

/// A report in the format `json`. The summary comes first, so the findings are kept as text until the end.
class JsonReport {
public:
  void add(const Finding &finding, Severity severity, const Description &description, const Origin &origin);
  void add(std::string_view finding); ///< as append_finding() wrote it
  /// The report: in one text, or in three pieces, without a copy of the findings.
  std::string text(const Summary &summary) const { return head(summary) + findings_ + std::string(tail); }
  static std::string head(const Summary &summary);
  static std::string head(std::string_view summary); ///< of a summary that is JSON
  std::string_view findings() const { return findings_; }
  static constexpr std::string_view tail = "]}\n";

private:
  void separate();

  std::string findings_;
};

} // namespace stslint
