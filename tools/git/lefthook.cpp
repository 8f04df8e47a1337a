#include "hook_needs.hpp"

#include "repository.hpp"
#include "yaml_file.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

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

/// What stands after the bracket of `key = {` in an inline table or list; nothing if there is none.
std::optional<std::string_view> behind_bracket(std::string_view text, std::string_view key, char bracket) {
  for (std::size_t at = 0; (at = text.find(key, at)) != text.npos;) {
    const bool whole = at == 0 || std::string_view(" \t\n{,.\"'").find(text[at - 1]) != std::string_view::npos;
    at += key.size();
    const std::size_t equals = text.find_first_not_of("\"' \t", at);
    const std::size_t open =
        equals == text.npos || text[equals] != '=' ? text.npos : text.find_first_not_of(" \t", equals + 1);
    if (whole && open != text.npos && text[open] == bracket)
      return text.substr(open + 1);
  }
  return std::nullopt;
}

std::string toml_addition(const std::string &place, const std::string &event) {
  const std::string content = content_of(place);
  const std::vector<std::string_view> lines = toml_lines(content, event);
  const auto at_end = [&](const std::string &table) {
    return "add this to " + printable(place) + ", at its end:\n" + table + "\nrun = \"stslint hook run\"";
  };
  std::string text;
  for (const std::string_view line : lines) {
    if (line.find("[[") != line.npos && line.find("jobs") != line.npos)
      return at_end("[[" + event + ".jobs]]");
    text += std::string(line) + '\n';
  }
  // TOML forbids to add to an inline table from outside.
  struct Inline {
    std::string_view key, entry;
    char bracket;
  };
  for (const auto &[key, entry, bracket] : {Inline{"commands", R"(stslint = {run = "stslint hook run"})", '{'},
                                            {"jobs", R"({run = "stslint hook run"})", '['},
                                            {event, R"(commands = {stslint = {run = "stslint hook run"}})", '{'}})
    if (const auto rest = behind_bracket(text, key, bracket)) {
      const std::size_t next = rest->find_first_not_of(" \t\r\n");
      const bool empty = next != rest->npos && ((*rest)[next] == '}' || (*rest)[next] == ']');
      return "add this to " + printable(place) + ", behind the \"" + bracket + "\" of \"" + std::string(key) + '"' +
             (key == event ? "" : " of \"" + event + '"') + ":\n" + std::string(entry) + (empty ? "" : ",");
    }
  return at_end('[' + event + ".commands.stslint]");
}

std::string yaml_addition(const std::string &place, const std::string &event) {
  const YamlFile yaml(content_of(place));
  if (yaml.member(yaml.member(yaml.top(), event), "jobs") != nullptr)
    return yaml.addition(place, {event, "jobs"}, {"- run: stslint hook run", R"({"run": "stslint hook run"})"});
  return yaml.addition(place, {event, "commands"},
                       {"stslint:\n  run: stslint hook run", R"("stslint": {"run": "stslint hook run"})"});
}

} // namespace

std::string lefthook_settings(const Repository &repository) { return lefthook_file("lefthook", repository); }

HookNeeds lefthook_needs(const std::string &event, bool there, const Repository &repository) {
  const std::string command = there ? "" : "lefthook install", local = lefthook_file("lefthook-local", repository);
  std::string place = lefthook_settings(repository);
  if (place.empty())
    place = repository.from_here("lefthook.yml");
  for (const std::string &file : {place, local})
    if (runs_in(file, event))
      return {"", command, file};
  return {is_toml(place) ? toml_addition(place, event) : yaml_addition(place, event), command, place};
}

} // namespace stslint
