#include "linter_state.hpp"
#include "places.hpp"

#if STSLINT_CERTIFY
#include "../certify/certifier.hpp"
#endif

#include "../contract/streams.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace stslint {

namespace {

/// The name of item `index` in the title of its list, such as `a metric: a list of name, time, value and details`; ""
/// if the title does not name it.
std::string name_of_item(const Shape &list, std::size_t index) {
  constexpr std::string_view before = " of ", last = " and ";
  const std::size_t start = list.title.rfind(before);
  if (index >= list.tuple.size() || start == std::string_view::npos)
    return "";
  std::string names(list.title.substr(start + before.size()));
  if (const std::size_t at = names.rfind(last); at != std::string::npos)
    names.replace(at, last.size(), ", ");
  for (; index > 0 && !names.empty(); --index)
    names.erase(0, names.find(", ") == std::string::npos ? names.size() : names.find(", ") + 2);
  return names.substr(0, names.find(", "));
}

/// Cuts a pointer or a name: a key of half a megabyte would otherwise be repeated in each finding below it.
std::string bounded(std::string text) {
  if (text.size() <= Description::longest_pointer)
    return text;
  std::size_t end = Description::longest_pointer;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
    --end;
  return text.substr(0, end) + "…";
}

/// Whether a value is a placeholder, or holds one: in a template, it can be any.
bool is_left_open(const Value &value) {
  const auto open = [](const Value &part) {
    return part.kind() == Kind::broken || (part.is(Kind::string) && placeholder_in(part.contents()));
  };
  bool any = open(value);
  for (const Value item : value.items())
    any |= open(item);
  return any;
}

} // namespace

std::span<const std::string_view> forms() { return all_forms(); }

Linter::State::State(Settings with, const Contract *contract) : settings(with), free_(contract == nullptr) {
  hold_to(free_ ? standard_contract(settings.time_format, settings.stackstate) : *contract);
  allow_certifier(true);
}

/// Checks against this contract from now on; what was made for another is made anew.
void Linter::State::hold_to(const Contract &contract) {
  if (contract_ == &contract)
    return;
  contract_ = &contract;
  unit_ = contract.shape("event");
  root_ = nullptr;
  judge_.reset();
  allow_certifier(certifier_ != nullptr);
}

std::span<const Finding> Linter::State::lint(const Excerpt &excerpt, std::string_view host, std::string_view form) {
  document.stands_in(&excerpt, host);
  return lint_text(excerpt.text, form, 1);
}

std::span<const Finding> Linter::State::lint(std::string_view bytes, std::string_view form, std::size_t first_line) {
  document.stands_in(nullptr, {});
  return lint_text(bytes, form, first_line);
}

std::span<const Finding> Linter::State::lint_text(std::string_view bytes, std::string_view form,
                                                  std::size_t first_line) {
  first_line_ = first_line;
  located_ = false;
  detected_.reset();
  if (settings.streams != nullptr)
    settings.streams->state().judged.clear();
  if (free_)
    hold_to(standard_contract(settings.time_format, settings.stackstate));
  const bool free = form == "auto";
  read_as(free ? "payload" : form);
  mistakes_.clear();
  findings_.clear();
  notes_.clear();
  auto parts = parse(bytes);
  if (!parts)
    mend(bytes, form);
  if (free && detection().form != form_) {
    read_as(detection().form);
    parts.reset(); // they were found for another form
  }
  const bool may_be_wrapped = free || root_ == contract_->shape("payload");
  if (!parts && may_be_wrapped && !detection().payload)
    unwrap(bytes);
  static const Rule &wrong_endpoint = *find_rule("wrong-endpoint");
  if (!parts && may_be_wrapped && detection().other_body && !document.within() && speaks(wrong_endpoint))
    return only(wrong_endpoint);
  if (!parts)
    contract_->walk(document, *root_, unit_, settings, mistakes_, units_, siblings_);
  else if (!parts->empty())
    contract_->walk_parts(document, *root_, unit_, *parts, settings, mistakes_, units_, siblings_);
  fold_names();
  contract_->finish(document, *root_, settings, mistakes_, siblings_);
  if (schema != nullptr)
    judge_by_schema();
  for (std::size_t index = 0; index < mistakes_.size(); ++index)
    findings_.push_back(finding(index));
  refer_to_source();
  return findings_;
}

