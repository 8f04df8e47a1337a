#pragma once

#include "checker.hpp"
#include "git/blobs.hpp"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace stslint {

/// Selects the findings that came with the change of a file: those that the text before did not have, and those with a
/// changed line among their own. A finding on unchanged lines is old if the text before had the same one in the same
/// column of the same line. So a removed line brings all that it causes, wherever that is, and a changed line
/// nothing else.
class FindingsOfChange {
public:
  /// Both texts are linted with the settings `how`.
  FindingsOfChange(const Blob &blob, const PrefilterSettings &how) : blob_(blob), how_(how) {}

  bool operator()(Linter &linter, const Record &record, const Finding &finding);

private:
  /// The line ends of a record. git knows none but \n.
  class Lines {
  public:
    explicit Lines(const Record &record);
    std::size_t line(std::size_t offset) const;
    std::size_t column(std::size_t offset) const;

  private:
    std::size_t first_;
    std::vector<std::size_t> starts_;
  };
  /// The rule, line and column of a finding, and the missing member.
  using Spot = std::tuple<std::string_view, std::size_t, std::size_t, std::string>;
  static Spot spot_of(const Linter &linter, const Lines &lines, const Finding &finding);
  bool changed(std::size_t first, std::size_t last) const;
  std::size_t line_before(std::size_t line) const;
  bool was_before(Spot spot);

  Blob blob_;
  PrefilterSettings how_;
  std::optional<std::vector<ChangedLines>> parts_;
  std::optional<std::size_t> record_; ///< the offset of the record that `lines_` is about
  Lines lines_{Record()};
  std::optional<std::set<Spot>> before_;
};

} // namespace stslint
