#include "merger.hpp"

#include "stslint/document.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {

Json parsed_report(std::string_view text) {
  constexpr std::size_t deepest = 64;
  std::size_t depth = 0;
  for (std::size_t at = 0; (at = text.find_first_of("\"[]{}", at)) != std::string_view::npos; ++at)
    if (text[at] == '"') {
      for (++at; at < text.size() && text[at] != '"'; ++at)
        at += text[at] == '\\' ? 1 : 0;
    } else if (text[at] == ']' || text[at] == '}')
      depth -= depth > 0 ? 1 : 0;
    else if (++depth > deepest)
      throw Error(no_report);
  return Json::parse(text, nullptr, false);
}

void require_counts(std::string_view report, std::size_t first_line) {
  Document document;
  document.parse(report);
  for (const Node &node : document.nodes()) {
    const std::string_view number = report.substr(node.offset, node.length);
    if (node.kind == Kind::number &&
        (number.size() > Value::most_digits || number.find_first_not_of("0123456789") != std::string_view::npos))
      throw Error("line " + std::to_string(Locator(document, first_line).position(node.offset).line) + ": the number " +
                  shortened(number) + " is no count and no position, so the report is damaged; lint that part again");
  }
}

void Merger::add(std::string_view text) try {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    any_empty_ = true;
    return;
  }
  static constexpr std::array<Make, 6> formats = {summary_merger, json_merger,     sarif_merger,
                                                  junit_merger,   baseline_merger, jsonl_merger};
  const ReportText report{text, parsed_report(text)};
  if (report.json.is_object())
    require_counts(text, 1);
  for (const Make format : formats) {
    std::unique_ptr<ReportMerger> fresh = format(report);
    if (fresh == nullptr)
      continue;
    if (format_ != nullptr && format_ != format)
      throw Error("this report has another format than those before it; merge reports of one format");
    if (format_ == nullptr)
      merger_ = std::move(fresh);
    format_ = format;
    return merger_->add(report);
  }
  throw Error(text.starts_with("{\"version\":") || text.starts_with("{\"$schema\":") ? cut_off : no_report);
} catch (const Json::exception &) {
  throw Error(no_report);
}

std::string Merger::result() try {
  if (any_empty_ && merger_ != nullptr && merger_->empty_is_cut_off())
    throw Error("one of the reports is empty, so its part was not finished; lint that part again");
  return merger_ == nullptr ? "" : merger_->result();
} catch (const Json::exception &) {
  throw Error(cut_off);
}

} // namespace stslint
