// Any .stslint.json: reading it ends, in settings or in one printable line that says which file; the same bytes say the
// same twice; and a payload linted by it comes to findings as any does.
#include "target.hpp"

#include "config/configuration.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <fstream>
#include <unistd.h>

using namespace stslint;

namespace {

/// A folder of this process alone, with the file.
const std::filesystem::path &folder() {
  static const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("stslint-fuzz-" + std::to_string(getpid()));
  std::filesystem::create_directories(path);
  return path;
}

/// What the configuration comes to for one payload, in words.
std::string outcome() {
  const std::filesystem::path payload = folder() / "payload.json";
  Configuration configuration({}, {}, Files::on_disk());
  std::string words;
  try {
    const Policy &policy = configuration.of(payload);
    Linter linter(policy.settings);
    linter.use_schema(policy.schema);
    const ConfigFile *config = configuration.file_for(payload);
    require(config != nullptr, "the file was not found");
    for (const Finding &finding : linter.lint(R"({"events": {"host.a": [{"msg_title": 1}]}, "metrics": 7})")) {
      words += std::string(finding.rule->id) + ' ' + linter.describe(finding).pointer;
      for (const auto &file : config->suppressions)
        for (const Suppressions::Entry &entry : file->suppressions.entries())
          words +=
              entry.rule == finding.rule && matches(entry.pointer, linter.describe(finding).pointer) ? " known" : " ";
    }
  } catch (const Error &error) {
    words = error.what();
    require(printable(words) == words, "an error that is not printable: " + words);
    require(words.find(".stslint.json") != std::string::npos, "an error that names no file: " + words);
  }
  return words;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  std::ofstream(folder() / ".stslint.json", std::ios::binary) << text_of(data, size);
  const std::string first = outcome(), second = outcome();
  require(first == second, "twice is not the same: " + first + " / " + second);
  return 0;
}
