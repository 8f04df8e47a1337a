#pragma once

#include <string>
#include <utility>
#include <vector>

namespace stslint {

/// One event, as the flags of `stslint event` say it. What is empty is left away.
struct EventOptions {
  std::string name, type, title, text;
  std::string category, source, source_id, source_type, data; ///< `data` is JSON
  std::vector<std::string> identifiers, tags, links;          ///< a link is `title: url`
  std::string host, timestamp;                                ///< `timestamp` as --now takes it
};

/// The payload that sends it: schema/templates/event.json, filled in. `now` is in seconds since 1970. Throws Error for
/// flags that cannot be read.
std::string event_payload(const EventOptions &options, double now);

} // namespace stslint
