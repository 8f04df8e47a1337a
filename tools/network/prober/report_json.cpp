#include "report.hpp"

#include "encode/base64.hpp"
#include "encode/json.hpp"

#include "stslint/text.hpp"

#include <ostream>

namespace stslint::prober {
namespace {

Json payload(const Discovery &found, std::size_t at) {
  const std::string &bytes = found.payloads[at];
  Json json;
  if (at < found.files.size())
    json["file"] = found.files[at];
  json["bytes"] = bytes.size();
  invalid_utf8(bytes) ? json["payload_base64"] = base64(bytes) : json["payload"] = bytes;
  return json;
}

Json json_finding(const Discovery &found) {
  Json payloads = Json::array();
  for (std::size_t i = 0; i < found.payloads.size(); ++i)
    payloads.push_back(payload(found, i));
  Json json = {{"kind", name(found.fault)},
               {"key", key_of(found)},
               {"message", in_words(found)},
               {"from", found.what},
               {"row", found.row},
               {"seen", found.seen},
               {"confirmed", found.confirmed},
               {"known", found.known},
               {"expected", name(found.expectation.expected)},
               {"rules", found.expectation.rules},
               {"pointer", found.expectation.pointer},
               {"why", found.expectation.why},
               {"answer",
                {{"outcome", name(found.answer.outcome)},
                 {"status", found.answer.status},
                 {"milliseconds", found.answer.seconds * 1000},
                 {"body", found.answer.body},
                 {"bytes", found.answer.body_bytes}}},
               {"payloads", payloads}};
  if (!found.otherwise.empty())
    json["otherwise"] = found.otherwise;
  if (!found.note.empty())
    json["note"] = found.note;
  if (!found.curl.empty())
    json.update({{"curl", found.curl}, {"replay", found.replay}});
  return json;
}

Json receiver(const Survey &survey) {
  Json answers = Json::object(), rows = Json::object(), findings = Json::array();
  for (std::size_t i = 0; i < outcomes; ++i)
    answers[name(static_cast<Outcome>(i))] = survey.answers[i];
  for (const auto &[row, counts] : matrix(survey)) {
    Json &json = rows[row];
    for (std::size_t i = 0; i < faults; ++i)
      json[i + 1 == faults ? "right" : name(static_cast<Fault>(i))] = counts[i];
  }
  for (const Discovery &found : survey.discoveries)
    findings.push_back(json_finding(found));
  Json json = {{"receiver", survey.receiver},
               {"requests", survey.requests()},
               {"answers", answers},
               {"throttled", survey.throttled},
               {"payloads", survey.tested.size()},
               {"unjudged", survey.unjudged},
               {"seconds", survey.seconds},
               {"interrupted", survey.interrupted},
               {"notes", survey.notes},
               {"rows", rows},
               {"findings", findings}};
  json["lost"] = survey.lost;
  if (!survey.unusable.empty())
    json["unusable"] = survey.unusable;
  return json;
}

} // namespace

void json_report(const Surveys &surveys, std::ostream &out) {
  Json receivers = Json::array(), different = Json::array();
  for (const Survey &survey : surveys)
    receivers.push_back(receiver(survey));
  for (const auto &all : differences(surveys)) {
    Json answers = Json::array();
    for (const Tested *tested : all)
      answers.push_back(name(tested->outcome));
    different.push_back({{"index", all.front()->index}, {"row", all.front()->row}, {"answers", answers}});
  }
  const Json report = {{"version", 1}, {"receivers", receivers}, {"differences", different}};
  out << text_of(report, 1) << '\n';
}

} // namespace stslint::prober
