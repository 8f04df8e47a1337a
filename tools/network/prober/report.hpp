#pragma once

#include "discovery.hpp"

#include <iosfwd>
#include <vector>

/// Surveys as people and programs read them. Whatever a payload or a receiver said is escaped as its place asks.
namespace stslint::prober {

using Surveys = std::vector<Survey>;

void text_report(const Surveys &surveys, std::ostream &out, bool with_matrix);
void json_report(const Surveys &surveys, std::ostream &out);
void junit_report(const Surveys &surveys, std::ostream &out);
/// One page that needs nothing else.
void html_report(const Surveys &surveys, std::ostream &out);

/// The payloads that receivers judge differently: of each what became of it, in the order of the receivers.
std::vector<std::vector<const Tested *>> differences(const Surveys &surveys);

/// "2,000 requests in 3.2 s: 812 accepted, 1,180 refused, 8 reset".
std::string in_figures(const Survey &survey);

} // namespace stslint::prober
