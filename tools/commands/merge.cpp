#include "commands.hpp"

#include "command_line/option.hpp"
#include "input/inputs.hpp"
#include "merge/merger.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <memory>
#include <ostream>

namespace stslint {
namespace {

struct MergeOptions {
  std::vector<std::string> files;
  std::optional<std::size_t> shards;
};

int merge(const MergeOptions &options, Console &console) {
  if (options.shards && *options.shards != options.files.size())
    throw Error("--shards " + std::to_string(*options.shards) + ": " + counted(options.files.size(), "report") +
                " given; name the report of each shard once");
  Merger merger;
  for (const std::string &file : options.files) {
    std::string text, why;
    if (const ExitCode code = read({file == "-" ? "" : file, file}, console, text, why); code != clean) {
      console.err << "stslint: " << printable(file) << ": " << why << std::endl;
      return code;
    }
    try {
      merger.add(text);
    } catch (const Error &error) {
      throw Error(file + ": " + error.what());
    }
  }
  console.out << merger.result();
  if (!console.out.flush())
    throw Error("cannot write to standard output");
  return clean;
}

} // namespace

void declare_merge(Command &command) {
  const auto options = std::make_shared<MergeOptions>();
  command.add({
      {"file", "FILE", &options->files,
       "reports of stslint check in one format: summary, json, jsonl, sarif or junit; or baselines; each also .gz; or "
       "- for standard input",
       "", Option::required},
      {"--shards", "N", &options->shards, "the number of reports there must be, so that no missing one is overlooked"},
  });
  command.run = [options](Console &console) { return merge(*options, console); };
}

} // namespace stslint
