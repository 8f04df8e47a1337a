#pragma once

#include "stslint/rule.hpp"

/// Wrong names that people really write, where the spelling alone does not tell what they meant.
namespace stslint {

inline constexpr Slip slips[] = {
    {"payload", "hostname", "internalHostname"},
    {"payload", "host", "internalHostname"},
    {"payload", "internalHost", "internalHostname"},
    {"payload", "timestamp", "collection_timestamp"},
    {"payload", "topology", "topologies"},
    {"event", "title", "msg_title"},
    {"event", "text", "msg_text"},
    {"event", "message", "msg_text"},
    {"event", "description", "msg_text"},
    {"event", "body", "msg_text"},
    {"event", "summary", "msg_title"},
    {"event", "name", "msg_title"},
    {"event", "subject", "msg_title"},
    {"event", "date", "timestamp"},
    {"event", "epoch", "timestamp"},
    {"event", "labels", "tags"},
    {"event", "type", "event_type"},
    {"event", "time", "timestamp"},
    {"event", "ts", "timestamp"},
    {"context", "source_id", "source_identifier"},
    {"context", "source_system", "source"},
    {"context", "event_category", "category"},
    {"context", "links", "source_links"},
    {"context", "identifiers", "element_identifiers"},
    {"source-link", "name", "title"},
    {"source-link", "text", "title"},
    {"source-link", "link", "url"},
    {"source-link", "href", "url"},
};

} // namespace stslint
