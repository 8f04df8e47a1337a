#include "commands.hpp"

#include "command_line/arguments.hpp"
#include "command_line/console.hpp"
#include "command_line/option.hpp"
#include "lsp/server.hpp"

#include <malloc.h>

#include <memory>

namespace stslint {
namespace {

/// A server runs for hours: the memory of large texts goes back to the system.
constexpr int large_text = 1 << 20;

} // namespace

void declare_lsp(Command &command) {
  const auto options = std::make_shared<LspOptions>();
  command.add(without(check_options(*options),
                      {"--as", "--detect", "--embedded", "--explain-detection", "--stream", "--fail-on", "--exit-zero",
                       "--format", "--show", "--max-findings", "--color", "-q,--quiet"}));
  command.add({
      {"--show", "info|warning|error", &options->show, "the lowest severity to show", "Editor"},
      {"--show-suppressed", "", &options->show_suppressed, "show suppressed findings as hints", "Editor"},
      {"--max-findings", "N", &options->max_findings, "show at most N findings of each file (default: 1000)", "Editor"},
      {"--stdio", "", &options->stdio, "use standard input and output: always so, but many editors pass the flag",
       "Editor"},
      {"--rule-pages", "URL", &options->rule_pages,
       "the page that editors open for a rule: the address of lib/rules/README.md, to which # and the rule are added",
       "Editor"},
  });
  command.exit_codes =
      "Exit codes:\n  0  the editor said shutdown, then exit\n  1  the connection ended without shutdown\n"
      "  2  usage error\n";
  command.run = [options](Console &console) {
    options->layer(); // a wrong flag is an error now, not at each text
    options->time();
    severity_named("--show", options->show);
    ::mallopt(M_MMAP_THRESHOLD, large_text);
    return Server(*options, console).run();
  };
}

} // namespace stslint
