#include "label_json.hpp"

namespace stslint {

void write_label(JsonWriter &json, const Case &made, const Label &label, std::uint64_t index) {
  json.member("index", static_cast<std::size_t>(index));
  json.member("class", made.kind);
  json.member("operator", made.operator_id);
  json.list("rules", label.rules);
  json.member("pointer", label.pointer);
  json.member("expected", name(label.expected));
  json.member("source", label.source);
  json.member("why", label.why);
  json.list("args", label.args);
}

} // namespace stslint
