#include "hook_needs.hpp"

#include "repository.hpp"
#include "yaml_file.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace stslint {
namespace {

/// A stage by its name since version 3.2 of pre-commit, and by the name before, which it still knows.
struct Stage {
  const char *event, *before;
};
constexpr std::array<Stage, 2> stages = {{{"pre-commit", "commit"}, {"pre-merge-commit", "merge-commit"}}};

/// The words of a list; of one word, that word.
std::vector<std::string> words(const YamlFile &yaml, YamlFile::Node list) {
  std::vector<std::string> all;
  for (const YamlFile::Node item : yaml.values(list))
    all.emplace_back(YamlFile::text(item));
  if (list != nullptr && !YamlFile::text(list).empty())
    all.emplace_back(YamlFile::text(list));
  return all;
}

bool has(const std::vector<std::string> &list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

/// An empty list stands for all stages.
bool has_stage(const std::vector<std::string> &list, const Stage &stage) {
  return list.empty() || has(list, stage.event) || has(list, stage.before);
}

/// The list, and both of our stages.
std::string with_ours(std::vector<std::string> list, bool old_names) {
  for (const Stage &stage : stages)
    if (list.empty() || !has_stage(list, stage))
      list.emplace_back(old_names ? stage.before : stage.event);
  std::string text;
  for (const std::string &word : list)
    text += (text.empty() ? "stages: [" : ", ") + printable(word);
  return text + ']';
}

std::vector<YamlFile::Node> hooks_of_ours(const YamlFile &yaml) {
  std::vector<YamlFile::Node> ours;
  std::set<YamlFile::Node> seen; // aliases can name one value any number of times
  for (const YamlFile::Node repo : yaml.values(yaml.member(yaml.top(), "repos")))
    if (seen.insert(repo).second)
      for (const YamlFile::Node hook : yaml.values(yaml.member(repo, "hooks")))
        if (seen.insert(hook).second && yaml.mentions(hook, our_name))
          ours.push_back(hook);
  return ours;
}

std::string pre_commit_addition(const std::string &place, const Stage &stage) {
  const YamlFile yaml(content_of(place));
  const std::vector<std::string> usual = words(yaml, yaml.member(yaml.top(), "default_stages"));
  const bool old_names = has(usual, "commit") || has(usual, "merge-commit") || has(usual, "push");
  const auto own = [&](YamlFile::Node hook) { return words(yaml, yaml.member(hook, "stages")); };
  const std::vector<YamlFile::Node> ours = hooks_of_ours(yaml);
  for (const YamlFile::Node hook : ours)
    if (has_stage(own(hook).empty() ? usual : own(hook), stage))
      return "";
  if (!ours.empty()) {
    const std::vector<std::string> list = own(ours.front());
    return (list.empty() ? "add this to the hook " : "write this instead of the stages of the hook ") +
           in_quotes(YamlFile::text(yaml.member(ours.front(), "id"))) + " of " + printable(place) + ":\n" +
           with_ours(list, old_names || has(list, "commit") || has(list, "merge-commit") || has(list, "push"));
  }
  const bool usually = std::ranges::all_of(stages, [&](const Stage &each) { return has_stage(usual, each); });
  const std::string hooks = "[{id: stslint, name: stslint, entry: stslint check --detect --, language: system, " +
                            (usually ? "" : with_ours({}, old_names) + ", ") +
                            R"(files: '\.(json|jsonc|ndjson|jsonl)(\.gz)?$', require_serial: true}])";
  return yaml.addition(place, {"repos"}, {"- repo: local\n  hooks: " + hooks, "{repo: local, hooks: " + hooks + '}'});
}

} // namespace

HookNeeds pre_commit_needs(const std::string &event, bool there, const Repository &repository) {
  const std::string place = repository.from_here(".pre-commit-config.yaml");
  return {pre_commit_addition(place, *std::ranges::find(stages, event, &Stage::event)),
          there ? "" : "pre-commit install --hook-type " + event, place};
}

} // namespace stslint
