#include "totals.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <iterator>

namespace stslint {
namespace {

constexpr std::size_t most_samples = 5;
constexpr std::array<const char *, 3> severity_members = {"infos", "warnings", "errors"};

Json texts_json(const std::map<std::string, std::string> &texts) {
  Json json = Json::object();
  for (const auto &[name, text] : texts)
    json[name] = text;
  return json;
}

/// Adds maps that must agree about what both have.
void add_agreeing(std::map<std::string, std::string> &to, const std::map<std::string, std::string> &from,
                  const std::string &noun) {
  for (const auto &[name, text] : from)
    if (const auto [known, added] = to.emplace(name, text); !added && known->second != text)
      throw Error(noun + ' ' + in_quotes(name) + " differs: " + in_quotes(known->second) + " and " + in_quotes(text) +
                  "; lint all parts alike");
}

} // namespace

void Totals::count(const Found &found, const std::function<std::string()> &finding) {
  OfRule &rule = rules_[{std::string(found.rule), std::string(name(found.severity))}];
  ++rule.count;
  const std::string file(found.file);
  if (rule.samples.size() < most_samples ||
      std::tuple(file, found.offset, std::string()) < *std::prev(rule.samples.end()))
    add_sample(rule.samples, {file, found.offset, finding()});
  ++inputs_[file].findings[static_cast<std::size_t>(found.severity)];
  if (!found.hour.empty())
    ++hours_[found.hour];
}

void Totals::count(const InputReport &input) {
  const std::string file(input.file);
  Of &of = inputs_[file];
  of.payloads += input.payloads;
  of.events += input.events;
  of.bytes += input.bytes;
  add_part(file, of, input.offset, input.offset + input.bytes);
}

void Totals::add_part(const std::string &file, Of &of, std::uint64_t from, std::uint64_t to) {
  if (from >= to)
    return;
  auto behind = of.parts.lower_bound(from);
  const bool before_is_apart = behind == of.parts.begin() || std::prev(behind)->second <= from;
  const bool behind_is_apart = behind == of.parts.end() || behind->first >= to;
  if (!before_is_apart || !behind_is_apart)
    throw Error("bytes " + std::to_string(from) + " to " + std::to_string(to) + " of " + in_quotes(file) +
                " are in two reports; name each report once");
  if (behind != of.parts.begin() && std::prev(behind)->second == from) {
    from = std::prev(behind)->first;
    of.parts.erase(std::prev(behind));
  }
  if (behind != of.parts.end() && behind->first == to) {
    to = behind->second;
    of.parts.erase(behind);
  }
  of.parts[from] = to;
}

void Totals::add_sample(Samples &samples, Samples::value_type sample) {
  samples.insert(std::move(sample));
  if (samples.size() > most_samples)
    samples.erase(std::prev(samples.end()));
}

void Totals::add(const Totals &other) {
  if (settings.flags != other.settings.flags)
    throw Error("the flags of the runs differ: " + text_of(texts_json(settings.flags)) + " and " +
                text_of(texts_json(other.settings.flags)) + "; lint all parts alike");
  add_agreeing(settings.files, other.settings.files, "the file");
  skipped += other.skipped;
  fixed += other.fixed;
  suppressed += other.suppressed;
  for (const auto &[file, of] : other.inputs_) {
    Of &mine = inputs_[file];
    mine.payloads += of.payloads;
    mine.events += of.events;
    mine.bytes += of.bytes;
    for (std::size_t i = 0; i < mine.findings.size(); ++i)
      mine.findings[i] += of.findings[i];
    for (const auto &[from, to] : of.parts)
      add_part(file, mine, from, to);
  }
  for (const auto &[key, rule] : other.rules_) {
    OfRule &mine = rules_[key];
    mine.count += rule.count;
    for (const auto &sample : rule.samples)
      add_sample(mine.samples, sample);
  }
  for (const auto &[hour, count] : other.hours_)
    hours_[hour] += count;
  unjudged_.insert(other.unjudged_.begin(), other.unjudged_.end());
}

void Totals::require_all() const {
  for (const auto &[file, of] : inputs_) {
    std::uint64_t end = 0;
    for (const auto &[from, to] : of.parts) {
      if (from != end)
        throw Error("bytes " + std::to_string(end) + " to " + std::to_string(from) + " of " + in_quotes(file) +
                    " are in no report; add the report of that part");
      end = to;
    }
  }
}

Json Totals::totals() const {
  Of all;
  for (const auto &[file, of] : inputs_) {
    all.payloads += of.payloads;
    all.events += of.events;
    all.bytes += of.bytes;
    for (std::size_t i = 0; i < all.findings.size(); ++i)
      all.findings[i] += of.findings[i];
  }
  return {{"inputs", inputs_.size()}, {"payloads", all.payloads},  {"events", all.events},
          {"bytes", all.bytes},       {"errors", all.findings[2]}, {"warnings", all.findings[1]},
          {"infos", all.findings[0]}, {"skipped", skipped},        {"unjudged", unjudged_.size()},
          {"fixed", fixed},           {"suppressed", suppressed}};
}

Json Totals::inputs() const {
  Json inputs = Json::array();
  for (const auto &[file, of] : inputs_) {
    Json json = {{"file", file}, {"payloads", of.payloads}, {"events", of.events}, {"bytes", of.bytes}};
    for (std::size_t i = of.findings.size(); i-- > 0;)
      json[severity_members[i]] = of.findings[i];
    json["parts"] = Json::array();
    for (const auto &[from, to] : of.parts)
      json["parts"].push_back(Json::array({from, to}));
    inputs.push_back(std::move(json));
  }
  return inputs;
}

/// The members are in lines, and so are the items of lists.
std::string Totals::text() const {
  const auto lines = [](const Json &list) {
    std::string out = "[";
    for (const Json &item : list)
      out += (out.size() > 1 ? ",\n  " : "\n  ") + text_of(item);
    return out + "]";
  };
  Json rules = Json::array(), unjudged = Json::array(), hours = Json::object();
  for (const auto &[key, rule] : rules_) {
    Json samples = Json::array();
    for (const auto &sample : rule.samples)
      samples.push_back(Json::parse(std::get<2>(sample)));
    rules.push_back(
        {{"rule", key.first}, {"severity", key.second}, {"count", rule.count}, {"samples", std::move(samples)}});
  }
  for (const auto &[hour, count] : hours_)
    hours[hour] = count;
  for (const auto &[file, why] : unjudged_)
    unjudged.push_back({{"file", file}, {"why", why}});
  return "{\"version\":1,\"stslint\":\"" STSLINT_VERSION "\",\"flags\":" + text_of(texts_json(settings.flags)) +
         ",\"files\":" + text_of(texts_json(settings.files)) + ",\n \"summary\":" + text_of(totals()) +
         ",\n \"rules\":" + lines(rules) + ",\n \"hours\":" + text_of(hours) + ",\n \"inputs\":" + lines(inputs()) +
         ",\n \"unjudged\":" + lines(unjudged) + "}\n";
}

Totals Totals::from(const Json &json) try {
  if (json.at("version") != 1 || json.at("stslint") != STSLINT_VERSION)
    throw Error("this summary is of stslint " + shortened(text_of(json.at("stslint"))) +
                ", and this is stslint " STSLINT_VERSION "; lint all parts with one version");
  Totals totals;
  totals.settings.flags = json.at("flags").get<std::map<std::string, std::string>>();
  totals.settings.files = json.at("files").get<std::map<std::string, std::string>>();
  const Json &summary = json.at("summary");
  summary.at("skipped").get_to(totals.skipped);
  summary.at("fixed").get_to(totals.fixed);
  summary.at("suppressed").get_to(totals.suppressed);
  for (const Json &rule : json.at("rules")) {
    OfRule &of = totals.rules_[{rule.at("rule"), rule.at("severity")}];
    rule.at("count").get_to(of.count);
    for (const Json &sample : rule.at("samples"))
      add_sample(of.samples, {sample.at("file"), sample.at("offset"), text_of(sample)});
  }
  for (const auto &[hour, count] : json.at("hours").items())
    count.get_to(totals.hours_[hour]);
  for (const Json &input : json.at("inputs")) {
    const std::string file = input.at("file");
    Of &of = totals.inputs_[file];
    input.at("payloads").get_to(of.payloads);
    input.at("events").get_to(of.events);
    input.at("bytes").get_to(of.bytes);
    for (std::size_t i = 0; i < of.findings.size(); ++i)
      input.at(severity_members[i]).get_to(of.findings[i]);
    for (const Json &part : input.at("parts"))
      add_part(file, of, part.at(0), part.at(1));
  }
  for (const Json &left_out : json.at("unjudged"))
    totals.leave_out(left_out.at("file"), left_out.at("why"));
  return totals;
} catch (const Json::exception &) {
  throw Error("this is not a summary of stslint check --format summary");
}

} // namespace stslint
