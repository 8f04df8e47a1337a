#include "hook_needs.hpp"

#include "repository.hpp"
#include "yaml_file.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <filesystem>

namespace stslint {
namespace {

/// The file that lefthook reads of those with this name; "" if there is none. The order is that of lefthook.
std::string lefthook_file(const std::string &name, const Repository &repository) {
  std::error_code error;
  for (const char *const extension : {".yml", ".yaml", ".json", ".jsonc", ".toml"})
    for (const char *const before : {"", ".", ".config/"})
      if (const std::string file = repository.from_here(before + name + extension);
          std::filesystem::exists(file, error))
        return file;
  return "";
}

bool is_toml(std::string_view file) { return file.ends_with(".toml"); }

/// `[pre-commit.commands.lint]` and `pre-commit.commands.lint.run = …` are about pre-commit.
bool is_about(std::string_view key, const std::string &event) {
  std::string plain(key.substr(0, key.find_first_of("=]")));
  std::erase_if(plain, [](char c) { return std::string_view("[]\"' \t").find(c) != std::string_view::npos; });
  return plain == event || plain.starts_with(event + '.');
}

/// The lines of a TOML file about an event. Its tables begin with their whole name, so no line needs those before it.
std::vector<std::string_view> toml_lines(std::string_view text, const std::string &event) {
  std::vector<std::string_view> lines;
  bool in_table = false, in_event = false;
  for (const std::string_view line : written_lines(text)) {
    const bool table = line[line.find_first_not_of(" \t")] == '[';
    in_table |= table;
    if (table || !in_table)
      in_event = is_about(line, event);
    if (in_event)
      lines.push_back(line.substr(0, line.find(" #")));
  }
  return lines;
}

bool runs_in(const std::string &file, const std::string &event) {
  const std::string text = content_of(file);
  if (is_toml(file))
    return std::ranges::any_of(toml_lines(text, event), names_us);
  const YamlFile yaml(text);
  const YamlFile::Node settings = yaml.member(yaml.top(), event);
  const auto skipped = [&](YamlFile::Node node) { return YamlFile::text(yaml.member(node, "skip")) == "true"; };
  for (const char *const list : {"commands", "jobs", "scripts"})
    for (const YamlFile::Entry &each : yaml.entries(yaml.member(settings, list)))
      if (!skipped(settings) && !skipped(each.value) && (names_us(each.name) || yaml.mentions(each.value, our_name)))
        return true;
  return false;
}

std::string toml_addition(const std::string &place, const std::string &event) {
  const auto is_job = [](std::string_view line) {
    return line.find("[[") != std::string_view::npos && line.find("jobs") != std::string_view::npos;
  };
  const bool jobs = std::ranges::any_of(toml_lines(content_of(place), event), is_job);
  return "add this to " + printable(place) + ", at its end:\n" +
         (jobs ? "[[" + event + ".jobs]]" : '[' + event + ".commands.stslint]") + "\nrun = \"stslint hook run\"";
}

std::string yaml_addition(const std::string &place, const std::string &event) {
  const YamlFile yaml(content_of(place));
  if (yaml.member(yaml.member(yaml.top(), event), "jobs") != nullptr)
    return yaml.addition(place, {event, "jobs"}, {"- run: stslint hook run", R"({"run": "stslint hook run"})"});
  return yaml.addition(place, {event, "commands"},
                       {"stslint:\n  run: stslint hook run", R"("stslint": {"run": "stslint hook run"})"});
}

} // namespace

HookNeeds lefthook_needs(const std::string &event, bool there, const Repository &repository) {
  const std::string command = there ? "" : "lefthook install", local = lefthook_file("lefthook-local", repository);
  std::string place = lefthook_file("lefthook", repository);
  if (place.empty())
    place = repository.from_here("lefthook.yml");
  for (const std::string &file : {place, local})
    if (runs_in(file, event))
      return {"", command, file};
  return {is_toml(place) ? toml_addition(place, event) : yaml_addition(place, event), command, place};
}

} // namespace stslint
