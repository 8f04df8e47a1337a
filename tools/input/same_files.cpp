#include "same_files.hpp"

#include <filesystem>
#include <unordered_map>
#include <utility>

namespace stslint {
namespace {

namespace fs = std::filesystem;

/// The same for all paths of a file. Most files share their folder, so that only folders and links are resolved.
class Identities {
public:
  std::string of(const std::string &path, bool link) {
    std::error_code error;
    if (link) {
      const fs::path file = fs::canonical(path, error);
      return error ? path : file.string();
    }
    if (path.empty()) // standard input
      return path;
    const std::size_t name = path.rfind('/') + 1;
    const auto [folder, is_new] = folders_.try_emplace(path.substr(0, name));
    if (is_new)
      folder->second = fs::canonical(name == 0 ? "." : folder->first, error).string() + '/';
    return folder->second + path.substr(name);
  }

private:
  std::unordered_map<std::string, std::string> folders_;
};

} // namespace

void merge_same_files(Expansion &expansion, const std::vector<bool> &links) {
  std::vector<Input> &inputs = expansion.inputs;
  Identities identities;
  std::unordered_map<std::string, std::size_t> first;
  std::vector<bool> goes(inputs.size());
  for (std::size_t at = 0; at < inputs.size(); ++at) {
    const auto [known, is_new] = first.try_emplace(identities.of(inputs[at].path, links[at]), at);
    if (is_new)
      continue;
    std::size_t other = at;
    if (links[known->second] && !links[at])
      std::swap(known->second, other);
    goes[other] = true;
    inputs[known->second].by_hand |= inputs[other].by_hand;
  }
  std::size_t kept = 0, at = 0;
  std::vector<std::size_t> places(inputs.size() + 1);
  for (; at < inputs.size(); ++at) {
    places[at] = kept;
    if (!goes[at])
      std::swap(inputs[kept++], inputs[at]);
  }
  places[at] = kept;
  inputs.resize(kept);
  for (Expansion::Folder &folder : expansion.folders) {
    const std::size_t files = folder.last - folder.first;
    folder = {folder.name, places[folder.first], places[folder.last]};
    folder.shared = folder.last - folder.first < files;
  }
}

} // namespace stslint
