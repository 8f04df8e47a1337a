#include "peers.hpp"

#include <nlohmann/json.hpp>

namespace stslint::peers {

bool nlohmann_accepts(std::string_view text) { return nlohmann::json::accept(text); }

std::optional<std::size_t> nlohmann_values(std::string_view text) {
  using Event = nlohmann::json::parse_event_t;
  std::size_t count = 0;
  const auto counting = [&](int, Event event, nlohmann::json &) {
    count += event == Event::value || event == Event::object_start || event == Event::array_start ? 1 : 0;
    return true;
  };
  const auto json = nlohmann::json::parse(text, counting, false);
  return json.is_discarded() ? std::nullopt : std::optional(count);
}

} // namespace stslint::peers
