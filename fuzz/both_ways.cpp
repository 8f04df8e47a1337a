// Any bytes in any form: with the certifier and without it the same is found, counted and detected; and, where the text
// comes twice as the messages of a sequence, the same is known of its streams.
#include "target.hpp"

#include "lib/contract/streams.hpp"
#include "stslint/lint.hpp"

#include <algorithm>

using namespace stslint;

namespace {

struct Seen {
  std::string_view rule;
  std::uint32_t offset, length;
  std::string pointer, message;
  bool operator==(const Seen &) const = default;
};

struct Outcome {
  std::vector<Seen> findings;
  std::size_t events;
  Detection detection;
};

Outcome outcome(Linter &linter, std::string_view text, std::string_view form) {
  Outcome out{{}, 0, {}};
  for (const Finding &finding : linter.lint(text, form)) {
    Description d = linter.describe(finding);
    out.findings.push_back({finding.rule->id, finding.offset, finding.length, d.pointer, d.words.message});
  }
  out.events = linter.events();
  out.detection = linter.detection();
  return out;
}

void compare(const Outcome &with, const Outcome &without, const std::string &where) {
  const auto [one, other] = std::ranges::mismatch(with.findings, without.findings);
  if (other != without.findings.end())
    require(false, "the certifier hides or changes " + std::string(other->rule) + where);
  if (one != with.findings.end())
    require(false, "the certifier lets find " + std::string(one->rule) + where);
  require(with.events == without.events, "the certifier counts other events" + where);
  require(with.detection.form == without.detection.form && with.detection.payload == without.detection.payload,
          "the certifier changes what a text seems to be" + where);
}

/// What is not known is not equal to itself.
bool same(double a, double b) { return a == b || (a != a && b != b); }
bool same(const Streams::Stream &a, const Streams::Stream &b) {
  return std::tie(a.model, a.set_up, a.open, a.offset, a.batch_index) ==
             std::tie(b.model, b.set_up, b.open, b.offset, b.batch_index) &&
         same(a.opened, b.opened) && same(a.repeat, b.repeat);
}
bool same(const Streams::State &a, const Streams::State &b) {
  return a.known.size() == b.known.size() &&
         std::ranges::all_of(a.known,
                             [&](const auto &stream) {
                               const auto there = b.known.find(stream.first);
                               return there != b.known.end() && same(stream.second, there->second);
                             }) &&
         std::ranges::equal(a.judged, b.judged, [](const Streams::Judgement &x, const Streams::Judgement &y) {
           return x.node == y.node && x.problem == y.problem && same(x.before, y.before);
         });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
  static Linter with({example_now, example_max_age}), without({example_now, example_max_age});
  without.allow_certifier(false);
  const std::string_view text = text_of(data, size);
  std::vector<std::string_view> all(forms().begin(), forms().end());
  all.push_back("auto");
  for (const std::string_view form : all) {
    const std::string where = ", as " + std::string(form);
    compare(outcome(with, text, form), outcome(without, text, form), where);
    with.settings().time_format = without.settings().time_format = TimeFormat::ms;
    compare(outcome(with, text, form), outcome(without, text, form), where + ", in milliseconds");
    with.settings().time_format = without.settings().time_format = TimeFormat::s;
    Streams streams, others;
    with.settings().streams = &streams;
    without.settings().streams = &others;
    for (const char *turn : {", in a stream", ", in a stream once more"}) {
      compare(outcome(with, text, form), outcome(without, text, form), where + turn);
      require(same(streams.state(), others.state()), "the certifier changes what is known of streams" + where + turn);
    }
    with.settings().streams = without.settings().streams = nullptr;
  }
  return 0;
}
