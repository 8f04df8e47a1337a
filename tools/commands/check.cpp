#include "commands.hpp"

#include "check/check_blobs.hpp"
#include "check/check_inputs.hpp"
#include "check/checker.hpp"
#include "check/workers.hpp"
#include "command_line/arguments.hpp"
#include "config/print_config.hpp"
#include "input/file_part.hpp"
#include "input/inputs.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>

namespace stslint {
namespace {

struct CheckCommandOptions : CheckOptions {
  std::vector<std::string> paths;
  std::string stdin_filename, files_from, tree, since, print_config, jobs, byte_range, name;
  std::optional<std::size_t> first_line;
  bool nul = false;
};

/// Makes the only input a part of a file, as the flags say.
void take_part(std::vector<Input> &inputs, const CheckCommandOptions &options) {
  if (options.byte_range.empty() && options.name.empty() && !options.first_line)
    return;
  if (inputs.size() != 1)
    throw Error("--byte-range, --first-line and --name are about one input; name one file");
  Input &input = inputs[0];
  if (!options.name.empty())
    input.name = options.name;
  const FileKind kind = kind_of(input.name);
  if (options.byte_range.empty() && !options.first_line)
    return;
  if (options.first_line == 0u)
    throw Error("--first-line 0: lines are numbered from 1");
  if (kind.lines && kind.compressed && !options.byte_range.empty())
    throw Error(
        "--byte-range: a compressed file cannot be read from the middle; decompress it, or split it into files");
  if (!kind.lines)
    throw Error("--byte-range and --first-line are about lines; name an .ndjson or .jsonl file, or such a --name");
  if (options.any())
    throw Error("a part of a file cannot be fixed in place; remove --byte-range and --first-line, or the fixes");
  input.part = file_part(options.byte_range.empty() ? ":" : options.byte_range);
  if (!input.path.empty() && !options.byte_range.empty())
    input.part = at_lines(input.part, input.path, !options.first_line);
  input.part.first_line = options.first_line.value_or(input.part.first_line);
}

int check_files(const std::vector<std::string> &paths, const CheckCommandOptions &options, Console &console) {
  const std::size_t jobs = wanted_jobs(options.jobs);
  const bool in_git = !options.tree.empty() || !options.since.empty();
  Checker checker(options, console,
                  in_git ? Files::in_git(options.tree.empty() ? "HEAD" : options.tree) : Files::on_disk());
  if (in_git) {
    check_revision(checker, {options.tree, options.since, options.detect}, paths);
    return checker.finish();
  }
  const std::string stdin_name = options.stdin_filename.empty() ? "<stdin>" : options.stdin_filename;
  Expansion expansion = expand(
      paths, stdin_name,
      [&](const std::string &name, const std::string &why) { checker.complain(name, why, unreadable); },
      [&](const std::string &name) { return checker.embeds(name); });
  take_part(expansion.inputs, options);
  checker.pass_over(expansion.repositories, "name it");
  checker.pass_over_links(expansion.links);
  for (const auto &folder : expansion.folders)
    checker.lints_folder(folder.name);
  const std::vector<bool> linted =
      check_inputs(checker, expansion.inputs, jobs, console, console.err_terminal && !options.quiet);
  for (const auto &folder : expansion.folders) {
    const auto end = linted.begin() + static_cast<std::ptrdiff_t>(folder.last);
    if (!options.detect && !folder.shared &&
        std::find(linted.begin() + static_cast<std::ptrdiff_t>(folder.first), end, true) == end)
      checker.complain_of_folder(folder.name, "");
  }
  return checker.finish();
}

} // namespace

int check_paths(std::span<const std::string> paths, Console &console) {
  const std::vector<std::string> here = {"."};
  return check_files(paths.empty() ? here : std::vector(paths.begin(), paths.end()), CheckCommandOptions(), console);
}

void declare_check(Command &command) {
  const auto options = std::make_shared<CheckCommandOptions>();
  command.add(
      {{"path", "PATH", &options->paths, "files and folders, or - for standard input (default: the current folder)"}});
  command.add(check_options(*options));
  command.add({
      {"--files-from", "FILE", &options->files_from,
       "lint the paths listed in this file, one a line; - reads the list from standard input", "Input"},
      {"-0", "", &options->nul, "the paths in --files-from end with NUL, not with a line break", "Input"},
      {"--stdin-filename", "NAME", &options->stdin_filename,
       "the name of standard input in reports; its extension sets the file type", "Input"},
      {"--byte-range", "A:B", &options->byte_range,
       "lint only the lines that start in these bytes of one .ndjson file; lines and offsets are those of the file. Of "
       "standard input: the place of its lines in the whole",
       "Input"},
      {"--first-line", "N", &options->first_line,
       "the number of the first line, from 1; without it, stslint counts the lines before --byte-range", "Input"},
      {"--name", "NAME", &options->name, "the name of the only input in reports; its extension sets the file type",
       "Input"},
      {"--tree", "REV", &options->tree, "lint the files of this git revision, not the files on disk", "Input"},
      {"--since", "REV", &options->since,
       "lint the commit HEAD, or --tree, and report only findings that are new since this revision, or on lines "
       "changed since",
       "Input"},
      {"--fix", "", &options->fix, "apply fixes that keep the meaning of a payload, and report the remaining findings",
       "Fixes"},
      {"--unsafe-fixes", "", &options->unsafe_fixes,
       "also apply fixes that can change the meaning, such as those of times and names", "Fixes"},
      {"--diff", "", &options->diff,
       "change no file: print the fixes as a diff for git apply, and the report on standard error", "Fixes"},
      {"--write-baseline", "", &options->write_baseline,
       "record all findings in the baseline, so that later runs do not report them", "Configuration"},
      {"--prune-baseline", "", &options->prune_baseline, "remove from the baseline the findings that no longer exist",
       "Configuration"},
      {"--print-config", "FILE", &options->print_config, "print the configuration that applies to this file",
       "Configuration"},
      {"--jobs", "N", &options->jobs,
       "the number of threads (default: the number of cores); the output does not depend on it"},
  });
  command.run = [options](Console &console) {
    if (!options->print_config.empty()) {
      Layer command_line = options->layer();
      if (!options->schema.empty())
        command_line.schema = absolute_path(options->schema);
      Configuration configuration(*options, command_line, Files::on_disk());
      const std::filesystem::path path = absolute_path(options->print_config);
      const ConfigFile *config = configuration.file_for(path);
      console.err << "stslint: "
                  << (config == nullptr ? "no configuration file"
                                        : "configuration file: " + printable(seen_from_here(config->path)))
                  << std::endl;
      console.out << printed_config(configuration, path);
      return static_cast<int>(clean);
    }
    std::vector<std::string> paths = options->paths;
    const bool fixes_files = options->any() && !options->diff;
    if ((options->write_baseline || options->prune_baseline) && !(options->tree.empty() && options->since.empty()))
      throw Error("a baseline is written for files on disk, but --tree and --since lint a git revision; remove one of "
                  "the flags");
    if (options->any() && !(options->tree.empty() && options->since.empty()))
      throw Error("fixes change files on disk, but --tree and --since lint a git revision; remove one of the flags");
    if (fixes_files && std::ranges::find(paths, "-") != paths.end())
      throw Error("standard input cannot be fixed in place; add --diff to print the fixes");
    if (options->nul && options->files_from.empty())
      throw Error("-0 is about the paths in --files-from; add --files-from FILE");
    if (!options->files_from.empty())
      for (std::string &path : read_paths(options->files_from, options->nul ? '\0' : '\n', console))
        paths.push_back(std::move(path));
    else if (paths.empty())
      paths.emplace_back(".");
    return check_files(paths, *options, console);
  };
}

} // namespace stslint
