#pragma once

#include "faults.hpp"

#include <array>
#include <optional>

/// The three consistency models of health items.
namespace stslint {

enum class Model { repeat_snapshots, repeat_states, transactional_increments };

inline std::string_view name(Model model) {
  static constexpr std::array<std::string_view, 3> names = {"REPEAT_SNAPSHOTS", "REPEAT_STATES",
                                                            "TRANSACTIONAL_INCREMENTS"};
  return names[static_cast<std::size_t>(model)];
}

/// The model of a health item, which is the first one if the item names no model; nothing if the name is unknown.
inline std::optional<Model> model_of(const Value &item) {
  const Value stated = written(item, "consistency_model");
  if (stated.absent())
    return item.incomplete() ? std::nullopt : std::optional(Model::repeat_snapshots);
  const std::string_view said = stated.view();
  for (const Model model : {Model::repeat_snapshots, Model::repeat_states, Model::transactional_increments})
    if (said == name(model))
      return model;
  return std::nullopt;
}

/// The model that has a field of this name.
inline Model model_with(std::string_view member) {
  return member == "expiry"      ? Model::repeat_states
         : member == "increment" ? Model::transactional_increments
                                 : Model::repeat_snapshots;
}

} // namespace stslint
