#pragma once

#include "gunzip.hpp"
#include "inputs.hpp"

#include <cstdint>
#include <optional>
#include <string>

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

private:
  int number_;
};

/// The folder that the last file was in: the next one is found from there in fewer steps than from the root.
class Folder {
public:
  /// Opens a file to read it; less than 0 if it cannot be, for the reason in errno.
  int open(const std::string &path);

private:
  std::string name_; ///< with its last slash
  Descriptor folder_;
};

/// The bytes of an input as they come, unpacked if its name says that they are compressed.
class Source {
public:
  /// `folder` is where the last input was, which is remembered.
  Source(const Input &input, Console &console, Folder *folder = nullptr);

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
  Descriptor file_;
  std::string compressed_; ///< as much as was read at once
  std::optional<Inflating> inflating_;
  std::size_t read_ = 0;
  std::string why_;
};

} // namespace stslint
