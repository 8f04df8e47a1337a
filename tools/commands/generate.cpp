#include "commands.hpp"

#include "check/progress_line.hpp"
#include "check/workers.hpp"
#include "command_line/arguments.hpp"
#include "command_line/console.hpp"
#include "command_line/option.hpp"
#include "encode/base64.hpp"

#include "lib/contract/contract.hpp"
#include "lib/report/label_json.hpp"
#include "stslint/error.hpp"
#include "stslint/generate.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <ostream>
#include <set>
#include <sstream>
#include <utility>

namespace stslint {
namespace {

struct GenerateOptions {
  std::uint64_t count = 100, seed = 1;
  std::string kind, rule, part = "payload", time_format = "s", out, corpus, format = "ndjson", jobs;
  bool list = false, dictionary = false;
};

/// One line: the payload's origin, and the answer that a receiver should give.
void append_label_line(std::string &out, const Case &made, const Label &label, std::uint64_t index, bool with_payload) {
  JsonWriter json(out);
  json.open('{');
  write_label(json, made, label, index);
  if (with_payload && !invalid_utf8(made.payload))
    json.member("payload", made.payload);
  else if (with_payload)
    json.member("payload_base64", base64(made.payload));
  json.close('}');
  out += '\n';
}

int list_operators(Generator &generator, std::ostream &out) {
  for (const CaseClass &kind : case_classes()) {
    out << kind.name << ": " << kind.summary << '\n';
    for (const std::string_view operator_id : generator.operators(kind.name))
      out << "  " << operator_id << '\n';
  }
  return clean;
}

/// Words that a fuzzer of raw bytes rarely finds: the names and values of the schema, one a line, in the format of
/// libFuzzer and AFL++.
int dictionary(std::ostream &out) {
  std::set<std::string> words;
  for (const Shape &shape : standard_contract().shapes()) {
    for (const Property &property : shape.properties)
      words.emplace(property.name);
    words.insert(shape.enumeration.begin(), shape.enumeration.end());
    words.insert(shape.reserved_prefixes.begin(), shape.reserved_prefixes.end());
  }
  for (const std::string &word : words)
    out << "\"\\\"" << word << "\\\"\"\n";
  return clean;
}

/// Generators that are not in use. A task borrows one, so that there are as many as there are threads.
class IdleGenerators {
public:
  explicit IdleGenerators(const Generator &model) : model_(model) {}

  std::unique_ptr<Generator> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty())
      return std::make_unique<Generator>(model_);
    std::unique_ptr<Generator> last = std::move(idle_.back());
    idle_.pop_back();
    return last;
  }

  void give_back(std::unique_ptr<Generator> generator) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(generator));
  }

private:
  const Generator &model_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Generator>> idle_;
};

/// Cases that one thread makes together.
struct CaseBlock {
  std::string lines;          ///< their labels
  std::exception_ptr failure; ///< what ended it early
  Workers::Task task;
};
constexpr std::uint64_t block_size = 32;
constexpr std::uint64_t few_cases = 500; ///< more threads would not make them in less time

/// The fuzzers that --corpus knows. All but Go's read a file as the bytes of one input.
constexpr std::string_view fuzzers[] = {"libfuzzer", "afl", "go", "jazzer", "cargo-fuzz"};

/// Bytes as a file in the corpus of Go's fuzzing, for a target with one argument of the type []byte.
std::string go_corpus_entry(std::string_view bytes) {
  std::string out = "go test fuzz v1\n[]byte(\"";
  for (const char c : bytes) {
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (c >= ' ' && c <= '~')
      out += c;
    else {
      out += '\\'; // and three octal digits
      for (const int shift : {6, 3, 0})
        out += static_cast<char>('0' + (static_cast<unsigned char>(c) >> shift & 7));
    }
  }
  return out += "\")\n";
}

void write_payload(const GenerateOptions &options, const Case &made, std::uint64_t index) {
  const std::string_view extension = !options.corpus.empty() ? "" : made.kind == "sequence" ? ".ndjson" : ".json";
  const std::filesystem::path file = std::filesystem::path(options.out) / std::to_string(index).append(extension);
  std::ofstream payload(file, std::ios::binary);
  payload << (options.corpus == "go" ? go_corpus_entry(made.payload) : made.payload);
  if (!payload.flush())
    throw Error("--out: cannot write " + in_quotes(file.string()) + ": " + std::strerror(errno));
}

/// Makes the cases from `first` on. With --out, their payloads are written to files.
void make_block(CaseBlock &block, std::uint64_t first, const GenerateOptions &options, IdleGenerators &generators) try {
  block.lines.clear();
  std::unique_ptr<Generator> generator = generators.take();
  for (std::uint64_t i = first; i < std::min(options.count, first + block_size); ++i) {
    const Case &made = generator->make(i);
    if (!options.out.empty())
      write_payload(options, made, i);
    if (options.corpus.empty())
      append_label_line(block.lines, made, generator->label(made), i, options.out.empty());
  }
  generators.give_back(std::move(generator));
} catch (...) {
  block.failure = std::current_exception();
}

