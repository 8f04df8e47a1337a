#pragma once

#include "discovery.hpp"

namespace stslint::prober {

/// How often a receiver accepted and refused payloads that break the contract in one way only.
struct Verdicts {
  std::size_t accepted = 0, refused = 0;
};

/// What a receiver overlooks, of which each cause is a part: "wrong-type null", "everything in /health". A receiver
/// that never looks at a rule, or at a member of the payload, has one mistake, not one for each place. A cause is
/// missing if the receiver refused payloads like it.
using Scopes = std::map<Cause, std::string>;
Scopes scopes_of(const std::map<Cause, Verdicts> &verdicts);

/// Of the false accepts with the same scope, only the smallest payload stays.
void merge_false_accepts(std::vector<Discovery> &all, const Scopes &scopes);

/// The scope of the one cause of a false accept; "" if there are several, or none.
std::string scope_of(const Expectation &expectation, const Scopes &scopes);

} // namespace stslint::prober
