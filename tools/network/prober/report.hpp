#pragma once

#include "discovery.hpp"

#include <iosfwd>
#include <vector>

/// Reports of surveys for people and programs. All text from payloads and receivers is escaped for its place.
namespace stslint::prober {

using Surveys = std::vector<Survey>;

void text_report(const Surveys &surveys, std::ostream &out, bool with_matrix);
void json_report(const Surveys &surveys, std::ostream &out);
void junit_report(const Surveys &surveys, std::ostream &out);
/// One self-contained page.
void html_report(const Surveys &surveys, std::ostream &out);

/// The payloads that receivers judge differently, each with its results in the order of the receivers.
std::vector<std::vector<const Tested *>> differences(const Surveys &surveys);

/// "2,000 requests in 3.2 s: 812 accepted, 1,180 refused, 8 reset".
std::string in_figures(const Survey &survey);

} // namespace stslint::prober
