#pragma once

#include "gunzip.hpp"
#include "inputs.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stslint {

/// What is open, if anything is.
class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void reset(int number = -1);
  /// Whoever takes it closes it.
  int release() { return std::exchange(number_, -1); }

private:
  int number_;
};

/// Opens one file after the other, each from the folder that the last one was in, which takes fewer steps than from the
/// root; and closes up to `at_once` together, which takes a third less time than one by one.
class OpenFiles {
public:
  explicit OpenFiles(std::size_t at_once = 1) : at_once_(at_once) {}
  ~OpenFiles() { close_all(); }
  OpenFiles(const OpenFiles &) = delete;
  OpenFiles &operator=(const OpenFiles &) = delete;

  /// To read it; less than 0 if it cannot be, for the reason in errno.
  int open(const std::string &path);
  /// Takes one that nobody needs any more.
  void close(int descriptor);

private:
  int try_open(const std::string &path);
  void close_all();
  std::string name_; ///< of the folder, with its last slash
  Descriptor folder_;
  const std::size_t at_once_;
  std::vector<int> unneeded_;
};

/// The bytes of an input as they come, unpacked if its name says that they are compressed.
class Source {
public:
  Source(const Input &input, Console &console, OpenFiles &files);
  ~Source();
  Source(const Source &) = delete;
  Source &operator=(const Source &) = delete;

  /// How many bytes it put there; 0 at the end, and where it breaks off.
  std::size_t take(char *to, std::size_t size);
  /// Why it could not be opened, or breaks off; "" if it does not.
  const std::string &why() const { return why_; }
  /// Of a regular file, as it is on disk; else 0.
  std::uint64_t size() const;
  /// How many bytes were read, as they are on disk.
  std::size_t read() const { return read_; }

private:
  std::size_t read(char *to, std::size_t size);

  std::istream *in_ = nullptr; ///< standard input
  OpenFiles &files_;
  Descriptor file_;
  std::string compressed_; ///< as much as was read at once
  std::optional<Inflating> inflating_;
  std::size_t read_ = 0;
  std::string why_;
};

} // namespace stslint
