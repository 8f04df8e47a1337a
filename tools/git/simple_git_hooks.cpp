#include "hook_needs.hpp"

#include "repository.hpp"
#include "yaml_file.hpp"

#include "stslint/text.hpp"

#include <filesystem>

namespace stslint {
namespace {

constexpr const char *member_of_package = "simple-git-hooks";

bool is_package(std::string_view file) { return file.ends_with("package.json"); }

} // namespace

std::string simple_git_hooks_settings(const Repository &repository) {
  std::error_code error;
  for (const char *const name : {".simple-git-hooks.cjs", ".simple-git-hooks.js", "simple-git-hooks.cjs",
                                 "simple-git-hooks.js", ".simple-git-hooks.json", "simple-git-hooks.json"})
    if (const std::string file = repository.from_here(name); std::filesystem::exists(file, error))
      return file;
  const std::string package = repository.from_here("package.json");
  const YamlFile json(content_of(package)); // JSON is YAML
  return json.member(json.top(), member_of_package) != nullptr ? package : "";
}

/// Its hooks hold the commands themselves, so they are written again after each change of the settings.
HookNeeds simple_git_hooks_needs(const std::string &event, const std::string &hook, const Repository &repository) {
  std::string place = simple_git_hooks_settings(repository);
  if (place.empty())
    place = repository.from_here("package.json");
  const std::string command = names_us(content_of(hook)) ? "" : "npx simple-git-hooks";
  const bool program = !place.ends_with(".json");
  const std::string content = content_of(place);
  const YamlFile json(program ? "" : content);
  const YamlFile::Node settings = is_package(place) ? json.member(json.top(), member_of_package) : json.top();
  const YamlFile::Node known = json.member(settings, event);
  if (program ? names_us(content) : known != nullptr && json.mentions(known, our_name))
    return {"", command, place};
  if (program || known != nullptr)
    return {"add this to the command of \"" + event + "\" in " + printable(place) +
                ", at its start:\nstslint hook run &&",
            command, place};
  std::vector<std::string> path;
  if (is_package(place))
    path.push_back(member_of_package);
  const std::string entry = '"' + event + R"(": "stslint hook run")";
  return {json.addition(place, path, {entry, entry}), command, place};
}

} // namespace stslint
