// Any schema of a user's and any text, as {"schema": …, "instance": …}: reading the schema and judging by it end, in
// violations or an Error; each violation has words and a value; the same schema says the same twice.
#include "target.hpp"

#include "stslint/error.hpp"
#include "stslint/user_schema.hpp"

using namespace stslint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  Document input;
  input.parse(text_of(data, size));
  const Value schema = input.root().member("schema"), instance = input.root().member("instance");
  try {
    const UserSchema judge(schema.raw());
    Document text;
    text.parse(instance.raw());
    const auto violations = judge.judge(text);
    for (const UserSchema::Violation &violation : violations) {
      require(!violation.message.empty(), "a violation without words");
      require(!violation.value.absent(), "a violation without a place");
    }
    require(UserSchema(schema.raw()).judge(text).size() == violations.size(), "twice is not the same");
  } catch (const Error &) {
    // A schema that is none, or a text beyond its limits.
  }
  return 0;
}
