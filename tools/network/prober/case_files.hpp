#pragma once

#include "discovery.hpp"
#include "target.hpp"

#include "check/check_options.hpp"

#include <map>
#include <string>
#include <vector>

namespace stslint::prober {

/// Writes the payloads of the findings as files to `folder`, and records with each discovery the files and the commands
/// that send them again. Throws Error if they cannot be written.
/// The flags by which answers are judged, as shell words with a blank before each.
std::string words_of(const CheckOptions &judging);

void write_cases(Survey &survey, const Target &target, const std::string &folder, const std::string &prefix);

/// The payloads of each finding in such a folder, by the name of their files without the number. Throws Error if there
/// are none, or one cannot be read.
std::map<std::string, std::vector<std::string>> read_cases(const std::string &folder);

} // namespace stslint::prober
