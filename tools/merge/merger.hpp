#pragma once

#include "encode/json.hpp"
#include "report/totals.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// Adds reports of the parts of a run, which are all of one format: summary, json or jsonl. The result is the report
/// of one run over all inputs, in the order of their names.
class Merger {
public:
  /// Throws Error if the text is no such report, or does not fit those before it.
  void add(std::string_view text);
  /// Throws Error if a part is missing, or is there twice.
  std::string result();

private:
  enum class Kind { none, summary, json, jsonl };
  struct Found {
    std::string file;
    std::uint64_t offset;
    std::size_t report; ///< the number of the report that it comes from
    std::string text;   ///< of its JSON
  };

  void be(Kind kind);
  void add_finding(const Json &finding);
  void add_counts(const Json &summary);
  void sort();
  std::string json() const;
  std::string jsonl() const;

  Kind kind_ = Kind::none;
  std::size_t reports_ = 0;
  bool any_empty_ = false;
  Totals totals_;
  Json counts_ = Json::object(); ///< the summary of json
  std::vector<Found> findings_;
};

} // namespace stslint
