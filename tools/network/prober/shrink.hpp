#pragma once

#include <functional>
#include <string>

namespace stslint::prober {

/// Makes `bytes` smaller as long as `still` holds of them, which it does at first: whole values are dropped, containers
/// give way to what they hold, texts and numbers get shorter; where that ends, stretches of bytes go. Never asks about
/// the same bytes twice. Any bytes are fine: what is JSON in them is only a guide.
std::string shrunk(std::string bytes, const std::function<bool(const std::string &)> &still);

} // namespace stslint::prober
