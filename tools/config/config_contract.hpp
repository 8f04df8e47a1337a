#pragma once

namespace stslint {

class Contract;

/// What .stslint.json and baselines may hold: tools/config.schema.json, compiled on first use. It finds mistakes as the
/// contract of payloads does, in words of its own where a setting is meant rather than a field.
const Contract &config_contract();

} // namespace stslint
