#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace stslint::test {

/// The root of the source tree.
inline const std::filesystem::path root = STSLINT_SOURCE_DIR;

inline std::string read(const std::filesystem::path &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The regular files in a folder and below, in the order of their names, that end so.
inline std::vector<std::filesystem::path> files(const std::filesystem::path &folder, const std::string &ending = "") {
  std::vector<std::filesystem::path> found;
  for (const auto &entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().string().ends_with(ending))
      found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

/// A file's name as a test's name.
inline std::string test_name(const std::filesystem::path &path) {
  std::string name = path.stem().string();
  std::ranges::replace_if(
      name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

} // namespace stslint::test
