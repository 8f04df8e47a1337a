#include "commands.hpp"

#include "filter/filter.hpp"

#include <memory>

namespace stslint {

void declare_filter(Command &command) {
  const auto options = std::make_shared<FilterOptions>();
  command.add({
      {"--bad", "FILE|FD", &options->bad,
       "where lines with a finding at or above --fail-on go, each as one line of JSON with its findings: a file to "
       "append "
       "to, or the number of an open descriptor; 1 gives one line out for each line in",
       "Lines"},
      {"--fix", "", &options->fix, "apply fixes that keep the meaning of a payload; a line that is then good passes on",
       "Lines"},
      {"--unsafe-fixes", "", &options->unsafe_fixes,
       "also apply fixes that can change the meaning, such as those of times and names", "Lines"},
      {"--max-errors", "N|N%", &options->max_errors,
       "allow so many bad lines, or such a share of all; a number also ends the output after the line that exceeds it "
       "(default: none, but read all lines)",
       "Lines"},
      {"--envelope", "POINTER", &options->envelope,
       "the JSON Pointer of the payload in the record around it, as an object or a string: /payload for kcat -J, /data "
       "for CloudEvents; * stands for each item of a list",
       "Lines"},
      {"--line-buffered", "", &options->line_buffered,
       "write what was read before reading more, for a program that waits for each line", "Lines"},
  });
  command.add(without(check_options(*options),
                      {"--detect", "--embedded", "--explain-detection", "--stream", "--exit-zero", "--baseline",
                       "--no-baseline", "--format", "--show", "--max-findings", "--color", "-q,--quiet"}));
  command.add({
      {"--stdin-filename", "NAME", &options->stdin_filename,
       "the name of the input in findings, and for the configuration that applies to it", "Configuration"},
      {"--jobs", "N", &options->jobs,
       "the number of threads (default: the number of cores); the output does not depend on it"},
      {"-q,--quiet", "", &options->quiet, "do not print the number of lines at the end"},
  });
  command.exit_codes = "Exit codes (the highest wins):\n"
                       "  0  as many bad lines as --max-errors allows, or fewer\n"
                       "  1  more bad lines than that\n"
                       "  2  usage or configuration error\n"
                       "  3  standard input could not be read, or a target could not be written\n"
                       "  4  internal error, or a line that was not checked because of a limit\n";
  command.run = [options](Console &console) { return filter(*options, console); };
}

} // namespace stslint
