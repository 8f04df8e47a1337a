#include "baseline.hpp"

#include "encode/json.hpp"
#include "input/auxiliary_file.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <fstream>

namespace stslint::prober {

std::set<std::string> read_baseline(const std::string &file) {
  std::optional<std::string> text;
  try {
    text = read_auxiliary_file(file);
  } catch (const Error &why) {
    throw Error("--baseline " + in_quotes(file) + ": " + why.what());
  }
  if (!text)
    throw Error("--baseline: cannot read " + in_quotes(file) + "; create it with --write-baseline");
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  const auto findings = json.is_object() ? json.find("findings") : json.end();
  if (!json.is_object() || findings == json.end() || !findings->is_array())
    throw Error("--baseline: " + in_quotes(file) + " is not a baseline; create one with --write-baseline");
  std::set<std::string> keys;
  for (const auto &key : *findings)
    if (key.is_string())
      keys.insert(key.get<std::string>());
  return keys;
}

void write_baseline(const std::string &file, const std::vector<Survey> &surveys) {
  std::set<std::string> keys;
  for (const Survey &survey : surveys)
    for (const Discovery &each : survey.discoveries)
      keys.insert(key_of(each));
  std::ofstream out(file, std::ios::binary);
  out << text_of({{"version", 1}, {"findings", keys}}, 2) << '\n';
  if (!out.flush())
    throw Error("--baseline: cannot write " + in_quotes(file));
}

} // namespace stslint::prober
