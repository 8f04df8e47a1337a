// What the specification recommends for topologies, health, metrics and service checks (sections 4 to 6), cell by cell.
#include "support/verdict.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

using test::Verdict;

const std::string instance = R"("instance": {"type": "a", "url": "b"})", lists = R"("components": [], "relations": [])";
std::string topology(const std::string &members) { return '{' + members + '}'; }
std::string component(const std::string &members) { return '{' + members + '}'; }
const std::string id = R"("externalId": "a", )", type = R"("type": {"name": "host"}, )", data = R"("data": {})";
std::string relation(const std::string &ends, const std::string &rest = R"("type": {"name": "uses"}, "data": {})") {
  return R"({"externalId": "r", )" + ends + rest + '}';
}
const std::string ends = R"("sourceId": "a", "targetId": "b", )";
std::string snapshot(const std::string &start, const std::string &stream = "") {
  return R"({"consistency_model": "REPEAT_SNAPSHOTS", "start_snapshot": )" + start +
         R"(, "stop_snapshot": {}, "stream": {"urn": "urn:health:a:b")" + stream + R"(}, "check_states": []})";
}
std::string health(const std::string &model, const std::string &members) {
  return "{" + (model.empty() ? "" : R"("consistency_model": ")" + model + "\", ") + members +
         R"("stream": {"urn": "urn:health:a:b"}, "check_states": []})";
}
const std::string expiry = R"("expiry": {"repeat_interval_s": 300, "expiry_interval_s": 600}, )";
std::string state(const std::string &name, const std::string &state, const std::string &rest = "") {
  return R"({"checkStateId": "1", )" + (name.empty() ? "" : R"("name": ")" + name + "\", ") + R"("health": ")" + state +
         R"(", "topologyElementIdentifier": "urn:host:/a")" + rest + '}';
}
std::string metric(const std::string &name, const std::string &time, const std::string &value,
                   const std::string &details = R"({"hostname": "a", "type": "gauge"})") {
  return "[" + name + ", " + time + ", " + value + ", " + details + "]";
}
const std::string m = "\"app.load\"", t = "1607432944";

