#include "stslint/generate.hpp"

#include "stock.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace stslint {
namespace {

constexpr std::array<CaseClass, 14> classes = {{
    {"valid-minimal", "good: only what must be there"},
    {"valid-maximal", "good: every member, every part"},
    {"valid-variant", "good: any members, in any order, white space and escapes"},
    {"fault", "breaks one rule; the operator is its id"},
    {"multi-fault", "breaks two or more rules"},
    {"sequence", "several payloads, a line each, that break a rule of streams together"},
    {"boundary", "just within or just outside of a bound of the schema"},
    {"time", "times around every limit and in every unit"},
    {"syntax", "not JSON, in one of the ways people and programs get it wrong"},
    {"encoding", "not UTF-8"},
    {"implementation-defined", "JSON that parsers read differently: a receiver may do either"},
    {"size", "long texts, deep nesting, many members"},
    {"text", "texts that programs trip over: Unicode, code of other languages, long runs"},
    {"structure", "lists with no item, one, equal ones and many; ids that are exchanged, equal or in a cycle"},
}};

/// How often each class comes where none is asked for, of a hundred: in the order of the classes.
constexpr std::array<std::uint32_t, 14> shares = {4, 3, 8, 52, 8, 2, 5, 3, 6, 2, 2, 1, 3, 1};

std::size_t index_of(std::string_view kind) {
  return static_cast<std::size_t>(std::ranges::find(classes, kind, &CaseClass::name) - classes.begin());
}

/// Of several findings, the one that a receiver must refuse decides, then one that it may.
int strictness(Expected expected) {
  return expected == Expected::reject ? 2 : expected == Expected::implementation ? 1 : 0;
}

} // namespace

std::span<const CaseClass> case_classes() { return classes; }

struct Generator::State {
  State(std::uint64_t from, const GeneratorOptions &asked, std::shared_ptr<Stock> common)
      : seed(from), options(asked), stock(std::move(common)), linter(stock->settings()) {}

  void make(Decisions &decisions) {
    made.payload.clear();
    made.form = stock->part().name;
    made.operator_id = "";
    std::size_t kind = options.kind.empty() ? drawn_kind(decisions) : index_of(options.kind);
    const Rule *rule = options.rule.empty() ? nullptr : find_rule(options.rule);
    if (rule != nullptr)
      kind = rule->scope == Scope::stream ? sequence : fault;
    else if (kind == fault || kind == sequence)
      rule = stock->breakable(decisions, kind == sequence);
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
      return stock->good(out, decisions, kind == minimal ? least : most);
    if (kind == fault || kind == sequence) {
      made.operator_id = rule->id;
      return stock->follow(out, decisions.pick(stock->faults_of(*rule)), decisions);
    }
    if (kind == variant || kind == syntax || kind == encoding) {
      const auto operators = kind == variant  ? variant_operators()
                             : kind == syntax ? syntax_operators()
                                              : encoding_operators();
      const TextOperator &text_operator = decisions.pick(operators);
      stock->good(out, decisions);
      made.operator_id = text_operator.name;
      out = text_operator.apply(out, decisions);
      return;
    }
    if (kind == multi_fault)
      return several(kind, decisions);
    if (stock->templates_of(kind).empty()) {
      kind = variant;
      return stock->good(out, decisions);
    }
    const CaseTemplate &chosen = decisions.pick(stock->templates_of(kind));
    made.operator_id = chosen.operator_id;
    stock->follow(out, chosen, decisions);
  }

  /// Two members broken, each in its own way; where the part has no two, one rule broken and another text around it.
  void several(std::size_t &kind, Decisions &decisions) {
    const Rule *first = stock->breakable(decisions, false);
    if (first == nullptr) {
      kind = variant;
      return stock->good(made.payload, decisions);
    }
    made.operator_id = first->id;
    stock->follow(made.payload, decisions.pick(stock->faults_of(*first)), decisions);
    const Rule *second = decisions.pick(stock->rules(false));
    if (second->fault == nullptr || second == first || !first->flaws.empty())
      return;
    document.parse(made.payload);
    std::vector<Edits> edits;
    if (document.flaws().empty())
      stock->contract().visit(document, stock->part().name, *second, stock->settings(), [&](const Place &place) {
        if (Edits edit = second->fault(place, decisions); !edit.empty() && edits.size() < 16)
          edits.push_back(std::move(edit));
      });
    if (!edits.empty())
      made.payload = edited(made.payload, decisions.pick(edits));
  }

  const std::uint64_t seed;
  const GeneratorOptions options;
  const std::shared_ptr<Stock> stock;
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
  state_ = std::make_unique<State>(seed, options, std::make_shared<Stock>(options));
  if (rule != nullptr && (rule->scope == Scope::run || state_->stock->faults_of(*rule).empty()))
    throw Error("rule " + in_quotes(options.rule) + " cannot be broken by a " + std::string(options.part) + " alone");
}

Generator::Generator(const Generator &other)
    : state_(std::make_unique<State>(other.state_->seed, other.state_->options, other.state_->stock)) {}

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

void Generator::each_fault(const std::function<void(const Case &made)> &use) {
  State &state = *state_;
  Decisions decisions(state.seed);
  for (const Rule *rule : state.stock->rules(false))
    for (const CaseTemplate &chosen : state.stock->faults_of(*rule)) {
      state.made = {classes[fault].name, rule->id, "", state.stock->part().name};
      state.stock->follow(state.made.payload, chosen, decisions);
      use(state.made);
    }
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
    if (label.source.empty() || strictness(rule.receiver.expected) > strictness(label.expected)) {
      label.expected = rule.receiver.expected;
      label.source = rule.receiver.source;
    }
    if (worst != nullptr && rule.severity <= worst->severity)
      return;
    worst = &rule;
    Description description = state.linter.describe(finding);
    label.pointer = std::move(description.pointer);
    label.why = std::move(description.words.message);
  });
  std::ranges::sort(label.rules);
  label.rules.erase(std::unique(label.rules.begin(), label.rules.end()), label.rules.end());
  if (made.kind == classes[defined].name) {
    label.expected = Expected::implementation;
    label.source = classes[defined].summary;
  }
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

std::vector<std::string_view> Generator::operators(std::string_view kind) {
  std::vector<std::string_view> words;
  const std::size_t index = index_of(kind);
  if (index == fault || index == sequence) {
    for (const Rule *rule : state_->stock->rules(index == sequence))
      if (!state_->stock->faults_of(*rule).empty())
        words.push_back(rule->id);
  } else if (index == variant || index == syntax || index == encoding) {
    for (const TextOperator &text_operator : index == variant  ? variant_operators()
                                             : index == syntax ? syntax_operators()
                                                               : encoding_operators())
      words.push_back(text_operator.name);
  } else if (index == boundary || index == time || index == defined || index == large || index == odd_text ||
             index == structured)
    for (const CaseTemplate &chosen : state_->stock->templates_of(index))
      if (std::ranges::find(words, chosen.operator_id) == words.end())
        words.push_back(chosen.operator_id);
  return words;
}

} // namespace stslint
