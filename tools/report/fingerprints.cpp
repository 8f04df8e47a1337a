#include "fingerprints.hpp"

#include "lib/lint/places.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace stslint {
namespace {

/// FNV-1a: the same on every machine and in every version.
class Hash {
public:
  Hash &add(std::string_view text) {
    for (const char c : text)
      add(static_cast<unsigned char>(c));
    return add(0x100); // not a byte: the end of a part
  }
  std::uint64_t value() const { return value_; }

private:
  Hash &add(unsigned what) {
    value_ = (value_ ^ what) * 0x100000001b3;
    return *this;
  }
  std::uint64_t value_ = 0xcbf29ce484222325;
};

/// The first bytes of the value of a finding. Secrets stay out of hashes, which could reveal short ones;
/// the name before a value shows that it is a secret.
std::string text_of_value(std::string_view bytes, const Finding &finding) {
  constexpr std::size_t name = 256, longest = 1024;
  const std::size_t from = finding.offset - std::min<std::size_t>(finding.offset, name);
  const std::size_t length = std::min<std::size_t>(finding.length, longest);
  return masked(bytes.substr(from, finding.offset + length - from)).substr(finding.offset - from);
}

/// A pointer with equal indices, so that an insertion before an item does not rename it.
std::string without_indices(std::string_view pointer) {
  std::string out;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(0, end);
    out += step.find_first_not_of("0123456789", 1) == std::string_view::npos ? "/*" : step;
    pointer.remove_prefix(end);
  }
  return out;
}

std::string hexadecimal(std::uint64_t hash) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

} // namespace

std::string fingerprint_of(std::string_view text) { return hexadecimal(Hash().add(text).value()); }

std::string Fingerprints::of(const PayloadReport &report, const Finding &finding, std::string_view pointer) {
  const std::uint64_t hash = Hash()
                                 .add(report.file)
                                 .add(finding.rule->id)
                                 .add(place_of(report.linter, finding).member)
                                 .add(without_indices(pointer))
                                 .add(text_of_value(report.linter.document().source(), finding))
                                 .value();
  const std::size_t before = seen_[hash]++;
  return hexadecimal(hash) + (before > 0 ? '-' + std::to_string(before + 1) : "");
}

} // namespace stslint
