#include "stslint/generate.hpp"

#include "case_templates.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

constexpr std::array<CaseClass, 12> classes = {{
    {"valid-minimal", "good: only what must be there"},
    {"valid-maximal", "good: every member, every part"},
    {"valid-variant", "good: any members, in any order, white space and escapes"},
    {"fault", "breaks one rule; the operation is its id"},
    {"multi-fault", "breaks two or more rules"},
    {"sequence", "several payloads, a line each, that break a rule of streams together"},
    {"boundary", "just within or just outside of a bound of the schema"},
    {"time", "times around every limit and in every unit"},
    {"syntax", "not JSON, in one of the ways people and programs get it wrong"},
    {"encoding", "not UTF-8"},
    {"implementation-defined", "JSON that parsers read differently: a receiver may do either"},
    {"size", "long texts, deep nesting, many members"},
}};

enum Kinds {
  minimal,
  maximal,
  variant,
  fault,
  multi_fault,
  sequence,
  boundary,
  time,
  syntax,
  encoding,
  defined,
  large
};

/// How much of what may be there is there.
enum Fullness { least, some, most };

/// How often each class comes where none is asked for, of a hundred: in the order of the classes.
constexpr std::array<std::uint32_t, 12> shares = {4, 3, 8, 56, 8, 2, 5, 3, 6, 2, 2, 1};

constexpr std::size_t bases_of_a_container = 12;

std::size_t index_of(std::string_view kind) {
  return static_cast<std::size_t>(std::ranges::find(classes, kind, &CaseClass::name) - classes.begin());
}

bool is_container(const Property &property) {
  return property.shape->allows(Kind::array) || property.shape->allows(Kind::object);
}

} // namespace

std::span<const CaseClass> case_classes() { return classes; }

std::string_view name(Expected expected) {
  constexpr std::string_view names[] = {"accept", "reject", "impl"};
  return names[static_cast<std::size_t>(expected)];
}

struct Generator::State {
  /// A member of the part, with what compose() asks of it for every payload.
  struct Ingredient {
    const Property *property;
    const std::vector<std::string> *values;
    std::size_t first_filled; ///< the first of the values that is not empty
    bool container, wanted;
  };

  State(std::uint64_t from, GeneratorOptions asked)
      : seed(from), options(asked), contract(standard_contract(asked.time_format)), parts(contract),
        part(*contract.shape(asked.part)), independent(&part == contract.shape("payload")), linter(settings()) {
    if (!independent)
      bases = parts.of(part);
    for (const Property &property : part.properties) {
      const auto &values = parts.of(*property.shape, &property);
      const auto filled = std::ranges::find_if(values, [](const std::string &value) { return value.size() > 2; });
      const bool container = is_container(property);
      ingredients.push_back(
          {&property, &values, static_cast<std::size_t>(filled - values.begin()), container, wanted(property)});
      if (container)
        containers.push_back(&property);
    }
    // With no decisions made, all is as simple as can be.
    const auto simplest = [this](const Property *main) {
      std::string out;
      Decisions none{std::span<const std::uint8_t>()};
      compose(out, none, main, least);
      return out.size();
    };
    std::ranges::stable_sort(containers, {}, simplest);
    for (std::size_t i = 0; independent && i < bases_of_a_container * containers.size(); ++i) {
      const std::size_t turn = i % bases_of_a_container;
      Decisions decisions(turn);
      compose(bases.emplace_back(), decisions, containers[i / bases_of_a_container], turn == 0 ? most : some);
    }
    for (const Rule *rule : all_rules())
      if (rule->scope != Scope::run)
        (rule->scope == Scope::stream ? stream_rules : payload_rules).push_back(rule);
  }

  /// A good object of the part's shape: what is wanted, `main` with something in it, and as many others as said. The
  /// value of `given` is `text`.
  void compose(std::string &out, Decisions &decisions, const Property *main, Fullness fullness,
               const Property *given = nullptr, std::string_view text = {}) {
    out += '{';
    const std::size_t start = out.size();
    for (const Ingredient &member : ingredients) {
      const bool filled = member.property == main || (fullness == most && member.container);
      const bool chosen = fullness == some && decisions.draw(4) == 1;
      const bool is_given = member.property == given;
      if (!is_given && ((!filled && !chosen && !member.wanted) || member.values->empty()))
        continue;
      out += out.size() > start ? ", \"" : "\"";
      out += member.property->name;
      out += "\": ";
      out += is_given ? text : filled ? something(member, fullness, decisions) : decisions.pick(*member.values);
    }
    out += '}';
  }

