#pragma once

#include "gunzip.hpp"
#include "inputs.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stslint {

/// A file descriptor, or none.
class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { reset(); }
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  void reset(int number = -1);
  /// The caller closes it.
  int release() { return std::exchange(number_, -1); }

private:
  int number_;
};

/// Opens files one after another, each relative to the folder of the last one, which takes fewer steps than from the
/// root. Closes up to `at_once` files together, which takes a third less time than one by one.
class OpenFiles {
public:
  explicit OpenFiles(std::size_t at_once = 1) : at_once_(at_once) {}
  ~OpenFiles() { close_all(); }
  OpenFiles(const OpenFiles &) = delete;
  OpenFiles &operator=(const OpenFiles &) = delete;

  /// A descriptor for reading; less than 0 on error, with the reason in errno.
  int open(const std::string &path);
  /// Takes a descriptor that is no longer needed.
  void close(int descriptor);

private:
  int try_open(const std::string &path);
  void close_all();
  std::string name_; ///< of the folder, with its last slash
  Descriptor folder_;
  const std::size_t at_once_;
  std::vector<int> unneeded_;
};

/// The bytes of an input as a stream, decompressed if its name says so.
class Source {
public:
  Source(const Input &input, Console &console, OpenFiles &files);
  /// Of an open descriptor, which is then closed.
  Source(int descriptor, OpenFiles &files) : files_(files), file_(descriptor) {}
  ~Source();
  Source(const Source &) = delete;
  Source &operator=(const Source &) = delete;

  /// The number of bytes written; 0 at the end, and at an error.
  std::size_t take(char *to, std::size_t size);
  /// The reason for an error; "" if there is none.
  const std::string &why() const { return why_; }
  /// The size of a regular file on disk; otherwise 0.
  std::uint64_t size() const;
  /// The number of bytes read, as on disk.
  std::size_t read() const { return read_; }

private:
  std::size_t read(char *to, std::size_t size);

  std::istream *in_ = nullptr; ///< standard input
  OpenFiles &files_;
  Descriptor file_;
  std::string compressed_; ///< the bytes of one read
  std::optional<Inflating> inflating_;
  std::size_t read_ = 0;
  std::optional<std::uint64_t> left_; ///< the bytes of a part that are not read yet
  std::string why_;
};

} // namespace stslint
