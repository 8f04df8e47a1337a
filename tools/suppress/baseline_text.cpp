#include "baseline_text.hpp"

#include "stslint/text.hpp"

namespace stslint {

std::string baseline_text(const BaselineEntries &entries) {
  std::string text = "{\n  \"suppress\": [";
  for (const auto &[key, entry] : entries) {
    const auto &[file, pointer, rule, fingerprint] = key;
    text += (text.ends_with('[') ? "\n    " : ",\n    ") + ("{\"files\": " + json_string(file)) +
            ", \"pointer\": " + json_string(pointer) + ", \"rule\": " + json_string(rule) +
            (fingerprint.empty() ? "" : ", \"fingerprint\": " + json_string(fingerprint)) +
            (entry.count == 0 ? "" : ", \"count\": " + std::to_string(entry.count)) +
            ", \"reason\": " + json_string(entry.reason) + '}';
  }
  return text + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace stslint
