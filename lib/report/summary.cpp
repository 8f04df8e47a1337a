#include "summary.hpp"

namespace stslint {

void Summary::count(const Linter &linter, std::string_view form) {
  ++payloads;
  events += linter.events();
  if (form == "auto" && linter.form() != "payload") {
    ++parts;
    part = linter.form();
  }
}

void Summary::count(Severity severity) {
  ++(severity == Severity::error ? errors : severity == Severity::warning ? warnings : infos);
}

} // namespace stslint
