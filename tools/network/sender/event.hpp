#pragma once

#include <string>
#include <utility>
#include <vector>

namespace stslint {

/// One event from the flags of `stslint event`. Empty fields are omitted.
struct EventOptions {
  std::string name, type, title, text;
  std::string category, source, source_id, source_type, data; ///< `data` is JSON
  std::vector<std::string> identifiers, tags, links;          ///< a link is `title: url`
  std::string host, timestamp;                                ///< `timestamp` in a format of --now
};

/// The payload of the event, from schema/templates/event.json. `now` is in seconds since 1970. Throws Error for
/// invalid flags.
std::string event_payload(const EventOptions &options, double now);

} // namespace stslint
