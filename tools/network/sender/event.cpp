#include "event.hpp"

#include "command_line/arguments.hpp"
#include "encode/json.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <cmath>
#include <map>

namespace stslint {

extern const char *const event_template; // schema/templates/event.json

namespace {

/// The values of the names in a template: JSON, or for a list the values of each item.
struct Values {
  std::map<std::string, std::string> json;
  std::map<std::string, std::vector<Values>> lists;
};

/// The NAME of a string "${NAME}"; "" for any other value.
std::string name_in(const Json &value) {
  const std::string text = value.is_string() ? value.get<std::string>() : "";
  return text.starts_with("${") ? text.substr(2, text.size() - 3) : "";
}

/// A filled template; "" if it has no value. Members and items without a value are omitted, and so is a
/// list or an object without other content.
std::string filled(const Json &part, const Values &values, const std::string &indent = "\n") {
  if (part.is_string()) {
    const auto found = values.json.find(name_in(part));
    return found == values.json.end() ? "" : found->second;
  }
  std::string inner;
  const auto add = [&](const std::string &key, const std::string &value) {
    if (!value.empty())
      inner += (inner.empty() ? "" : ",") + indent + "  " + key + value;
  };
  if (part.is_object())
    for (const auto &[key, value] : part.items()) {
      const std::string name = name_in(key);
      add((name.empty() ? json_string(key) : values.json.at(name)) + ": ", filled(value, values, indent + "  "));
    }
  else if (const std::string list = name_in(part[0]); !list.empty()) {
    if (const auto items = values.lists.find(list); items != values.lists.end())
      for (const Values &item : items->second)
        add("", filled(part[1], item, indent + "  "));
  } else
    for (const Json &item : part)
      add("", filled(item, values, indent + "  "));
  const char *const brackets = part.is_object() ? "{}" : "[]";
  return inner.empty() ? "" : brackets[0] + inner + indent + brackets[1];
}

std::string json_list(const std::vector<std::string> &texts) {
  std::string out;
  for (const std::string &text : texts)
    out += (out.empty() ? "" : ", ") + json_string(text);
  return '[' + out + ']';
}

/// `title: url`; the URL itself contains colons.
Values link(const std::string &text) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string::npos)
    throw Error("--links " + in_quotes(text) +
                R"(: write "title: url", such as "Dashboard: https://grafana.shop/d/7")");
  return {{{"LINK_TITLE", json_string(text.substr(0, colon))}, {"LINK_URL", json_string(text.substr(colon + 2))}}, {}};
}

std::string whole_seconds(double time) { return std::to_string(std::llround(std::floor(time))); }

} // namespace

std::string event_payload(const EventOptions &options, double now) {
  Values values;
  const auto set = [&](const char *name, const std::string &text) {
    if (!text.empty())
      values.json[name] = json_string(text);
  };
  set("NAME", options.name);
  set("TYPE", options.type.empty() ? options.name : options.type);
  set("TITLE", options.title);
  set("CATEGORY", options.category);
  set("SOURCE", options.source);
  set("SOURCE_ID", options.source_id);
  set("SOURCE_TYPE", options.source_type);
  set("HOST", options.host);
  values.json["TEXT"] = json_string(options.text); // required, though it may be empty
  values.json["NOW"] = whole_seconds(now);
  values.json["TIMESTAMP"] = whole_seconds(options.timestamp.empty() ? now : time_of("--timestamp", options.timestamp));
  if (!options.data.empty()) {
    if (!Json::accept(options.data))
      throw Error("--data " + in_quotes(options.data) +
                  R"( is not JSON; write an object such as {"version": "1.4.2"})");
    values.json["DATA"] = options.data;
  }
  if (!options.identifiers.empty())
    values.json["IDENTIFIERS"] = json_list(options.identifiers);
  if (!options.tags.empty())
    values.json["TAGS"] = json_list(options.tags);
  for (const std::string &each : options.links)
    values.lists["LINKS"].push_back(link(each));
  return filled(Json::parse(event_template), values) + '\n';
}

} // namespace stslint
