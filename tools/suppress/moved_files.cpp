#include "moved_files.hpp"

#include <algorithm>
#include <filesystem>

namespace stslint {

namespace {

constexpr std::size_t most_compared = 8; // files for each fingerprint, and fingerprints for each file

std::string filename(const std::string &file) { return std::filesystem::path(file).filename().string(); }

/// How many findings of the one are also among the other. An origin can be a large stream, so that it is not gone over.
std::size_t common(const std::map<std::string, std::size_t> &origin, const std::map<std::string, std::size_t> &file) {
  std::size_t found = 0;
  for (const auto &[fingerprint, count] : file)
    if (const auto at = origin.find(fingerprint); at != origin.end())
      found += std::min(count, at->second);
  return found;
}

} // namespace

MovedFiles::MovedFiles(const SuppressionFile &baseline, Files &files) {
  for (const Suppressions::Entry &entry : baseline.suppressions.entries())
    if (const auto name = entry.fingerprint.empty() ? std::nullopt : literal_text(entry.files)) {
      const bool gone =
          known_.insert(*name).second ? !files.has(baseline.path.parent_path() / *name) : gone_.contains(*name);
      if (gone) {
        const std::size_t count = std::max<std::size_t>(entry.count, 1);
        gone_[*name].findings[entry.fingerprint] += count;
        gone_[*name].all += count;
      }
    }
  for (const auto &[file, origin] : gone_) {
    by_filename_[filename(file)].push_back(file);
    for (const auto &[fingerprint, count] : origin.findings)
      by_fingerprint_[fingerprint].push_back(file);
  }
}

void MovedFiles::add_some(std::set<std::string> &origins, std::deque<std::string> &list) {
  while (!list.empty() && !gone_.contains(list.front()))
    list.pop_front();
  std::size_t looked_at = 0;
  for (const std::string &file : list) {
    if (gone_.contains(file))
      origins.insert(file);
    if (++looked_at == most_compared)
      return;
  }
}

void MovedFiles::look_at(const std::string &file, std::span<const std::string> fingerprints, bool parts) {
  if (!may_have_moved(file))
    return;
  Findings findings;
  for (const std::string &fingerprint : fingerprints)
    ++findings[fingerprint];
  std::set<std::string> origins;
  if (const auto list = by_filename_.find(filename(file)); list != by_filename_.end())
    add_some(origins, list->second);
  for (const std::string &fingerprint : fingerprints.first(std::min(fingerprints.size(), most_compared)))
    if (const auto list = by_fingerprint_.find(fingerprint); list != by_fingerprint_.end())
      add_some(origins, list->second);
  std::string best;
  std::pair<std::size_t, bool> most = {0, false};
  for (const std::string &name : origins) {
    const Origin &origin = gone_.at(name);
    const std::pair match = {common(origin.findings, findings), filename(name) == filename(file)};
    if (match.first > 0 && (parts || 2 * match.first >= origin.all) && match > most) {
      most = match;
      best = name;
    }
  }
  if (best.empty())
    return;
  before_[file] = best;
  now_[best] = file;
  gone_.erase(best);
}

const std::string &MovedFiles::name_before(const std::string &file) const {
  const auto known = before_.find(file);
  return known == before_.end() ? file : known->second;
}

const std::string &MovedFiles::name_now(const std::string &file) const {
  const auto known = now_.find(file);
  return known == now_.end() ? file : known->second;
}

} // namespace stslint
