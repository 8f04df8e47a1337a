#include "stock.hpp"

#include <algorithm>

namespace stslint {
namespace {

constexpr std::size_t bases_of_a_container = 12;

bool is_container(const Property &property) {
  return property.shape->allows(Kind::array) || property.shape->allows(Kind::object);
}

} // namespace

Stock::Stock(const GeneratorOptions &options)
    : contract_(standard_contract(options.time_format)), settings_{.now = example_now,
                                                                   .max_age = example_max_age,
                                                                   .time_format = options.time_format},
      parts_(contract_), part_(*contract_.shape(options.part)), independent_(&part_ == contract_.shape("payload")) {
  if (!independent_)
    bases_ = parts_.of(part_);
  for (const Property &property : part_.properties) {
    const auto &values = parts_.of(*property.shape, &property);
    const auto filled = std::ranges::find_if(values, [](const std::string &value) { return value.size() > 2; });
    const bool container = is_container(property);
    ingredients_.push_back(
        {&property, &values, static_cast<std::size_t>(filled - values.begin()), container, wanted(property)});
    if (container)
      containers_.push_back(&property);
  }
  // With no decisions made, all is as simple as can be.
  const auto simplest = [this](const Property *main) {
    std::string out;
    Decisions none{std::span<const std::uint8_t>()};
    compose(out, none, main, least);
    return out.size();
  };
  std::ranges::stable_sort(containers_, {}, simplest);
  for (std::size_t i = 0; independent_ && i < bases_of_a_container * containers_.size(); ++i) {
    const std::size_t turn = i % bases_of_a_container;
    Decisions decisions(turn);
    compose(bases_.emplace_back(), decisions, containers_[i / bases_of_a_container], turn == 0 ? most : some);
  }
  for (const Rule *rule : all_rules())
    if (rule->scope != Scope::run) {
      (rule->scope == Scope::stream ? stream_rules_ : payload_rules_).push_back(rule);
      by_rule_.try_emplace(rule);
    }
  for (const std::size_t kind : {boundary, time, defined, large, odd_text, structured})
    by_kind_.try_emplace(kind);
}

/// A good object of the part's shape: what is wanted, `main` with something in it, and as many others as said. The
/// value of `given` is `text`.
void Stock::compose(std::string &out, Decisions &decisions, const Property *main, Fullness fullness,
                    const Property *given, std::string_view text) const {
  out += '{';
  const std::size_t start = out.size();
  for (const Ingredient &member : ingredients_) {
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
std::string_view Stock::something(const Ingredient &member, Fullness fullness, Decisions &decisions) {
  const std::vector<std::string> &values = *member.values;
  const auto first = values.begin() + static_cast<std::ptrdiff_t>(member.first_filled);
  const auto count = static_cast<std::uint32_t>(values.end() - first);
  if (count == 0)
    return values.back();
  const std::uint32_t at = decisions.draw(fullness == some ? count : std::min(count, fullness == least ? 2u : 3u));
  return *(first + (fullness == most ? count - 1 - at : at));
}

void Stock::good(std::string &out, Decisions &decisions, Fullness fullness) const {
  if (independent_)
    compose(out, decisions, decisions.pick(containers_), fullness);
  else
    out += decisions.pick(bases_);
}

void Stock::follow(std::string &out, const CaseTemplate &chosen, Decisions &decisions) const {
  if (chosen.member == nullptr)
    out += chosen.text;
  else
    compose(out, decisions, is_container(*chosen.member) ? chosen.member : decisions.pick(containers_), some,
            chosen.member, chosen.text);
}

const std::vector<CaseTemplate> &Stock::faults_of(const Rule &rule) {
  Templates &templates = by_rule_.at(&rule);
  std::call_once(templates.once, [&] { templates.all = faults(source(), rule); });
  return templates.all;
}

const std::vector<CaseTemplate> &Stock::templates_of(std::size_t kind) {
  Templates &templates = by_kind_.at(kind);
  std::call_once(templates.once, [&] {
    templates.all = kind == boundary     ? boundaries(source())
                    : kind == time       ? times(source())
                    : kind == defined    ? implementation_defined(source())
                    : kind == odd_text   ? odd_texts(source())
                    : kind == structured ? structures(source())
                                         : sizes(source());
  });
  return templates.all;
}

const Rule *Stock::breakable(Decisions &decisions, bool of_streams) {
  const auto &all = rules(of_streams);
  for (std::size_t tried = 0, at = decisions.draw(static_cast<std::uint32_t>(all.size())); tried < all.size();
       ++tried, ++at)
    if (!faults_of(*all[at % all.size()]).empty())
      return all[at % all.size()];
  return nullptr;
}

} // namespace stslint
