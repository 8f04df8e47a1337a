#pragma once

#include "faults.hpp"

#include <algorithm>
#include <array>

/// The fields that StackState's agents send in addition to the documented ones.
namespace stslint {

inline std::span<const std::string_view> agent_fields_of(std::string_view definition) {
  static constexpr std::array<std::string_view, 4> event = {"aggregation_key", "alert_type", "host", "priority"};
  static constexpr std::array<std::string_view, 12> payload = {
      "agentVersion", "external_host_tags", "gohai",  "host-tags", "ioStats",     "meta",
      "os",           "processes",          "python", "resources", "systemStats", "uuid"};
  static constexpr std::array<std::string_view, 1> metric = {"device_name"};
  if (definition == "event")
    return event;
  if (definition == "payload")
    return payload;
  return definition == "metric-details" ? std::span<const std::string_view>(metric)
                                        : std::span<const std::string_view>();
}

/// The key at a place is one of these fields, or a reading such as cpuIdle, which the oldest agents sent as a field.
inline bool is_agent_field(const Place &place) {
  const std::string key = place.value.text();
  const bool reading = key.starts_with("cpu") || key.starts_with("mem") || key.starts_with("system.");
  const auto names = agent_fields_of(place.shape->name);
  return (reading && place.shape->name == "payload") || std::ranges::find(names, key) != names.end();
}

} // namespace stslint