/// Names that differ from the right ones only in the naming style of a serializer become one mistake.
void Linter::State::fold_names() {
  const auto is_in_style = [&](const Mistake &mistake) {
    const Place &at = mistake.place;
    return at.value.is(Kind::string) && at.property != nullptr && at.home == nullptr &&
           document.nodes()[mistake.node].key && same_word(at.value.text(), at.property->name);
  };
  const auto folded = std::stable_partition(mistakes_.begin(), mistakes_.end(), std::not_fn(is_in_style));
  static const Rule &rule = *find_rule("wrong-naming-style");
  if (folded == mistakes_.end() || !speaks(rule) || !rule.broken({.shape = root_, .document = &document}))
    return;
  const auto by_offset = [](const Mistake &a, const Mistake &b) { return a.offset < b.offset; };
  const Value key = std::min_element(folded, mistakes_.end(), by_offset)->place.value;
  mistakes_.erase(folded, mistakes_.end());
  note(rule, key, "");
}

/// Whether a rule is not switched off.
bool Linter::State::speaks(const Rule &rule) const {
  return std::ranges::find(settings.silent, &rule) == settings.silent.end();
}

/// Reports a rule for the whole text, and nothing else.
std::span<const Finding> Linter::State::only(const Rule &rule) {
  units_.clear();
  findings_.push_back(note(rule, document.root(), ""));
  refer_to_source();
  return findings_;
}

Detection Linter::State::detection() {
  if (!detected_)
    detected_ = detect(document, *contract_);
  return *detected_;
}

void Linter::State::allow_certifier(bool allowed) {
  certifier_ = nullptr;
#if STSLINT_CERTIFY
  if (allowed)
    certifier_ = std::make_shared<Certifier>(*contract_, Certifier::PartShapes{unit_, contract_->shape("metric")},
                                             document, settings, siblings_);
#else
  static_cast<void>(allowed);
#endif
}

/// Reads the text as a value of that form.
void Linter::State::read_as(std::string_view form) {
  if (root_ == nullptr || form != root_->name)
    root_ = contract_->shape(form);
  if (root_ == nullptr)
    throw Error("the contract has no definition " + in_quotes(form));
  form_ = root_->name;
}

/// Parses a text. Returns the nodes that are left to walk: for most payloads an empty list; no value if the whole text
/// is left.
std::optional<std::span<const std::uint32_t>> Linter::State::parse(std::string_view bytes) {
#if STSLINT_CERTIFY
  if (certifier_ != nullptr)
    return certifier_->left_to_walk(bytes, *root_, unit_, units_);
#endif
  document.parse(bytes);
  return std::nullopt;
}

/// An error of the contract hides a violation at the same place, or of the same missing member: that is one mistake. A
/// lesser finding does not, nor does one of a rule that is switched off.
void Linter::State::judge_by_schema() {
  static const Rule &rule = *find_rule("foreign-violation");
  std::multimap<std::uint32_t, std::string> errors; // "" for the value itself, or the name of the member it lacks
  for (const Mistake &mistake : mistakes_)
    if (mistake.rule->severity == Severity::error && speaks(*mistake.rule))
      errors.emplace(mistake.node, mistake.place.value.absent() ? "'" + std::string(mistake.place.member) + "'" : "");
  for (const UserSchema::Violation &violation : schema->judge(document)) {
    if (settings.placeholders && is_left_open(violation.value))
      continue;
    const auto [first, last] = errors.equal_range(violation.value.index());
    const auto is_same = [&](const auto &error) { return violation.message.find(error.second) != std::string::npos; };
    if (std::none_of(first, last, is_same))
      note(rule, violation.value, violation.message);
  }
  std::ranges::stable_sort(mistakes_, {}, &Mistake::offset);
}

Finding Linter::State::note(const Rule &rule, const Value &value, std::string_view note) {
  const Place place{.value = value, .shape = root_, .document = &document, .note = notes_.emplace_back(note)};
  mistakes_.push_back({&rule, place, value.offset(), value.length(), value.index()});
  return finding(mistakes_.size() - 1);
}

/// The finding for a mistake.
Finding Linter::State::finding(std::size_t index) const {
  const Mistake &at = mistakes_[index];
  return {at.rule, at.offset, at.length, at.node, static_cast<std::uint32_t>(index)};
}