/// Writes the labels to `out`, in the order of the cases. Answers whether all could be written.
bool write_cases(const GenerateOptions &options, std::size_t jobs, IdleGenerators &generators, std::ostream &out,
                 ProgressLine &progress) {
  std::vector<CaseBlock> ring(2 * jobs - 1); // one thread writes each block before it makes the next
  Workers workers(jobs);
  std::uint64_t started = 0, written = 0;
  workers.in_order(
      ring,
      [&](CaseBlock &block) {
        if (started >= options.count || !out)
          return false;
        block.task.work = [&, first = started](Worker &) { make_block(block, first, options, generators); };
        started += block_size;
        return true;
      },
      [&](const CaseBlock &block) {
        out << block.lines;
        if (block.failure != nullptr)
          std::rethrow_exception(block.failure);
        progress.reached(written += block_size);
      });
  return static_cast<bool>(out.flush());
}

int generate(const GenerateOptions &options, Console &console) {
  static constexpr std::string_view formats[] = {"ndjson"};
  one_of("--format", options.format, formats);
  std::vector<std::string_view> kinds;
  for (const CaseClass &kind : case_classes())
    kinds.push_back(kind.name);
  if (options.dictionary)
    return dictionary(console.out);
  if (!options.corpus.empty())
    one_of("--corpus", options.corpus, fuzzers);
  if (!options.corpus.empty() && options.out.empty())
    throw Error("--corpus writes files: name their folder with --out");
  GeneratorOptions wanted;
  wanted.part = one_of("--part", options.part, forms());
  if (!options.kind.empty())
    wanted.kind = one_of("--class", options.kind, kinds);
  if (!options.rule.empty())
    wanted.rule = rule_named("--rule", options.rule).id;
  wanted.time_format = time_format_named("--time-format", options.time_format);
  Generator generator(options.seed, wanted);
  if (options.list)
    return list_operators(generator, console.out);
  const std::size_t jobs = wanted_jobs(options.jobs);
  IdleGenerators generators(generator);
  // On a terminal, the payloads themselves show the progress.
  const bool shows = console.err_terminal && (!console.terminal || !options.out.empty());
  ProgressLine progress(console.err, shows, options.count, "payloads");
  if (options.out.empty()) {
    if (!write_cases(options, options.count > few_cases ? jobs : 1, generators, console.out, progress))
      throw Error("cannot write to standard output");
    return clean;
  }
  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  if (!options.corpus.empty() && !std::filesystem::is_empty(options.out, error) && !error)
    throw Error("--out: " + in_quotes(options.out) +
                " has files already, which would become inputs; name a new folder");
  std::ofstream labels;
  std::ostringstream no_labels; // each file in the folder of a corpus is an input
  if (options.corpus.empty())
    labels.open(std::filesystem::path(options.out) / "labels.ndjson", std::ios::binary);
  std::ostream &out = options.corpus.empty() ? static_cast<std::ostream &>(labels) : no_labels;
  if (!write_cases(options, options.count > few_cases ? jobs : 1, generators, out, progress))
    throw Error("--out: cannot write to " + in_quotes(options.out));
  return clean;
}

} // namespace

void declare_generate(Command &command) {
  const auto options = std::make_shared<GenerateOptions>();
  command.add({
      {"--count", "N", &options->count, "the number of payloads"},
      {"--seed", "N", &options->seed, "the seed: the same seed generates the same payloads on every machine"},
      {"--class", "CLASS", &options->kind, "generate only payloads of this class; --list prints the classes"},
      {"--rule", "RULE", &options->rule, "generate only payloads that break this rule"},
      {"--part", "FORM", &options->part,
       "generate whole payloads, or only this part of them, such as event: a form of stslint check --as"},
      {"--time-format", "s|ms", &options->time_format,
       "the unit of the times: seconds, or milliseconds for receivers that get the header sts-time-format: ms"},
      {"--out", "DIR", &options->out,
       "write each payload to a file in this folder, and the labels to labels.ndjson there"},
      {"--corpus", "FUZZER", &options->corpus,
       "with --out: write the files as a corpus for libfuzzer, afl, go, jazzer or cargo-fuzz, without labels"},
      {"--format", "ndjson", &options->format, "the output format: one line for each payload, with its label"},
      {"--jobs", "N", &options->jobs,
       "the number of threads (default: the number of cores); the output does not depend on it"},
      {"--list", "", &options->list, "list the classes and the operators of each"},
      {"--dictionary", "", &options->dictionary, "print the words of the schema, as a dictionary for fuzzers"},
  });
  command.run = [options](Console &console) { return generate(*options, console); };
}

} // namespace stslint
