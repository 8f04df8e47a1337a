#pragma once

namespace stslint {

class Contract;

/// The contract of .stslint.json and baselines: tools/config/config.schema.json, compiled on first use. It finds
/// mistakes like the contract of payloads, with its own messages about settings.
const Contract &config_contract();

} // namespace stslint
