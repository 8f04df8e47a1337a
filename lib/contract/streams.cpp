#include "streams.hpp"

namespace stslint {

Streams::Streams() : state_(std::make_unique<State>()) {}
Streams::~Streams() = default;

void Streams::forget() {
  state_->known.clear();
  state_->judged.clear();
}

} // namespace stslint
