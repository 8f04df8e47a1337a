#pragma once

#include <string_view>

/// The definitions of the schema that a text can be read as. Where several fit a text as well, the first counts.
namespace stslint {

inline constexpr std::string_view form_names[] = {
    "payload",    "events",      "event-list",   "event",       "metrics",        "metric",
    "topologies", "topology",    "components",   "component",   "relations",      "relation",
    "health",     "health-item", "check-states", "check-state", "service-checks", "service-check",
};

} // namespace stslint
