#include "process.hpp"

#include "cli.hpp"
#include "command_line/console.hpp"
#include "encode/redact.hpp"
#include "network/http/key.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ext/stdio_filebuf.h>
#include <istream>
#include <ostream>
#include <unistd.h>
#include <vector>

namespace stslint {

int run_process(int argc, char **argv, const Network *network) {
  // If the reader of our output stops, we end silently, even if the parent process ignores SIGPIPE.
  std::signal(SIGPIPE, SIG_DFL);
  // Buffered, as std::cin and the others become by sync_with_stdio(false), which would also make wide ones: 120 kB.
  using StreamBuffer = __gnu_cxx::stdio_filebuf<char>;
  StreamBuffer in_buffer(stdin, std::ios::in), out_buffer(stdout, std::ios::out), err_buffer(stderr, std::ios::out);
  std::istream in(&in_buffer);
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  Redactor secrets;
  secrets.add_arguments(arguments);
  if (const char *const key = std::getenv(key_variable))
    secrets.add(key);
  if (const char *const address = std::getenv(address_variable))
    secrets.add_arguments({address});
  RedactingBuffer shown_out(out_buffer, secrets), shown_err(err_buffer, secrets, true);
  std::ostream out(&shown_out), err(&shown_err);
  in.tie(&out);
  err.tie(&out);
  Console console{.in = in,
                  .out = out,
                  .err = err,
                  .terminal = ::isatty(STDOUT_FILENO) == 1,
                  .environment =
                      [](const char *name) {
                        const char *value = std::getenv(name);
                        return std::string(value == nullptr ? "" : value);
                      },
                  .network = network,
                  .err_terminal = ::isatty(STDERR_FILENO) == 1,
                  .secrets = &secrets};
  return run(arguments, console);
}

} // namespace stslint