/// Prepares the locators when they are first needed. Most payloads never need lines and columns.
void Linter::State::locate() {
  if (!located_) {
    places_ = ends_ = others_ = identities_ = Locator(document, first_line_);
    expected_.clear();
  }
  located_ = true;
}

Description Linter::State::describe(const Finding &finding) {
  locate();
  Description out;
  out.start = places_.position(finding.offset);
  ends_.catch_up(places_);
  out.end = ends_.position(finding.offset + finding.length);
  out.pointer = bounded(places_.pointer(finding.node));
  const auto path = places_.path(finding.node);
  for (std::size_t depth = 1; depth <= path.size(); ++depth)
    if (is_unit(path[depth - 1].child))
      out.event = Description::Event{depth > 1 ? bounded(masked(key_at(path, depth - 1))) : "", path[depth - 1].index};
  Place place = place_of(finding);
  // A key is called by its own text, in the object that contains it.
  const bool key = finding.node < document.nodes().size() && document.nodes()[finding.node].key;
  expect(path);
  const std::string subject = subject_at(path, path.size() - (key ? 1 : 0));
  place.subject = subject;
  place.locator = &others_;
  if (place.flaw != nullptr && !key) {
    place.shape = shape_at(path.size());
    place.property = path.empty() ? nullptr : expected_.back().property;
  }
  // A secret is not written down again, not even to mend what is beside it.
  const auto secret = [&] { return holds_secret(document.source(), finding.offset, finding.length); };
  // Whatever else is wrong with a placeholder, the message is that it was not filled in.
  static const Rule &unfilled = *find_rule("unfilled-placeholder");
  const bool placeholder =
      place.note.empty() && place.shape != nullptr && place.flaw == nullptr && unfilled.broken(place) && !secret();
  out.words = (placeholder ? unfilled : *finding.rule).words(place);
  const auto writes = [](const Edit &edit) { return !edit.text.empty(); };
  const bool writes_any = std::ranges::any_of(out.words.fix, writes);
  const bool tells_secret = (writes_any || !out.words.suggestion.empty()) && secret();
  out.words.suggestion = tells_secret ? "" : masked(out.words.suggestion);
  const bool slip = place.flaw != nullptr && place.flaw->kind == FlawKind::slip;
  const auto writes_secret = [&](const Edit &edit) {
    return writes(edit) &&
           (secret_in(edit.text) || holds_secret(slip ? document.text() : document.bytes(), edit.offset, edit.length));
  };
  if ((tells_secret && writes_any) || std::ranges::any_of(out.words.fix, writes_secret))
    out.words.fix.clear();
  refer_to_source(out.words.fix, slip);
  return out;
}

bool Linter::State::is_unit(std::uint32_t node) const { return std::ranges::binary_search(units_, node); }

/// The name of the member that a path goes through at its step number `depth`; "" if that step goes to an item.
std::string Linter::State::key_at(std::span<const Locator::Step> path, std::size_t depth) const {
  return Value(document, path[depth - 1].child).text();
}

/// Finds out what is expected along a path.
void Linter::State::expect(std::span<const Locator::Step> path) {
  std::size_t known = 0;
  while (known < std::min(expected_.size(), path.size()) && expected_[known].child == path[known].child)
    ++known;
  expected_.resize(known);
  for (; known < path.size(); ++known) {
    const Locator::Step &step = path[known];
    const Shape *shape = shape_at(known);
    const Property *property = nullptr;
    if (shape == nullptr)
      ;
    else if (!document.nodes()[step.child].key)
      shape = shape->item(step.index);
    else if ((property = shape->property(Value(document, step.child))) != nullptr)
      shape = property->shape;
    else if (shape->closed())
      shape = meant_by(step.child, *shape);
    else if (shape->allows(Kind::object) || !Value(document, step.child + 1).is(Kind::array)) // else see list_within()
      shape = shape->additional;
    expected_.push_back({step.child, property, shape});
  }
}

