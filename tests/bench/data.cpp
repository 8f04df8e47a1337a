// Writes what the benchmarks of whole processes read into a folder: one small file, 5,000 files, a stream of payloads,
// one large payload, and streams of which a hundredth and all are bad. `data DIR [MEGABYTES]`: of the stream; 200 if
// not said.
#include "payloads.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

using namespace stslint;
namespace fs = std::filesystem;

namespace {

std::ofstream open(const fs::path &path) {
  std::ofstream out(path, std::ios::binary);
  if (!out)
    throw std::runtime_error(path.string() + " cannot be written");
  return out;
}

/// The payloads again and again, until the file is full; each `bad_every`th comes from the bad ones.
void write_stream(const fs::path &path, const std::vector<std::string> &good, const std::vector<std::string> &bad,
                  std::size_t bytes, std::size_t bad_every) {
  std::ofstream out = open(path);
  for (std::size_t index = 0, size = 0; size < bytes; ++index) {
    const auto &from = bad_every > 0 && index % bad_every == 0 ? bad : good;
    const std::string &payload = from[(bad_every > 0 ? index / bad_every : index) % from.size()];
    out << payload << '\n';
    size += payload.size() + 1;
  }
}

/// One payload of so many events of a plain kind: 240 bytes each, no two the same.
void write_large(const fs::path &path, std::size_t events) {
  constexpr std::array<std::string_view, 4> categories = {"Activities", "Alerts", "Changes", "Others"};
  std::ofstream out = open(path);
  out << R"({"collection_timestamp":1607432950,"internalHostname":"web01.example.org","events":{"app.deployment":[)";
  for (std::size_t index = 0; index < events; ++index)
    out << (index > 0 ? "," : "") << "\n"
        << R"({"context":{"category":")" << categories[index % categories.size()]
        << R"(","element_identifiers":["urn:host:/web)" << index % 5000 << R"(.example.org"],"source":"Jenkins"},)"
        << R"("event_type":"DeploymentEvent","msg_text":"Build )" << index
        << R"( of web runs.","msg_title":"web 1.4 is deployed on web01","timestamp":)" << 1607432000 + index % 900
        << '}';
  out << "]}}\n";
}

} // namespace

int main(int count, char **arguments) try {
  if (count < 2) {
    std::cerr << "usage: data DIR [MEGABYTES]\n";
    return 2;
  }
  const fs::path folder = arguments[1];
  const std::size_t megabytes = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 200, bytes = megabytes << 20;
  fs::create_directories(folder / "files");
  const auto good = bench::good_payloads(std::min<std::size_t>(bytes, 64 << 20)), bad = bench::bad_payloads(4 << 20);
  write_stream(folder / "lines.jsonl", good, bad, bytes, 0);
  write_stream(folder / "few_bad.jsonl", good, bad, bytes, 100);
  write_stream(folder / "all_bad.jsonl", good, bad, bytes / 10, 1);
  for (std::size_t index = 0; index < 5000; ++index)
    open(folder / "files" / (std::to_string(10000 + index) + ".json")) << good[index % good.size()] << '\n';
  open(folder / "small.json") << *std::ranges::min_element(good, {}, [](const std::string &payload) {
    return payload.size() > 1024 ? payload.size() - 1024 : 1024 - payload.size();
  }) << '\n';
  write_large(folder / "large.json", 750 * megabytes); // 150,000 if not said
  return 0;
} catch (const std::exception &error) {
  std::cerr << "data: " << error.what() << '\n';
  return 1;
}
