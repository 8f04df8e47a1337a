#include "check_inputs.hpp"

#include "checker.hpp"
#include "input/line_blocks.hpp"
#include "progress_line.hpp"
#include "workers.hpp"

#include "stslint/error.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace stslint {
namespace {

/// The size of one task of a worker, in bytes; to open a file costs as much as to lint some.
constexpr std::uint64_t batch_size = std::uint64_t{1} << 18, cost_of_a_file = std::uint64_t{1} << 12;
/// Longer lines and larger files are linted one by one, because the memory of several workers would add up.
constexpr std::size_t longest_at_once = std::size_t{1} << 22, largest_handy = std::size_t{1} << 26;
constexpr std::uint64_t megabyte = 1000000;

/// Consecutive files.
struct Batch {
  struct File {
    const Input *input;
    std::optional<PrefilterSettings> how; ///< empty if its configuration excludes it, or is wrong
    Prefiltered seen;
    bool finished; ///< it has no finding, or was not to be linted
  };
  std::vector<File> files;
  Workers::Task task;
};

/// A block of a stream.
struct Piece {
  LineBlock block;
  Prefiltered seen;
  Workers::Task task;
};

/// True if a worker may read the whole file, which can be read again later.
bool is_handy(const Input &input, bool lines) {
  return input.size && input.part.is_whole() && !kind_of(input.name).compressed &&
         *input.size <= (lines ? LineBlock::usual : largest_handy);
}

bool read_by_worker(const Input &input, Worker &worker, Console &console) try {
  std::string why;
  return worker.reader.read(input, console, why) == clean;
} catch (const std::bad_alloc &) { // while other workers hold their memory
  return false;
}

/// A file that cannot be read here is reported later, in its turn.
void prefilter_file(Batch::File &file, Worker &worker, Console &console) {
  file.finished = false;
  if (!file.how || !is_handy(*file.input, file.how->kind.lines) || !read_by_worker(*file.input, worker, console))
    return;
  prefilter(worker.linter, *file.how, worker.reader.bytes(), file.seen);
  const bool all = file.seen.suspects.empty() && file.seen.end.offset == worker.reader.bytes().size();
  file.finished = all || (file.how->only_payloads && !file.seen.payload.value_or(true));
}

class ParallelCheck {
public:
  ParallelCheck(Checker &checker, std::size_t jobs, Console &console, ProgressLine &progress)
      : checker_(checker), console_(console), progress_(progress), jobs_(checker.can_prefilter() ? jobs : 1),
        workers_(jobs_) {}

  std::vector<bool> all(const std::vector<Input> &inputs) {
    std::vector<bool> linted;
    auto next = inputs.begin();
    if (jobs_ == 1 || end_of_batch(next, inputs.end()) == inputs.end()) {
      for (const Input &input : inputs) {
        linted.push_back(one(input));
        done(input);
      }
      return linted;
    }
    batches_.resize(2 * jobs_);
    workers_.in_order(
        batches_,
        [&](Batch &batch) {
          const auto first = std::exchange(next, end_of_batch(next, inputs.end()));
          fill(batch, {first, next});
          return first != next;
        },
        [&](const Batch &batch) {
          for (const Batch::File &file : batch.files) {
            linted.push_back(file.finished ? checker_.count_clean(*file.input, file.seen) : one(*file.input));
            done(*file.input);
          }
        });
    return linted;
  }

private:
  using Inputs = std::vector<Input>::const_iterator;

  static Inputs end_of_batch(Inputs first, Inputs last) {
    for (std::uint64_t size = 0; first != last && size < batch_size; ++first)
      size += first->size.value_or(0) + cost_of_a_file;
    return first;
  }

  void fill(Batch &batch, std::span<const Input> inputs) {
    batch.files.resize(inputs.size());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      Batch::File &file = batch.files[i];
      file.input = &inputs[i];
      file.how.reset();
      try {
        file.how = checker_.prefilter_settings(inputs[i]);
      } catch (const Error &) { // the input's own turn reports it
      }
    }
    batch.task.work = [&batch, this](Worker &worker) {
      for (Batch::File &file : batch.files)
        prefilter_file(file, worker, console_);
    };
  }

  void done(const Input &input) {
    done_ += input.size.value_or(0);
    reached(0);
  }

  void reached(std::size_t bytes_of_input) { progress_.reached((done_ + bytes_of_input) / megabyte); }

  /// Whatever happens to one input, the others are checked.
  bool one(const Input &input) try {
    std::string why;
    if (!checker_.begin(input))
      return checker_.end(input);
    if (kind_of(input.name).lines && checker_.takes_pieces())
      return stream(input);
    const ExitCode code = reader_.read(input, console_, why);
    if (code != clean)
      checker_.complain(input.name, why, code);
    if (code != clean)
      return true;
    checker_.whole(input, reader_.bytes());
    return checker_.end(input);
  } catch (const std::bad_alloc &) {
    checker_.complain(input.name, no_memory, internal);
    return true;
  }

  /// An input that has begun.
  bool stream(const Input &input) {
    LineBlocks blocks(input, console_);
    bool more = true;
    // The first record decides if the rest is linted at all.
    while (more && (jobs_ == 1 || !checker_.has_begun())) {
      more = blocks.next(block_) && checker_.piece(input, block_.lines());
      reached(blocks.read());
    }
    if (more)
      share(input, blocks);
    std::string why;
    const ExitCode code = blocks.finish(why);
    if (code != clean)
      checker_.complain(input.name, why, code);
    return code != clean || checker_.end(input);
  }

  /// Lints the rest of a stream.
  void share(const Input &input, LineBlocks &blocks) {
    PrefilterSettings how = *checker_.prefilter_settings(input); // it is not excluded: it has begun
    how.only_payloads = false;                                   // the first record has decided
    pieces_.resize(2 * jobs_);
    bool more = true;
    const auto fill = [&](Piece &piece) {
      more = blocks.next(block_);
      reached(blocks.read());
      if (!more || block_.size > longest_at_once)
        return false;
      std::swap(block_, piece.block);
      piece.task.work = [&piece, how](Worker &worker) {
        prefilter(worker.linter, how, piece.block.lines(), piece.seen);
      };
      return true;
    };
    for (;;) {
      workers_.in_order(pieces_, fill,
                        [&](const Piece &piece) { checker_.piece(input, piece.block.lines(), piece.seen); });
      if (!more)
        break;
      checker_.piece(input, block_.lines());
      std::string().swap(block_.memory);
    }
  }

  Checker &checker_;
  Console &console_;
  ProgressLine &progress_;
  std::uint64_t done_ = 0; ///< bytes of the inputs before the current one
  const std::size_t jobs_;
  Reader reader_{32};
  LineBlock block_;
  std::vector<Batch> batches_;
  std::vector<Piece> pieces_;
  Workers workers_; ///< destroyed first, because they use the other members
};

} // namespace

std::vector<bool> check_inputs(Checker &checker, std::vector<Input> &inputs, std::size_t jobs, Console &console,
                               bool shows_progress) {
  if (shows_progress || jobs > 1)
    ask_sizes(inputs);
  std::uint64_t total = 0;
  for (const Input &input : inputs)
    total += input.size.value_or(0);
  const bool known = std::ranges::all_of(inputs, [](const Input &input) { return input.size.has_value(); });
  ProgressLine progress(console.err, shows_progress, known ? total / megabyte : 0, "MB");
  checker.shares_terminal_with(&progress);
  std::vector<bool> linted = ParallelCheck(checker, jobs, console, progress).all(inputs);
  checker.shares_terminal_with(nullptr);
  return linted;
}

} // namespace stslint
