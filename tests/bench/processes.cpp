// Times whole programs beside each other: `processes RUNS NAME COMMAND [NAME COMMAND]…`, each command one word that is
// split at its blanks. They run in turn, round by round, so that the machine's moods are shared; what is printed are
// medians, the ratio to the first, and the most memory. Output goes nowhere.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

namespace {

struct Command {
  std::string name;
  std::vector<std::string> words;
  std::vector<double> seconds = {};
  long kilobytes = 0;
  int code = 0;
};

std::vector<std::string> words_of(const std::string &text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at)
      words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool run(Command &command) {
  std::vector<char *> arguments;
  for (std::string &word : command.words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  ::posix_spawn_file_actions_init(&silent);
  ::posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, arguments[0], &silent, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&silent);
  rusage usage{};
  int status = 0;
  if (failed != 0 || ::wait4(child, &status, 0, &usage) != child)
    return false;
  command.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  command.kilobytes = std::max(command.kilobytes, usage.ru_maxrss);
  command.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return command.code != 127;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

} // namespace

int main(int count, char **arguments) {
  if (count < 4 || count % 2 != 0) {
    std::fputs("usage: processes RUNS NAME COMMAND [NAME COMMAND]…\n", stderr);
    return 2;
  }
  const long runs = std::max(1L, std::strtol(arguments[1], nullptr, 10));
  std::vector<Command> commands;
  for (int at = 2; at + 1 < count; at += 2)
    if (auto words = words_of(arguments[at + 1]); !words.empty())
      commands.push_back({arguments[at], std::move(words)});
  for (long round = -1; round < runs; ++round) // the first one warms up
    for (Command &command : commands) {
      if (!run(command)) {
        std::fprintf(stderr, "processes: %s could not be run\n", command.words[0].c_str());
        return 1;
      }
      if (round < 0)
        command.seconds.clear();
    }
  for (const Command &command : commands)
    std::printf("%-44s %9.2f ms %7.2f x %8.1f MB   exit %d\n", command.name.c_str(), 1e3 * median(command.seconds),
                median(command.seconds) / median(commands[0].seconds), static_cast<double>(command.kilobytes) / 1024,
                command.code);
  return 0;
}