  /// One of the values that are not empty, which stand first; the fullest stand last.
  static std::string_view something(const Ingredient &member, Fullness fullness, Decisions &decisions) {
    const std::vector<std::string> &values = *member.values;
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(member.first_filled);
    const auto count = static_cast<std::uint32_t>(values.end() - first);
    if (count == 0)
      return values.back();
    const std::uint32_t at = decisions.draw(fullness == some ? count : std::min(count, fullness == least ? 2u : 3u));
    return *(first + (fullness == most ? count - 1 - at : at));
  }

  template <typename List> static std::uint32_t size(const List &list) {
    return static_cast<std::uint32_t>(list.size());
  }

  /// A good value of the part.
  void good(std::string &out, Decisions &decisions, Fullness fullness = some) {
    if (independent)
      compose(out, decisions, decisions.pick(containers), fullness);
    else
      out += decisions.pick(parts.of(part));
  }

  void follow(std::string &out, const CaseTemplate &chosen, Decisions &decisions) {
    if (chosen.member == nullptr)
      out += chosen.text;
    else
      compose(out, decisions, is_container(*chosen.member) ? chosen.member : decisions.pick(containers), some,
              chosen.member, chosen.text);
  }

  TemplateSource source() { return {contract, part, independent, bases, settings()}; }

  Settings settings() const {
    return {.now = example_now, .max_age = example_max_age, .time_format = options.time_format};
  }

  const std::vector<CaseTemplate> &faults_of(const Rule &rule) {
    auto [known, fresh] = by_rule.try_emplace(&rule);
    if (fresh)
      known->second = faults(source(), rule);
    return known->second;
  }

  const std::vector<CaseTemplate> &templates_of(std::size_t kind) {
    auto [known, fresh] = by_kind.try_emplace(kind);
    if (fresh)
      known->second = kind == boundary  ? boundaries(source())
                      : kind == time    ? times(source())
                      : kind == defined ? implementation_defined(source())
                                        : sizes(source());
    return known->second;
  }

  /// A rule of that scope that can be broken in this part; null if there is none.
  const Rule *breakable(Decisions &decisions, bool of_streams) {
    const auto &rules = of_streams ? stream_rules : payload_rules;
    for (std::size_t tried = 0, at = decisions.draw(size(rules)); tried < rules.size(); ++tried, ++at)
      if (!faults_of(*rules[at % rules.size()]).empty())
        return rules[at % rules.size()];
    return nullptr;
  }

  void make(Decisions &decisions) {
    made.payload.clear();
    made.form = part.name;
    made.operation = "";
    std::size_t kind = options.kind.empty() ? drawn_kind(decisions) : index_of(options.kind);
    const Rule *rule = options.rule.empty() ? nullptr : find_rule(options.rule);
    if (rule != nullptr)
      kind = rule->scope == Scope::stream ? sequence : fault;
    else if (kind == fault || kind == sequence)
      rule = breakable(decisions, kind == sequence);
    if (rule == nullptr && (kind == fault || kind == sequence))
      kind = variant;
    fill(kind, rule, decisions);
    made.kind = classes[kind].name;
  }

  std::size_t drawn_kind(Decisions &decisions) {
    std::uint32_t point = decisions.draw(100);
    std::size_t kind = 0;
    while (point >= shares[kind])
      point -= shares[kind++];
    return kind;
  }

  void fill(std::size_t &kind, const Rule *rule, Decisions &decisions) {
    std::string &out = made.payload;
    if (kind == minimal || kind == maximal)
      return good(out, decisions, kind == minimal ? least : most);
    if (kind == fault || kind == sequence) {
      made.operation = rule->id;
      return follow(out, decisions.pick(faults_of(*rule)), decisions);
    }
    if (kind == variant || kind == syntax || kind == encoding) {
      const auto operations = kind == variant  ? variant_operations()
                              : kind == syntax ? syntax_operations()
                                               : encoding_operations();
      const TextOperation &operation = decisions.pick(operations);
      good(out, decisions);
      made.operation = operation.name;
      out = operation.apply(out, decisions);
      return;
    }
    if (kind == multi_fault)
      return several(kind, decisions);
    if (templates_of(kind).empty()) {
      kind = variant;
      return good(out, decisions);
    }
    const CaseTemplate &chosen = decisions.pick(templates_of(kind));
    made.operation = chosen.operation;
    follow(out, chosen, decisions);
  }

  /// Two members broken, each in its own way; where the part has no two, one rule broken and another text around it.
  void several(std::size_t &kind, Decisions &decisions) {
    const Rule *first = breakable(decisions, false);
    if (first == nullptr) {
      kind = variant;
      return good(made.payload, decisions);
    }
    made.operation = first->id;
    follow(made.payload, decisions.pick(faults_of(*first)), decisions);
    const Rule *second = decisions.pick(payload_rules);
    if (second->fault == nullptr || second == first || !first->flaws.empty())
      return;
    document.parse(made.payload);
    std::vector<Edits> edits;
    if (document.flaws().empty())
      contract.visit(document, part.name, *second, source().settings, [&](const Place &place) {
        if (Edits edit = second->fault(place, decisions); !edit.empty() && edits.size() < 16)
          edits.push_back(std::move(edit));
      });
    if (!edits.empty())
      made.payload = edited(made.payload, decisions.pick(edits));
  }

