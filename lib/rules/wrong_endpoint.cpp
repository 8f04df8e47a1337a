#include "support/faults.hpp"

namespace stslint::wrong_endpoint {
namespace {

constexpr std::string_view event_advice =
    "write an event for it, with msg_title, msg_text and timestamp, in \"events\" of a payload";

constexpr std::string_view check_topology = "the topology of an agent's check",
                           check_advice = "the agent translates it before it sends it; in \"topologies\" of a payload, "
                                          "elements have \"externalId\" and \"type\": {\"name\": …}";

constexpr Example examples[] = {
    {"payload",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]], "series": []})",
     R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": [["app.load", 1607432944, 0.5, {"hostname": "web01", "type": "gauge"}]]})"},
};

/// The body of another endpoint or receiver: an object that has all these keys.
struct Body {
  /// With spaces between. One that ends with * stands for all that begin like it; list/key is in the list's first item.
  std::string_view keys;
  std::string_view name, advice;
};

constexpr Body bodies[] = {
    {"series", "a body of metric series",
     "send it to …/stsAgent/api/v1/series, or write it as "
     "\"metrics\": [[name, time, value, {…}]]"},
    {"check status host_name", "a check run",
     "send it in a list to …/stsAgent/api/v1/check_run, or write it in "
     "\"service_checks\" of a payload"},
    {"instance_key components", check_topology, check_advice},
    {"components/id components/type", check_topology, check_advice},
    {"relations/source_id relations/target_id", check_topology, check_advice},
    {"topologyStream*", "data of StackState's topology stream",
     "write its components and relations in "
     "\"topologies\" of a payload"},
    {"resourceSpans", "OpenTelemetry traces", "send it to an OpenTelemetry collector"},
    {"resourceMetrics", "OpenTelemetry metrics", "send it to an OpenTelemetry collector"},
    {"resourceLogs", "OpenTelemetry logs", "send it to an OpenTelemetry collector"},
    {"involvedObject reason", "a Kubernetes event", event_advice},
    {"regarding reason reportingController", "a Kubernetes event", event_advice},
    {"specversion id source type", "an event of CloudEvents", event_advice},
    {"labels annotations startsAt", "an alert of Prometheus", event_advice},
    {"metric points", "a metric series",
     "send it as {\"series\": […]} to …/stsAgent/api/v1/series, or write it as "
     "\"metrics\": [[name, time, value, {…}]]"},
    {"alerts groupLabels orgId", "the notification of a Grafana webhook", event_advice},
    {"alerts groupLabels receiver", "the notification of an Alertmanager webhook", event_advice},
    {"ruleId ruleName evalMatches", "the notification of a Grafana webhook", event_advice},
};

bool has_key(const Value &object, std::string_view key) {
  if (const std::size_t slash = key.find('/'); slash != std::string_view::npos)
    return has_key(object.member(key.substr(0, slash)).first_item(), key.substr(slash + 1));
  const bool open = key.ends_with('*');
  for (const Member member : object.members())
    if (const std::string name = member.key.text();
        open ? name.starts_with(key.substr(0, key.size() - 1)) : name == key)
      return true;
  return false;
}

bool has_keys(const Value &object, std::string_view keys) {
  bool all = true;
  for_each_word(keys, [&](std::string_view key) { all = all && has_key(object, key); });
  return all;
}

/// Which of them a value is, or the first item of its list; null if it is none.
const Body *body_of(const Value &value) {
  const Value list = value.is(Kind::array) ? value : value.member("items");
  for (const Body &body : bodies)
    if (has_keys(value, body.keys))
      return &body;
  const Value first = list.first_item();
  return first.is(Kind::object) ? body_of(first) : nullptr;
}

/// A key of a payload, or the whole of a text.
bool broken(const Place &place) {
  return place.value.is(Kind::string) ? place.value.equals("series") : body_of(place.value) != nullptr;
}

Words words(const Place &place) {
  if (place.value.is(Kind::string))
    return {shown(place.value) + " belongs to …/stsAgent/api/v1/series, not to the intake; send it there, or write it "
                                 "as \"metrics\": [[name, time, value, {…}]]"};
  const Body *body = body_of(place.value);
  const bool several = !has_keys(place.value, body->keys);
  return {(several ? "the input is a list, each item of which is " : "the input is ") + std::string(body->name) +
          ", which the intake does not accept; " + std::string(body->advice)};
}

Edits fault(const Place &place, Decisions &) { return inserted(place.parent, "\"series\": []"); }

} // namespace

extern constexpr Rule rule = {
    .id = "wrong-endpoint",
    .summary = "the input is meant for an endpoint other than the intake",
    .why =
        "Besides the intake, the receiver has endpoints that accept other bodies: /stsAgent/api/v1/series accepts "
        "{\"series\": […]}, and /stsAgent/api/v1/check_run a list of check runs. Other tools have formats of their "
        "own: OpenTelemetry, Kubernetes events, CloudEvents, and the webhooks of Alertmanager and Grafana. An endpoint "
        "refuses a body that is meant for another one, or ignores it without notice.",
    .severity = Severity::error,
    .receiver = {Expected::accept,
                 "the receiver ignores an extra field such as series; it refuses a body without internalHostname"},
    .on = "payload",
    .keywords = Keyword::additional_properties,
    .examples = examples,
    .schema = {"payload", R"({"properties": {"series": false}})"},
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::wrong_endpoint
