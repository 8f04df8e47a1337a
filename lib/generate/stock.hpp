#pragma once

#include "case_templates.hpp"

#include "stslint/generate.hpp"

#include <map>
#include <mutex>
#include <vector>

namespace stslint {

/// In the order of case_classes().
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
  large,
  odd_text,
  structured
};

/// How much of what may be there is there.
enum Fullness { least, some, most };

/// What cases are made from. It is made once, when a case first needs it; all generators of the same part share it, in
/// any thread.
class Stock {
public:
  explicit Stock(const GeneratorOptions &options);

  const Contract &contract() const { return contract_; }
  const Shape &part() const { return part_; }
  const Settings &settings() const { return settings_; }
  const std::vector<const Rule *> &rules(bool of_streams) const { return of_streams ? stream_rules_ : payload_rules_; }

  /// Appends a good value of the part.
  void good(std::string &out, Decisions &decisions, Fullness fullness = some) const;
  /// Appends what this template makes.
  void follow(std::string &out, const CaseTemplate &chosen, Decisions &decisions) const;

  const std::vector<CaseTemplate> &faults_of(const Rule &rule);
  const std::vector<CaseTemplate> &templates_of(std::size_t kind);
  /// A rule of that scope that can be broken in this part; null if there is none.
  const Rule *breakable(Decisions &decisions, bool of_streams);

private:
  /// A member of the part, with what compose() asks of it for every payload.
  struct Ingredient {
    const Property *property;
    const std::vector<std::string> *values;
    std::size_t first_filled; ///< the first of the values that is not empty
    bool container, wanted;
  };
  struct Templates {
    std::once_flag once;
    std::vector<CaseTemplate> all;
  };

  void compose(std::string &out, Decisions &decisions, const Property *main, Fullness fullness,
               const Property *given = nullptr, std::string_view text = {}) const;
  static std::string_view something(const Ingredient &member, Fullness fullness, Decisions &decisions);
  TemplateSource source() const { return {contract_, part_, independent_, bases_, settings_}; }

  const Contract &contract_;
  const Settings settings_;
  Parts parts_;
  const Shape &part_;
  const bool independent_; ///< the members of the part do not depend on each other
  std::vector<Ingredient> ingredients_;
  std::vector<const Property *> containers_;
  std::vector<std::string> bases_; ///< good payloads to break
  std::vector<const Rule *> payload_rules_, stream_rules_;
  std::map<const Rule *, Templates> by_rule_;
  std::map<std::size_t, Templates> by_kind_;
};

} // namespace stslint
