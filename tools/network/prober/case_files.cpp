#include "case_files.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <filesystem>
#include <fstream>
#include <set>

namespace stslint::prober {
namespace {

/// A text as one shell word.
std::string shell_word(std::string_view text) {
  std::string out = "'";
  for (const char c : text)
    c == '\'' ? out += "'\\''" : out += c;
  return out + '\'';
}

/// The address as a shell word; the key comes from the environment.
std::string quoted_address(const Target &target) {
  const std::string shown = target.shown(), variable = '$' + std::string(key_variable);
  const std::size_t at = target.address.key.empty() ? std::string::npos : shown.rfind(variable);
  if (at == std::string::npos)
    return shell_word(shown);
  const std::string behind = shown.substr(at + variable.size());
  return shell_word(shown.substr(0, at)) + '"' + variable + '"' + (behind.empty() ? "" : shell_word(behind));
}

/// `false-accept-unknown-category`: letters, digits and hyphens.
std::string word_of(const std::string &key) {
  static constexpr std::size_t enough = 60;
  std::string out;
  for (const char c : key) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (kept)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  out = out.substr(0, enough);
  while (out.ends_with('-'))
    out.pop_back();
  return out;
}

std::string written(const std::filesystem::path &file, const std::string &bytes) {
  std::ofstream out(file, std::ios::binary);
  out << bytes;
  if (!out.flush())
    throw Error("--out: cannot write " + in_quotes(file.string()));
  return file.string();
}

void add_commands(Discovery &found, const Target &target) {
  const bool gzip = target.encoding == "gzip";
  std::string headers = " -H 'Content-Type: application/json'", options;
  if (gzip)
    headers += " -H 'Content-Encoding: gzip'";
  if (!target.encoding.empty())
    options += " --compress " + target.encoding;
  if (target.time_format == TimeFormat::ms) {
    headers += " -H 'sts-time-format: ms'";
    options += " --time-format ms";
  }
  for (const std::string &header : target.headers) {
    const std::string name = header.substr(0, header.find(':'));
    headers += " -H " + shell_word(name + ": …");
    options += " --header " + shell_word(name + ": …");
  }
  if (!target.pinned.loopback)
    options += " --allow-host " + shell_word(target.address.host);
  found.replay = "stslint fuzz " + quoted_address(target) + options;
  found.replay += target.judging;
  for (const std::string &file : found.files) {
    found.curl += found.curl.empty() ? "" : " && ";
    found.curl += gzip ? "gzip -c " + shell_word(file) + " | " : "";
    found.curl += "curl -sS -i" + headers + " --data-binary " + (gzip ? "@-" : shell_word('@' + file)) + ' ' +
                  quoted_address(target);
    found.replay += " --replay " + shell_word(file);
  }
}

} // namespace

std::string words_of(const CheckOptions &judging) {
  std::string out;
  const auto add = [&](std::string_view flag, const std::string &value) {
    if (!value.empty())
      out += ' ' + std::string(flag) + ' ' + shell_word(value);
  };
  const std::pair<std::string_view, const std::vector<std::string> *> lists[] = {
      {"--select", &judging.select}, {"--ignore", &judging.ignore}, {"--severity", &judging.severity}};
  for (const auto &[flag, values] : lists)
    for (const std::string &value : *values)
      add(flag, value);
  add("--schema", judging.schema);
  add("--stackstate", judging.stackstate);
  add("--config", judging.config);
  return out + (judging.no_config ? " --no-config" : "");
}

void write_cases(Survey &survey, const Target &target, const std::string &folder, const std::string &prefix) {
  if (survey.discoveries.empty())
    return;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw Error("--out: cannot create the folder " + in_quotes(folder));
  std::set<std::string> taken;
  for (Discovery &found : survey.discoveries) {
    const std::string word = prefix + word_of(key_of(found));
    std::string name = word;
    for (int number = 2; !taken.insert(name).second; ++number)
      name = word + '-' + std::to_string(number);
    for (std::size_t i = 0; i < found.payloads.size(); ++i) {
      const std::string part = found.payloads.size() > 1 ? "." + std::to_string(i + 1) : "";
      found.files.push_back(written(std::filesystem::path(folder) / (name + part + ".json"), found.payloads[i]));
    }
    add_commands(found, target);
  }
}

std::map<std::string, std::vector<std::string>> read_cases(const std::string &folder) {
  std::set<std::filesystem::path> files; // in the order of their names: NAME.1.json comes before NAME.2.json
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json" && at->is_regular_file(error))
      files.insert(at->path());
  if (error)
    throw Error("--replay: cannot read the folder " + in_quotes(folder));
  if (files.empty())
    throw Error("--replay: " + in_quotes(folder) + " has no payloads of an earlier run; name its folder of --out");
  std::map<std::string, std::vector<std::string>> cases;
  for (const std::filesystem::path &file : files) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in)
      throw Error("--replay: cannot read " + in_quotes(file.string()));
    cases[file.stem().stem().string()].push_back(std::move(bytes)); // without .json and .1
  }
  return cases;
}

} // namespace stslint::prober