/// What a member under an unknown key was meant to be, according to its name or to the finding about it; null for
/// anything.
const Shape *Linter::State::meant_by(std::uint32_t key, const Shape &shape) const {
  if (const Property *property = shape.alike(Value(document, key).view()))
    return property->shape;
  const std::uint32_t offset = document.nodes()[key].offset;
  const auto before = [](const Mistake &mistake, std::uint32_t at) { return mistake.offset < at; };
  auto found = std::lower_bound(mistakes_.begin(), mistakes_.end(), offset, before);
  while (found != mistakes_.end() && found->offset == offset && found->node != key)
    ++found;
  if (found == mistakes_.end() || found->node != key)
    return nullptr;
  const Place &place = found->place;
  return place.home == place.shape ? place.shape : place.property != nullptr ? place.property->shape : nullptr;
}

/// What the value at the end of the first `depth` steps of a path is called.
std::string Linter::State::subject_at(std::span<const Locator::Step> path, std::size_t depth) const {
  std::string out;
  for (;; --depth) {
    const Shape *shape = shape_at(depth);
    const bool container = shape != nullptr && !shape->name.empty() &&
                           (shape->closed() || (!shape->allows(Kind::string) && !shape->allows(Kind::number)));
    std::string noun(container ? shape->name : std::string_view());
    std::ranges::replace(noun, '-', ' ');
    if (depth == 0)
      return out += !container ? "the value" : noun.ends_with('s') ? noun : "the " + noun;
    const Locator::Step &step = path[depth - 1];
    if (document.nodes()[step.child].key)
      return out += shortened(key_at(path, depth));
    // An item of a list under a key that the sender chose, such as an event, is called by that key.
    const Shape *map = depth > 1 ? shape_at(depth - 2) : nullptr;
    const bool named = map != nullptr && map->additional != nullptr && document.nodes()[path[depth - 2].child].key;
    const std::string number = ' ' + std::to_string(step.index);
    const Shape *list = shape_at(depth - 1);
    if (container && list != nullptr && list->tuple.empty())
      return out += noun + number + (named ? " of " + in_quotes(key_at(path, depth - 1)) : "");
    const std::string part = list == nullptr ? "" : name_of_item(*list, step.index);
    out += part.empty() ? "item" + number : "the " + part;
    if (depth == 1)
      return out;
    out += " of ";
  }
}

Linter::Linter(Settings settings) : state_(std::make_unique<State>(settings, nullptr)) {}
Linter::Linter(Settings settings, const Contract &contract) : state_(std::make_unique<State>(settings, &contract)) {}
Linter::~Linter() = default;

std::span<const Finding> Linter::lint(std::string_view bytes, std::string_view form, std::size_t first_line) {
  return state_->lint(bytes, form, first_line);
}

std::span<const Finding> Linter::lint(const Excerpt &excerpt, std::string_view host, std::string_view form) {
  return state_->lint(excerpt, host, form);
}

Description Linter::describe(const Finding &finding) { return state_->describe(finding); }
Identity Linter::identity(const Finding &finding) { return state_->identity(finding); }
void Linter::use_schema(const UserSchema *schema) { state_->schema = schema; }
void Linter::allow_certifier(bool allowed) { state_->allow_certifier(allowed); }
Settings &Linter::settings() { return state_->settings; }
const Document &Linter::document() const { return state_->document; }
std::string_view Linter::form() const { return state_->form(); }
Detection Linter::detection() { return state_->detection(); }
std::size_t Linter::events() const { return state_->events(); }

const Place &place_of(const Linter &linter, const Finding &finding) { return linter.state().place_of(finding); }

Finding noted(Linter &linter, const Rule &rule, const Value &value, std::string_view note) {
  return linter.state().note(rule, value, note);
}

void lint_messages(Linter &linter, std::string_view text, std::string_view form, bool a_line_each,
                   const std::function<void(const Finding &)> &use) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = a_line_each ? std::min(text.find('\n', at), text.size()) : text.size();
    for (const Finding &finding : linter.lint(text.substr(at, end - at), form))
      use(finding);
    at = end + 1;
  }
}

void lint_example(const Rule &rule, std::string_view on, std::string_view text,
                  const std::function<void(Linter &, const Finding &)> &use) {
  Streams streams;
  Linter linter({.now = example_now, .max_age = example_max_age, .streams = &streams});
  lint_messages(linter, text, on, rule.scope == Scope::stream, [&](const Finding &finding) { use(linter, finding); });
}

} // namespace stslint
