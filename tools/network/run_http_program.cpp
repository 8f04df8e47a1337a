#include "network.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>
#include <unistd.h>
#include <vector>

namespace stslint {

void run_http_program(Console &console) {
  console.out.flush();
  const std::filesystem::path program =
      std::filesystem::read_symlink("/proc/self/exe").replace_filename("stslint-http");
  std::vector<char *> arguments = {const_cast<char *>("stslint")};
  for (const std::string &argument : console.arguments)
    arguments.push_back(const_cast<char *>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execv(program.c_str(), arguments.data());
  throw Error("cannot run " + in_quotes(program.string()) + ": " + std::strerror(errno) +
              "; put stslint-http beside stslint, from its package or from tools/dev build");
}

} // namespace stslint
