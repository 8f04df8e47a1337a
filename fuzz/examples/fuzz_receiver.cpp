// A libFuzzer target of somebody else's: all that is stslint's in it are two lines.
#include "receiver.hpp"

#include <stslint/mutator.h>

STSLINT_DEFINE_LIBFUZZER_MUTATOR()

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  toy::Receiver receiver;
  receiver.post({reinterpret_cast<const char *>(data), size});
  return 0;
}