const Verdict cells[] = {
    // 4. topologies[]
    {"StartSnapshotIsBoolean", "topology", topology(R"("start_snapshot": "true", )" + instance + ", " + lists),
     "error:wrong-type"},
    {"StopSnapshotIsBoolean", "topology", topology(R"("stop_snapshot": 1, )" + instance + ", " + lists),
     "error:wrong-type"},
    {"SnapshotsMayBeLeftOut", "topology", topology(instance + ", " + lists), ""},
    {"InstanceTypeIsRequired", "instance", R"({"url": "b"})", "error:missing-field"},
    {"InstanceTypeFitsATopic", "instance-type", R"("a b")", "info:unfit-instance-type"},
    {"InstanceUrlIsRequired", "instance", R"({"type": "a"})", "error:missing-field"},
    {"InstanceUrlIsInLowerCase", "instance", R"({"type": "a", "URL": "b"})", "error:missing-field"},
    {"InstanceUrlNeedNotBeOne", "instance", R"({"type": "a", "url": "local"})", ""},
    {"DeleteIdsAreAList", "topology", topology(R"("delete_ids": "a", )" + instance + ", " + lists), "error:wrong-type"},
    {"DeleteIdsAreStrings", "topology", topology(R"("delete_ids": [1], )" + instance + ", " + lists),
     "error:wrong-type"},
    {"DeleteIdsHaveNoPlaceInSnapshots", "topology",
     topology(R"("start_snapshot": true, "delete_ids": ["a"], )" + instance + ", " + lists),
     "warning:delete-within-snapshot"},
    {"DeleteIdsAreNotSentToo", "topology",
     topology(R"("delete_ids": ["a"], )" + instance + R"(, "components": [)" + component(id + type + data) +
              R"(], "relations": [])"),
     "warning:contradictory-delete"},
    {"ComponentsAreWanted", "topology", topology(instance + R"(, "relations": [])"), "warning:missing-elements"},
    {"ComponentsAreAList", "topology", topology(instance + R"(, "components": {}, "relations": [])"),
     "error:wrong-type"},
    {"RelationsAreWanted", "topology", topology(instance + R"(, "components": [])"), "warning:missing-elements"},
    {"RelationsAreAList", "topology", topology(instance + R"(, "components": [], "relations": null)"),
     "error:wrong-type"},
    {"ComponentIdIsRequired", "component", component(type + data), "error:missing-field"},
    {"ComponentIdIsUnique", "components", '[' + component(id + type + data) + ", " + component(id + type + data) + ']',
     "warning:duplicate-external-id"},
    {"ComponentTypeIsRequired", "component", component(id + data), "error:missing-field"},
    {"ComponentTypeIsNoString", "component", component(id + R"("type": "host", )" + data), "error:wrong-type"},
    {"ComponentDataIsWanted", "component", component(id + R"("type": {"name": "host"})"), "warning:missing-data"},
    {"ComponentDataIsAnObject", "component", component(id + type + R"("data": [])"), "error:wrong-type"},
    {"SourcePropertiesMayBeNull", "component", component(id + type + data + R"(, "sourceProperties": null)"), ""},
    {"SourcePropertiesAreAnObject", "component", component(id + type + data + R"(, "sourceProperties": "a")"),
     "error:wrong-type"},
    {"LabelsAreTags", "component", component(id + type + R"("data": {"labels": ["prod"]})"), "warning:malformed-tag"},
    {"TagsOfDataMayBeAnObject", "component", component(id + type + R"("data": {"tags": {"a": "b"}})"), ""},
    {"RelationIdIsRequired", "relation", '{' + ends + type + data + '}', "error:missing-field"},
    {"RelationSourceIsRequired", "relation", relation(R"("targetId": "b", )"), "error:missing-field"},
    {"RelationTargetIsRequired", "relation", relation(R"("sourceId": "b", )"), "error:missing-field"},
    {"RelationTypeIsRequired", "relation", relation(ends, R"("data": {})"), "error:missing-field"},
    {"RelationDataIsWanted", "relation", relation(ends, R"("type": {"name": "uses"})"), "warning:missing-data"},
    {"RelationEndsAreInAWholeSnapshot", "topology",
     topology(R"("start_snapshot": true, "stop_snapshot": true, )" + instance + R"(, "components": [)" +
              component(id + type + data) + R"(], "relations": [)" + relation(ends) + "]"),
     "warning:dangling-relation"},
    {"RelationEndsMayComeElsewhere", "topology",
     topology(instance + R"(, "components": [], "relations": [)" + relation(ends) + "]"), ""},
    {"RelationsToItself", "relation", relation(R"("sourceId": "a", "targetId": "a", )"), "info:self-relation"},
    // 5. health[]
    {"ModelIsWanted", "health-item", health("", ""), "info:missing-consistency-model"},
    {"ModelIsKnown", "health-item", health("SNAPSHOTS", ""), "error:unknown-value"},
    {"ModelIsInUpperCase", "health-item", health("repeat_states", expiry), "error:unknown-value"},
    {"UrnIsRequired", "stream", "{}", "error:missing-field"},
    {"UrnHasItsForm", "stream-urn", R"("urn:health:a")", "error:malformed-stream-urn"},
    {"UrnPartsAreEscaped", "stream-urn", R"("urn:health:a:b:c")", "warning:unescaped-stream-urn"},
    {"SubStreamIdIsSpeltSo", "stream", R"({"urn": "urn:health:a:b", "sub_stream": "c"})", "warning:unknown-field"},
    {"SubStreamIdIsNotNull", "sub-stream-id", "null", "warning:null-sub-stream"},
    {"RepeatIntervalIsRequired", "health-item", snapshot("{}"), "error:missing-field"},
    {"RepeatIntervalIsWhole", "health-item", snapshot(R"({"repeat_interval_s": 1.5})"), "error:fractional-integer"},
    {"RepeatIntervalIsPositive", "health-item", snapshot(R"({"repeat_interval_s": 0})"), "error:out-of-range"},
    {"RepeatIntervalIsAtMostHalfAnHour", "health-item", snapshot(R"({"repeat_interval_s": 1800})"), ""},
    {"RepeatIntervalIsNotMore", "health-item", snapshot(R"({"repeat_interval_s": 1801})"),
     "error:sub-stream-repeat-interval-too-high"},
    {"SubStreamsExpire", "health-item", snapshot(R"({"repeat_interval_s": 60})", R"(, "sub_stream_id": "c")"),
     "error:missing-expiry-interval"},
    {"SubStreamsExpireAfterMoreThanNothing", "health-item",
     snapshot(R"({"repeat_interval_s": 60, "expiry_interval_s": 0})", R"(, "sub_stream_id": "c")"),
     "error:missing-expiry-interval"},
    {"ExpiryIsNotBeforeTheNext", "health-item", snapshot(R"({"repeat_interval_s": 60, "expiry_interval_s": 30})"),
     "warning:hasty-expiry"},
    {"StartSnapshotIsAnObject", "health-item", snapshot("true"), "error:wrong-type"},
    {"StopSnapshotIsAnObject", "health-item", health("REPEAT_SNAPSHOTS", R"("stop_snapshot": true, )"),
     "error:wrong-type"},
    {"ExpiryIsOfRepeatStates", "health-item", health("REPEAT_SNAPSHOTS", expiry), "error:foreign-model-field"},
    {"ExpiryIsLongerThanTheInterval", "health-item",
     health("REPEAT_STATES", R"("expiry": {"repeat_interval_s": 300, "expiry_interval_s": 300}, )"),
     "warning:hasty-expiry"},
    {"ExpiryIsOptional", "health-item", health("REPEAT_STATES", ""), ""},
    {"IncrementIsNeeded", "health-item", health("TRANSACTIONAL_INCREMENTS", ""), "error:missing-increment"},
    {"IncrementIsSpeltSo", "health-item",
     health("TRANSACTIONAL_INCREMENTS", R"("incrment": {"checkpoint": {"offset": 5}}, )"), "error:missing-field"},
    {"CheckpointsGoForward", "increment", R"({"checkpoint": {"offset": 5}, "previous_checkpoint": {"offset": 5}})",
     "error:sub-stream-outdated-checkpoint"},
    {"OffsetsAreWhole", "checkpoint", R"({"offset": 5.5})", "error:fractional-integer"},
    {"OffsetsAreNumbers", "checkpoint", R"({"offset": "5"})", "error:wrong-type"},
    {"CheckStatesAreAList", "health-item",
     R"({"consistency_model": "REPEAT_STATES", "stream": {"urn": "urn:health:a:b"}, "check_states": {}})",
     "error:wrong-type"},
    {"CheckStateIdIsRequired", "check-state", R"({"delete": true})", "error:missing-field"},
    {"CheckStateNameIsRequired", "check-state", state("", "Clear"), "error:incomplete-check-state"},
    {"CheckStateElementIsRequired", "check-state", R"({"checkStateId": "1", "name": "a", "health": "Clear"})",
     "error:incomplete-check-state"},
    {"HealthInAnyLetterCase", "check-state", state("a", "cRITICAL"), ""},
    {"HealthIsOneOfThree", "check-state", state("a", "UNKNOWN"), "error:unknown-health-state"},
    {"MessageIsAString", "check-state", state("a", "Clear", R"(, "message": 1)"), "error:wrong-type"},
    {"DeleteNeedsNoMore", "check-state", R"({"checkStateId": "1", "delete": true})", ""},
    {"DeleteIsOfIncrements", "health-item",
     R"({"consistency_model": "REPEAT_STATES", "stream": {"urn": "urn:health:a:b"}, "check_states": [{"checkStateId": "1", "delete": true}]})",
     "warning:delete-outside-increments"},
    {"CheckStateIdIsUnique", "check-states", '[' + state("a", "Clear") + ", " + state("b", "Clear") + ']',
     "warning:duplicate-check-state"},
    {"CheckStatesAreInCamelCase", "check-state", R"({"check_state_id": "1", "delete": true})", "error:missing-field"},
    // 6. metrics and service checks
    {"MetricNamesHaveNoPrefix", "metric", metric(R"("values.x")", t, "1"), "error:forbidden-metric-name"},
    {"MetricUnitsAreKnown", "metric", metric("\"app.memory (decmbytes)\"", t, "1"), ""},
    {"MetricUnitsAreOfTheList", "metric", metric("\"app.memory (MB)\"", t, "1"), "warning:unknown-unit"},
    {"MetricTimesAreSeconds", "metric", metric(m, "1607432944000", "1"), "error:wrong-time-unit"},
    {"MetricTimesAreNumbers", "metric", metric(m, "\"1607432944\"", "1"), "error:wrong-type"},
    {"MetricValuesAreNumbers", "metric", metric(m, t, "true"), "error:wrong-type"},
    {"MetricValuesAreDoubles", "metric", metric(m, t, "9007199254740993"), "warning:imprecise-number"},
    {"MetricsHaveFourParts", "metric", "[" + m + ", " + t + ", 1]", "error:out-of-range"},
    {"MetricsNameTheirHost", "metric", metric(m, t, "1", R"({"type": "gauge"})"), "warning:hostless-metric"},
    {"MetricsNameTheirType", "metric", metric(m, t, "1", R"({"hostname": "a"})"), "warning:untyped-metric"},
    {"MetricTypesAreKnown", "metric", metric(m, t, "1", R"({"hostname": "a", "type": "histogram"})"),
     "error:unknown-value"},
    {"MetricTypesAreInLowerCase", "metric", metric(m, t, "1", R"({"hostname": "a", "type": "Gauge"})"),
     "error:unknown-value"},
    {"MetricDevicesAreOfAgents", "metric",
     metric(m, t, "1", R"({"hostname": "a", "type": "gauge", "device_name": "b"})"), "info:agent-field"},
    {"MetricsAreNoObjects", "metrics", R"([{"name": "a"}])", "error:wrong-type"},
    {"MetricsAreNotFlat", "metrics", metric(m, t, "1"), "error:wrong-type"},
    {"ServiceChecksAreWarnedOf", "service-checks", R"([{"check": "a", "status": "OK"}, "up"])",
     "warning:doubtful-service-check warning:scalar-service-check"},
    {"ServiceChecksAreAList", "service-checks", "{}", "error:wrong-type"},
};

class RecommendedParts : public testing::TestWithParam<Verdict> {};

TEST_P(RecommendedParts, IsWhatTheLinterSays) { EXPECT_EQ(test::found_in(GetParam()), GetParam().findings); }

INSTANTIATE_TEST_SUITE_P(Sections4To6, RecommendedParts, testing::ValuesIn(cells),
                         [](const auto &tested) { return tested.param.name; });

} // namespace
} // namespace stslint
