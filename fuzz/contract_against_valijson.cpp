// Any JSON: the compiled shapes and valijson, given the same schema, find something wrong at the same places.
#include "target.hpp"

#include "../tests/peers/peers.hpp"
#include "lib/contract/contract.hpp"
#include "stslint/lint.hpp"

using namespace stslint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static const UserSchema judge(standard_contract().schema("payload"));
  const std::string_view text = text_of(data, size);
  const std::string difference = peers::disagreement(judge, text);
  require(difference.empty(), difference);
  return 0;
}
