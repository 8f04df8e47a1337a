#include "receiver.hpp"

#include <nlohmann/json.hpp>

#include <cstring>

namespace toy {
namespace {

using nlohmann::json;

/// An element as the store keys it: at most 63 bytes.
struct Key {
  char text[64] = {};
};

/// The bug: an identifier is cut to what fits, except after the "urn:" scheme's type, where nobody thought of it.
Key key_of(const std::string &identifier) {
  Key key;
  const std::size_t name = identifier.rfind(":/");
  if (name == std::string::npos)
    std::strncpy(key.text, identifier.c_str(), sizeof key.text - 1);
  else
    std::strcpy(key.text, identifier.c_str() + name + 2);
  return key;
}

void keep(const json &event, std::map<std::string, std::size_t> &events) {
  std::string category = "Others";
  if (const auto context = event.find("context"); context != event.end()) {
    category = context->at("category").get<std::string>();
    for (const json &identifier : context->value("element_identifiers", json::array()))
      category += std::strlen(key_of(identifier.get<std::string>()).text) > 0 ? "" : "?";
  }
  ++events[category];
}

} // namespace

bool Receiver::post(std::string_view body) {
  try {
    const json payload = json::parse(body);
    payload.at("internalHostname").get<std::string>();
    const json events = payload.value("events", json::object());
    for (const auto &named : events.items())
      for (const json &event : named.value()) {
        event.at("msg_title").get<std::string>();
        event.at("timestamp").get<double>();
        keep(event, events_);
      }
    return true;
  } catch (const json::exception &) {
    return false;
  }
}

} // namespace toy
