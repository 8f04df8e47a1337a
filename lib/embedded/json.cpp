#include "objects.hpp"
#include "strings.hpp"

#include <array>

/// JSON that is no payload holds some as objects, and as strings: collections of requests, recorded traffic.
namespace stslint::embedded {

void scan_json(std::string_view text, const Use &use) {
  static constexpr std::array<StringForm, 1> forms = {{{"\"", "\"", Quoting::escaped, false}}};
  Copy whole(text);
  whole.keep(0, text.size());
  whole.end_at(text.size());
  scan_objects(whole, use);
  scan_strings(text, forms, use);
}

} // namespace stslint::embedded
