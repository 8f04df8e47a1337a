#pragma once

#include "encode/json.hpp"
#include "format.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace stslint {

/// What the format `summary` reports. Totals of the parts of a run can be added, in any order.
class Totals {
public:
  RunSettings settings;
  std::size_t skipped = 0, fixed = 0, suppressed = 0;

  struct Found {
    std::string_view file, rule;
    Severity severity;
    std::uint64_t offset;
    std::string hour; ///< of its event; "" without one
  };
  /// Adds one finding. `finding` is called if it is a sample.
  void count(const Found &found, const std::function<std::string()> &finding);
  void count(const InputReport &input);
  void leave_out(const std::string &file, const std::string &why) { unjudged_.emplace(file, why); }

  /// Throws Error if the other totals come from another version or other settings, or count the same bytes.
  void add(const Totals &other);
  /// Throws Error if bytes of a file between two parts are missing.
  void require_all() const;

  std::string text() const;
  /// Throws Error for a text that is not of text().
  static Totals from(const Json &json);
  static bool is_summary(const Json &json) { return json.is_object() && json.contains("stslint"); }

private:
  /// By severity, the lowest first.
  using Severities = std::array<std::size_t, 3>;
  struct Of {
    std::size_t payloads = 0, events = 0;
    std::uint64_t bytes = 0;
    Severities findings{};
    std::map<std::uint64_t, std::uint64_t> parts; ///< from, to: apart from each other
  };
  /// The first findings by file, offset and text.
  using Samples = std::set<std::tuple<std::string, std::uint64_t, std::string>>;
  struct OfRule {
    std::size_t count = 0;
    Samples samples;
  };

  static void add_part(const std::string &file, Of &of, std::uint64_t from, std::uint64_t to);
  static void add_sample(Samples &samples, Samples::value_type sample);
  Json totals() const;
  Json inputs() const;

  std::map<std::string, Of> inputs_;
  std::map<std::pair<std::string, std::string>, OfRule> rules_; ///< by rule and severity
  std::map<std::string, std::size_t> hours_;
  std::set<std::pair<std::string, std::string>> unjudged_;
};

} // namespace stslint
