#include "linter_state.hpp"
#include "suppressions.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace stslint {
namespace {

/// FNV-1a, with 64 bits: the same on every machine, and read by people who compare two baselines.
class Hash {
public:
  void add(std::string_view text) {
    for (const char c : text)
      add(static_cast<unsigned char>(c));
    add(0xff); // never in UTF-8: "a" and "bc" must differ from "ab" and "c"
  }
  void add(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }

  std::string text() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(state_));
    return digits.data();
  }

private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

/// A value as its tokens: white space between them does not count.
void add_value(Hash &hash, const Document &document, std::uint32_t first) {
  const auto nodes = document.nodes();
  for (std::uint32_t at = first; at < document.after(first); ++at) {
    const Node &node = nodes[at];
    hash.add(static_cast<unsigned char>(node.kind));
    if (is_container(node.kind))
      hash.add(std::to_string(node.next - at));
    else
      hash.add(document.bytes().substr(node.offset, node.length));
  }
}

std::string without_blanks(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return out;
}

} // namespace

Identity Linter::State::identity(const Finding &finding) {
  locate();
  Identity out;
  out.pointer = identities_.pointer(finding.node);
  // In the pattern, `*` replaces the segments of the pointer that are numbers of items, rather than names.
  std::size_t at = 0;
  for (const Locator::Step &step : identities_.path(finding.node)) {
    const std::size_t end = std::min(out.pointer.find('/', at + 1), out.pointer.size());
    const bool name = document.nodes()[step.child].key;
    out.pattern += name ? literal_pattern(std::string_view(out.pointer).substr(at, end - at)) : "/*";
    at = end;
  }
  const Place &place = place_of(finding);
  Hash hash;
  hash.add(finding.rule->id);
  hash.add(out.pattern);
  if (place.flaw != nullptr)
    hash.add(without_blanks(document.source().substr(finding.offset, finding.length)));
  else if (place.value.absent())
    hash.add(place.member);
  else
    add_value(hash, document, place.value.index());
  if (!place.note.empty()) // two violations of one value are two findings
    hash.add(place.note);
  out.fingerprint = hash.text();
  return out;
}

} // namespace stslint