  const std::uint64_t seed;
  const GeneratorOptions options;
  const Contract &contract;
  Parts parts;
  const Shape &part;
  const bool independent; ///< the members of the part do not depend on each other
  std::vector<Ingredient> ingredients;
  std::vector<const Property *> containers;
  std::vector<std::string> bases; ///< good payloads to break
  std::vector<const Rule *> payload_rules, stream_rules;
  std::map<const Rule *, std::vector<CaseTemplate>> by_rule;
  std::map<std::size_t, std::vector<CaseTemplate>> by_kind;
  Linter linter;
  Streams streams;
  Document document; ///< a member, for its memory
  Case made;
};

Generator::Generator(std::uint64_t seed, GeneratorOptions options) {
  if (std::ranges::find(forms(), options.part) == forms().end())
    throw Error("there is no part " + in_quotes(options.part));
  if (!options.kind.empty() && index_of(options.kind) == classes.size())
    throw Error("there is no class " + in_quotes(options.kind));
  const Rule *rule = options.rule.empty() ? nullptr : find_rule(options.rule);
  if (!options.rule.empty() && rule == nullptr)
    throw Error("there is no rule " + in_quotes(options.rule));
  state_ = std::make_unique<State>(seed, options);
  if (rule != nullptr && (rule->scope == Scope::run || state_->faults_of(*rule).empty()))
    throw Error("rule " + in_quotes(options.rule) + " cannot be broken by a " + std::string(options.part) + " alone");
}

Generator::~Generator() = default;

const Case &Generator::make(std::uint64_t index) {
  // Cases are apart: each has a stream of its own.
  Decisions mixed(state_->seed ^ index * 0x9e3779b97f4a7c15u);
  const std::uint64_t high = mixed.draw(UINT32_MAX), low = mixed.draw(UINT32_MAX);
  Decisions decisions(high << 32 | low);
  return make(decisions);
}

const Case &Generator::make(Decisions &decisions) {
  state_->make(decisions);
  return state_->made;
}

Label Generator::label(const Case &made) {
  State &state = *state_;
  Label label;
  state.streams.forget();
  const bool in_sequence = made.kind == classes[sequence].name;
  state.linter.settings().streams = in_sequence ? &state.streams : nullptr;
  bool clock = false;
  const Rule *worst = nullptr;
  lint_messages(state.linter, made.payload, made.form, in_sequence, [&](const Finding &finding) {
    const Rule &rule = *finding.rule;
    label.rules.push_back(rule.id);
    clock |= rule.scope == Scope::clock;
    if (worst != nullptr && rule.severity <= worst->severity)
      return;
    worst = &rule;
    Description description = state.linter.describe(finding);
    label.pointer = std::move(description.pointer);
    label.why = std::move(description.words.message);
  });
  if (worst != nullptr && worst->severity == Severity::error)
    label.expected = Expected::reject;
  std::ranges::sort(label.rules);
  label.rules.erase(std::unique(label.rules.begin(), label.rules.end()), label.rules.end());
  if (made.kind == classes[defined].name)
    label.expected = Expected::implementation;
  if (clock || made.kind == classes[time].name)
    label.args = {"--now", "1607432950", "--max-age", "1h"};
  if (state.options.time_format == TimeFormat::ms)
    label.args.insert(label.args.end(), {"--time-format", "ms"});
  if (in_sequence)
    label.args.push_back("--stream");
  if (made.form != "payload") {
    label.args.push_back("--as");
    label.args.push_back(made.form);
  }
  return label;
}

std::vector<std::string_view> Generator::operations(std::string_view kind) {
  std::vector<std::string_view> words;
  const std::size_t index = index_of(kind);
  if (index == fault || index == sequence) {
    for (const Rule *rule : index == sequence ? state_->stream_rules : state_->payload_rules)
      if (!state_->faults_of(*rule).empty())
        words.push_back(rule->id);
  } else if (index == variant || index == syntax || index == encoding) {
    for (const TextOperation &operation : index == variant  ? variant_operations()
                                          : index == syntax ? syntax_operations()
                                                            : encoding_operations())
      words.push_back(operation.name);
  } else if (index == boundary || index == time || index == defined || index == large)
    for (const CaseTemplate &chosen : state_->templates_of(index))
      if (std::ranges::find(words, chosen.operation) == words.end())
        words.push_back(chosen.operation);
  return words;
}

} // namespace stslint
