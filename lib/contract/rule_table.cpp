#include "compiler.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace stslint {
namespace {

/// Calls `use` for each word of a text of words with spaces between.
template <typename Use> void for_each_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    use(words.substr(at, end - at));
    at = end + 1;
  }
}

constexpr Keyword of_members = Keyword::required | Keyword::additional_properties;

} // namespace

bool among(std::string_view name, std::string_view words) {
  bool found = false;
  for_each_word(words, [&](std::string_view word) { found |= word == name; });
  return found;
}

/// Each rule must be about something that is there, and each kind of flaw must have its rule.
void Compiler::check_rules() const {
  for (const Rule *rule : rules_) {
    const std::string who = "rule " + std::string(rule->id);
    for_each_word(rule->on, [&](std::string_view definition) {
      const Shape *shape = contract_.shape(definition);
      if (shape == nullptr)
        throw Error(who + " is about the definition " + in_quotes(definition) + ", which no schema has");
      for_each_word(rule->member, [&](std::string_view member) {
        if (shape->property(member) == nullptr)
          throw Error(who + " is about the member " + in_quotes(member) + ", which " + in_quotes(definition) +
                      " has not");
      });
    });
    if (rule->on.empty() && !rule->member.empty())
      throw Error(who + " is about a member of nothing");
    if (rule->broken == nullptr && rule->keywords == Keyword::none && rule->flaws.empty())
      throw Error(who + " can never speak");
    for (const FlawKind kind : rule->flaws) {
      const Rule *&speaker = contract_.flaw_rules_[static_cast<std::size_t>(kind)];
      if (speaker != nullptr)
        throw Error(who + " and " + std::string(speaker->id) + " speak of the same flaw");
      speaker = rule;
    }
  }
}

Keyword Compiler::keywords_of(const Shape &shape) const {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  Keyword keywords = Keyword::none;
  const auto add = [&](bool used, Keyword keyword) { keywords = used ? keywords | keyword : keywords; };
  add(shape.types != 0xff, Keyword::type);
  add(!shape.enumeration.empty(), Keyword::enumeration);
  add(!shape.reserved_prefixes.empty(), Keyword::pattern);
  add(shape.minimum != -infinity, Keyword::minimum);
  add(shape.maximum != infinity, Keyword::maximum);
  add(shape.exclusive_minimum != -infinity, Keyword::exclusive_minimum);
  add(shape.exclusive_maximum != infinity, Keyword::exclusive_maximum);
  add(shape.min_length > 0, Keyword::min_length);
  add(shape.min_items > 0, Keyword::min_items);
  add(shape.max_items != std::numeric_limits<std::size_t>::max(), Keyword::max_items);
  return keywords;
}

/// Of equally severe rules those that the schema itself is broken for speak first: a time of zero is no stale event.
void Compiler::worst_first(std::vector<const Rule *> &rules) {
  std::ranges::stable_sort(rules, [](const Rule *a, const Rule *b) {
    const bool a_keyword = a->keywords != Keyword::none, b_keyword = b->keywords != Keyword::none;
    return a->severity != b->severity ? a->severity > b->severity : a_keyword && !b_keyword;
  });
}

/// Those that are asked of values of the right type where no keyword is broken.
std::vector<const Rule *> Compiler::asked_always(const std::vector<const Rule *> &rules, std::uint8_t types) {
  std::vector<const Rule *> asked;
  std::ranges::copy_if(rules, std::back_inserter(asked),
                       [&](const Rule *rule) { return rule->keywords == Keyword::none && (rule->types & types) != 0; });
  return asked;
}

/// Hands a shape and its members the rules that may speak there, the specific before the generic.
void Compiler::distribute(Shape &shape) {
  const Keyword own = keywords_of(shape);
  Keyword unspoken = own; // a rule that may decline leaves it to the generic ones, if there are any
  Keyword silent = own;
  for (const bool specific : {true, false})
    for (const Rule *rule : rules_) {
      const bool speaks_here = specific ? among(shape.name, rule->on) : rule->on.empty();
      if (!speaks_here || !rule->flaws.empty())
        continue;
      const bool asked_always = rule->keywords == Keyword::none;
      if (rule->member.empty()) {
        if (asked_always || any(rule->keywords & unspoken))
          shape.rules.push_back(rule);
        silent = silent & ~rule->keywords;
        if (any(rule->keywords & of_members))
          shape.key_rules.push_back(rule);
        if (rule->broken == nullptr)
          unspoken = unspoken & ~rule->keywords;
      }
      for (Property &property : shape.properties) {
        const bool about_it = among(property.name, rule->member);
        if (about_it && (asked_always || any(rule->keywords & keywords_of(*property.shape))))
          property.rules.push_back(rule);
        if ((about_it && asked_always) ||
            (property.required && any(rule->keywords & Keyword::required) && (about_it || rule->member.empty())))
          property.absent_rules.push_back(rule);
      }
    }
  if (any(silent))
    throw Error("no rule speaks of a keyword of the definition " + in_quotes(shape.name));
  worst_first(shape.rules);
  shape.asked = asked_always(shape.rules, shape.types);
  worst_first(shape.key_rules);
  for (Property &property : shape.properties)
    worst_first(property.absent_rules);
}

} // namespace stslint
