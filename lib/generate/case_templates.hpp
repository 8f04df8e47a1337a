#pragma once

#include "parts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// A payload that is known to be what its operator says, or one member of it: the others may then be any good ones.
struct CaseTemplate {
  std::string_view operator_id;
  const Property *member; ///< null: `text` is the whole
  std::string text;
};

/// Where templates come from: good payloads of one part, one for each of its members that can hold something.
struct TemplateSource {
  const Contract &contract;
  const Shape &part;
  bool independent; ///< its members do not depend on each other: one can be broken among any others
  const std::vector<std::string> &bases;
  Settings settings;
};

/// The good payload `base` with these edits.
CaseTemplate template_of(std::string_view operator_id, const TemplateSource &source, const Document &base,
                         const Edits &edits);

/// Payloads that break exactly this rule: its fault, tried at every place; of a rule of scope stream its examples.
std::vector<CaseTemplate> faults(const TemplateSource &source, const Rule &rule);

/// Values just within and just outside of the bounds of one shape, as JSON.
std::vector<std::string> around_bounds(const Shape &shape);

/// Payloads with such values, for every bound of the schema.
std::vector<CaseTemplate> boundaries(const TemplateSource &source);

/// Times from the year 1 to far beyond every unit, where the part has a time.
std::vector<CaseTemplate> times(const TemplateSource &source);

/// Numbers and texts that parsers read differently, where anything may stand.
std::vector<CaseTemplate> implementation_defined(const TemplateSource &source);

/// Long texts, deep nesting and many members, where anything may stand.
std::vector<CaseTemplate> sizes(const TemplateSource &source);

/// Texts that programs trip over, where a text may have any words.
std::vector<CaseTemplate> odd_texts(const TemplateSource &source);

/// No item, one, the same twice, and many; two members of the same meaning, exchanged, equal, or as a cycle.
std::vector<CaseTemplate> structures(const TemplateSource &source);

/// What can be done to a whole text: the words of a class, and what each does.
struct TextOperator {
  std::string_view name;
  std::string (*apply)(const std::string &text, Decisions &decisions);
};
std::span<const TextOperator> syntax_operators();
std::span<const TextOperator> encoding_operators();
/// These leave a good payload good.
std::span<const TextOperator> variant_operators();

} // namespace stslint
