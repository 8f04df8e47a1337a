#include "hook_managers.hpp"

#include "repository.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <vector>

namespace stslint {
namespace {

namespace fs = std::filesystem;

bool names_us(std::string_view text) { return text.find("stslint") != std::string_view::npos; }

HookNeeds pre_commit(const std::string &event, bool there, const Repository &repository) {
  constexpr const char *lines =
      R"(- repo: local
  hooks: [{id: stslint, name: stslint, entry: stslint check --detect --, language: system, files: '\.(json|jsonc|ndjson|jsonl)(\.gz)?$'}])";
  const std::string place = repository.from_here(".pre-commit-config.yaml");
  return {names_us(content_of(place)) ? "" : "add this to the repos of " + printable(place) + ":\n" + lines,
          there ? "" : "pre-commit install --hook-type " + event};
}

HookNeeds husky(const std::string &event, const std::string &file, bool there, const Repository &repository) {
  const std::string place = repository.from_here(".husky/" + event);
  // Since version 9, git runs .husky/_/EVENT, which runs .husky/EVENT.
  const bool by_git = file == place;
  const std::string lines = (by_git && !there ? "#!/bin/sh\n" : "") + std::string("stslint hook run");
  return {names_us(content_of(place)) ? "" : "add this to " + printable(place) + ":\n" + lines,
          there    ? ""
          : by_git ? "chmod +x " + printable(place)
                   : "npx husky"};
}

/// The lines of a text, without comments and blank lines.
std::vector<std::string_view> written_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#')
      lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

std::size_t indent(std::string_view line) { return line.find_first_not_of(' '); }

/// The lines below the line that starts with `key`, so far as they are indented more.
std::span<const std::string_view> below(std::span<const std::string_view> lines, std::string_view key, bool &found) {
  std::size_t at = 0;
  while (at < lines.size() && !lines[at].substr(std::min(indent(lines[at]), lines[at].size())).starts_with(key))
    ++at;
  found = at < lines.size();
  std::size_t end = std::min(at + 1, lines.size());
  while (end < lines.size() && indent(lines[end]) > indent(lines[at]))
    ++end;
  return found ? lines.subspan(at + 1, end - at - 1) : std::span<const std::string_view>();
}

/// In YAML, a key stands once: the lines go below those that are there.
HookNeeds lefthook(const std::string &event, bool there, const Repository &repository) {
  std::error_code error;
  std::string place = repository.from_here("lefthook.yml");
  for (const char *const other : {".lefthook.yml", "lefthook.yaml", ".lefthook.yaml"})
    if (!fs::exists(place, error) && fs::exists(repository.from_here(other), error))
      place = repository.from_here(other);
  const std::string text = content_of(place), command = there ? "" : "lefthook install";
  const std::vector<std::string_view> lines = written_lines(text);
  bool has_event = false, has_commands = false, has_jobs = false;
  const auto of_event = below(lines, event + ':', has_event);
  for (const std::string_view line : of_event)
    if (names_us(line))
      return {"", command};
  const auto commands = below(of_event, "commands:", has_commands), jobs = below(of_event, "jobs:", has_jobs);
  const auto first = [](std::span<const std::string_view> list, std::size_t otherwise) {
    return std::string(list.empty() ? otherwise : indent(list[0]), ' ');
  };
  const std::string to = "add this to " + printable(place);
  if (has_jobs)
    return {to + ", below \"jobs:\" of \"" + event + ":\":\n" + first(jobs, 4) + "- run: stslint hook run", command};
  if (has_commands) {
    const std::string margin = first(commands, 4);
    return {to + ", below \"commands:\" of \"" + event + ":\":\n" + margin + "stslint:\n" + margin +
                "  run: stslint hook run",
            command};
  }
  const std::string margin = first(of_event, 2),
                    rest = margin + "commands:\n" + margin + "  stslint:\n" + margin + "    run: stslint hook run";
  if (has_event)
    return {to + ", below \"" + event + ":\":\n" + rest, command};
  return {to + ":\n" + event + ":\n" + rest, command};
}

} // namespace

std::string name(HookManager manager) {
  switch (manager) {
  case HookManager::pre_commit:
    return "pre-commit";
  case HookManager::husky:
    return "husky";
  case HookManager::lefthook:
    return "lefthook";
  default:
    return "";
  }
}

HookManager manager_of(std::string_view file, std::string_view content) {
  const auto has = [&](std::string_view sign) {
    return content.find(sign) != std::string_view::npos || file.find(sign) != std::string_view::npos;
  };
  return has("generated by pre-commit") ? HookManager::pre_commit
         : has(".husky/")               ? HookManager::husky
         : has("LEFTHOOK")              ? HookManager::lefthook
                                        : HookManager::none;
}

HookNeeds needs_of(HookManager manager, const std::string &event, const std::string &file, bool there,
                   const Repository &repository) {
  switch (manager) {
  case HookManager::pre_commit:
    return pre_commit(event, there, repository);
  case HookManager::husky:
    return husky(event, file, there, repository);
  case HookManager::lefthook:
    return lefthook(event, there, repository);
  default:
    return {names_us(content_of(file)) ? "" : "add this to " + printable(file) + ":\nstslint hook run || exit", ""};
  }
}

std::string content_of(const std::string &file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error))
    return "";
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace stslint
