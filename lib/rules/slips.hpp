#pragma once

#include "stslint/rule.hpp"

/// Wrong names that people really write, where the spelling alone does not tell what they meant.
namespace stslint {

inline constexpr Slip slips[] = {
    {"payload", "hostname", "internalHostname"},
    {"payload", "host", "internalHostname"},
    {"payload", "timestamp", "collection_timestamp"},
    {"payload", "topology", "topologies"},
    {"event", "title", "msg_title"},
    {"event", "text", "msg_text"},
    {"event", "message", "msg_text"},
    {"event", "type", "event_type"},
    {"event", "time", "timestamp"},
    {"event", "ts", "timestamp"},
    {"context", "source_id", "source_identifier"},
    {"context", "links", "source_links"},
    {"context", "identifiers", "element_identifiers"},
    {"source-link", "name", "title"},
    {"source-link", "link", "url"},
    {"source-link", "href", "url"},
    {"topology", "deletes", "delete_ids"},
    {"component", "id", "externalId"},
    {"component", "properties", "data"},
    {"relation", "id", "externalId"},
    {"relation", "source", "sourceId"},
    {"relation", "from", "sourceId"},
    {"relation", "target", "targetId"},
    {"relation", "to", "targetId"},
    {"health-item", "model", "consistency_model"},
    {"health-item", "states", "check_states"},
    {"health-item", "checks", "check_states"},
    {"stream", "sub_stream", "sub_stream_id"},
    {"check-state", "id", "checkStateId"},
    {"check-state", "state", "health"},
    {"check-state", "status", "health"},
    {"check-state", "title", "name"},
    {"check-state", "identifier", "topologyElementIdentifier"},
    {"metric-details", "host", "hostname"},
    {"service-check", "name", "check"},
    {"service-check", "hostname", "host_name"},
    {"service-check", "host", "host_name"},
};

} // namespace stslint
