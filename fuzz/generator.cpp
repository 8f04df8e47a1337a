// Any decisions, of which the last says what part of a payload is made: what is made good is found good, what breaks a
// rule breaks that alone, what is not JSON is refused; and the same decisions make the same case.
#include "target.hpp"

#include "stslint/generate.hpp"

#include <map>
#include <span>

using namespace stslint;

namespace {

Generator &generator_of(std::string_view part) {
  static std::map<std::string_view, Generator> all;
  return all.try_emplace(part, 0, GeneratorOptions{.part = part}).first->second;
}

std::string about(const Case &made, const Label &label) {
  std::string text = std::string(made.kind) + ' ' + std::string(made.operator_id) + " breaks";
  for (const std::string_view rule : label.rules)
    text += ' ' + std::string(rule);
  return text + ": " + made.payload;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  const std::span<const std::uint8_t> bytes(data, size);
  const std::string_view part = forms()[size == 0 ? 0 : data[size - 1] % forms().size()];
  Generator &generator = generator_of(part);
  Decisions decisions(bytes), again(bytes);
  const std::string before = generator.make(decisions).payload;
  const Case &made = generator.make(again);
  require(made.payload == before, "the same decisions make another case");
  const Label label = generator.label(made);
  if (made.kind.starts_with("valid"))
    require(label.rules.empty(), about(made, label));
  if (made.kind == "fault" || made.kind == "sequence")
    require(label.rules.size() == 1 && label.rules[0] == made.operator_id, about(made, label));
  if (made.kind == "syntax" || made.kind == "encoding")
    require(label.expected == Expected::reject, about(made, label));
  return 0;
}
