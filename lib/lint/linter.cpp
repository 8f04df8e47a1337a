#include "stslint/lint.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::string_view unit = "event";

} // namespace

std::span<const std::string_view> forms() {
  static constexpr std::array<std::string_view, 5> names = {"payload", "events", "event", "metrics", "metric"};
  return names;
}

Linter::Linter(Settings settings, const Contract &contract) : contract_(&contract), settings_(settings) {}

std::span<const Finding> Linter::lint(std::string_view bytes, std::string_view form) {
  findings_.clear();
  units_.clear();
  document_.parse(bytes);
  places_ = Locator(document_);
  ends_ = Locator(document_);
  detection_ = detect(document_, *contract_);
  form_ = form == "auto" ? detection_.form : form;
  contract_->walk(document_, form_, unit, settings_, findings_, units_);
  return findings_;
}

Description Linter::describe(const Finding &finding) {
  Description out;
  out.start = places_.position(finding.offset);
  out.end = ends_.position(finding.offset + finding.length);
  out.pointer = places_.pointer(finding.node);

  // What the last step of the path is called, and the event on the way.
  const auto path = places_.path(finding.node);
  const auto name_of = [&](std::size_t step) -> std::string {
    const Value child(document_, path[step].child);
    if (document_.nodes()[child.index()].key)
      return child.text();
    const std::string container = step > 0 ? " of " + shortened(Value(document_, path[step - 1].child).text()) : "";
    return "item " + std::to_string(path[step].index) + container;
  };
  std::string subject = path.empty() ? "the " + std::string(form_) : shortened(name_of(path.size() - 1));
  for (std::size_t step = 0; step < path.size(); ++step)
    if (std::ranges::binary_search(units_, path[step].child)) {
      const std::string name = step > 0 ? Value(document_, path[step - 1].child).text() : "";
      out.event = Description::Event{name, path[step].index};
      if (step + 1 == path.size())
        subject = "event " + std::to_string(path[step].index) + " of " + in_quotes(name);
    }
  Place place = finding.place;
  place.subject = subject;
  out.words = finding.rule->words(place);
  return out;
}

} // namespace stslint
