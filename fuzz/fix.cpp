// Fixing any bytes, in any form: no error comes up that was not there, and what was JSON still is; fixing twice is
// fixing once; the edits lie within the text, in order and apart. Where safe fixes make JSON of
// a text, its objects and lists are those that were read before: no value gets another parent.
#include "target.hpp"

#include "lib/lint/places.hpp"
#include "stslint/fix.hpp"

#include <map>
#include <vector>

using namespace stslint;

namespace {

using Errors = std::map<std::string_view, std::size_t>;

/// The errors of a text: of its JSON alone, or all.
Errors errors_in(Linter &linter, std::string_view text, std::string_view form, bool of_the_json) {
  Errors errors;
  for (const Finding &finding : linter.lint(text, form))
    if (finding.rule->severity == Severity::error && (!of_the_json || place_of(linter, finding).flaw != nullptr))
      ++errors[finding.rule->id];
  return errors;
}

/// The objects and lists of a text, as they are read.
std::string containers_of(Linter &linter, std::string_view text, std::string_view form) {
  linter.lint(text, form);
  std::string out;
  std::vector<std::uint32_t> ends;
  const auto nodes = linter.document().nodes();
  for (std::uint32_t at = 0; at < nodes.size(); ++at) {
    for (; !ends.empty() && ends.back() <= at; ends.pop_back())
      out += ')';
    if (!is_container(nodes[at].kind))
      continue;
    out += nodes[at].kind == Kind::object ? "o(" : "l(";
    ends.push_back(nodes[at].next);
  }
  return out + std::string(ends.size(), ')');
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  // As in the target lint, a first byte that no text starts with chooses the form.
  const bool chosen = size > 0 && data[0] < forms().size();
  const std::string_view form = chosen ? forms()[data[0]] : "auto", text = text_of(data, size).substr(chosen ? 1 : 0);
  Linter linter({example_now, example_max_age});
  for (const bool unsafe : {false, true}) {
    const FixOptions options{.unsafe = unsafe};
    const Fixes found = fixes(linter, text, form, options);
    std::size_t at = 0;
    for (const Edit &edit : found.edits) {
      require(edit.offset >= at && edit.offset + edit.length <= text.size(), "edits out of order, or of the text");
      at = edit.offset + edit.length;
    }
    require(found.edits.empty() == (found.count == 0), "edits that fix nothing, or fixes without edits");
    const std::string once = edited(text, found.edits);
    require(unsafe || !errors_in(linter, once, form, true).empty() ||
                containers_of(linter, text, form) == containers_of(linter, once, form),
            "a safe fix moves values: " + once);
    // Mending the JSON shows what was hidden: then only its own errors can be compared.
    const bool json = errors_in(linter, text, form, true).empty();
    const Errors before = errors_in(linter, text, form, !json), after = errors_in(linter, once, form, !json);
    for (const auto &[rule, count] : after) {
      const auto was = before.find(rule);
      require(was != before.end() && count <= was->second, "a fix brought " + std::string(rule));
    }
    require(fixes(linter, once, form, options).count == 0, "fixing twice is not fixing once: " + once);
  }
  return 0;
}
