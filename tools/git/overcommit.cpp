#include "hook_needs.hpp"

#include "repository.hpp"
#include "yaml_file.hpp"

namespace stslint {

HookNeeds overcommit_needs(const Repository &repository) {
  const std::string place = repository.from_here(".overcommit.yml");
  const YamlFile yaml(content_of(place));
  for (const YamlFile::Node hook : yaml.values(yaml.member(yaml.top(), "PreCommit")))
    if (YamlFile::text(yaml.member(hook, "enabled")) == "true" && yaml.mentions(hook, our_name))
      return {"", "", place};
  // overcommit refuses settings that changed since they were signed.
  return {yaml.addition(place, {"PreCommit"},
                        {"Stslint:\n  enabled: true\n  required_executable: stslint\n  command: [stslint, hook, run]",
                         R"("Stslint": {"enabled": true, "required_executable": "stslint", )"
                         R"("command": ["stslint", "hook", "run"]})"}),
          "overcommit --sign && overcommit --sign pre-commit", place};
}

} // namespace stslint
