#pragma once

#include "../contract/contract.hpp"

#include "stslint/lint.hpp"

#include <cassert>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace stslint {

class Certifier;

/// All of a Linter.
class Linter::State {
public:
  /// Without a contract, the settings choose a variant of the standard one.
  State(Settings with, const Contract *contract);

  std::span<const Finding> lint(std::string_view bytes, std::string_view form, std::size_t first_line);
  std::span<const Finding> lint(const Excerpt &excerpt, std::string_view host, std::string_view form);
  Description describe(const Finding &finding);
  Identity identity(const Finding &finding);
  const Place &place_of(const Finding &finding) const {
    assert(finding.index < mistakes_.size());
    return mistakes_[finding.index].place;
  }
  Finding note(const Rule &rule, const Value &value, std::string_view note);

  void allow_certifier(bool allowed);
  Detection detection();
  std::string_view form() const { return form_; }
  std::size_t events() const { return units_.size(); }

  Settings settings;
  const UserSchema *schema = nullptr;
  Document document;
  bool mends = true; ///< broken structure is repaired

private:
  std::span<const Finding> lint_text(std::string_view bytes, std::string_view form, std::size_t first_line);
  void hold_to(const Contract &contract);
  void read_as(std::string_view form);
  void fold_names();
  bool speaks(const Rule &rule) const;
  std::span<const Finding> only(const Rule &rule);
  std::optional<std::span<const std::uint32_t>> parse(std::string_view bytes);
  void judge_by_schema();
  Finding finding(std::size_t index) const;
  // wrapped.cpp: payloads in a string
  void unwrap(std::string_view bytes);
  // mend.cpp: texts whose structure is broken
  bool mend(std::string_view bytes, std::string_view form);
  std::uint64_t cost(std::string_view bytes, std::string_view form);
  void refer_to_source();
  void refer_to_source(Edits &fix, bool mends_text) const;
  void locate();
  bool is_unit(std::uint32_t node) const;
  void expect(std::span<const Locator::Step> path);
  const Shape *meant_by(std::uint32_t key, const Shape &shape) const;
  std::string key_at(std::span<const Locator::Step> path, std::size_t depth) const;
  const Shape *shape_at(std::size_t depth) const { return depth == 0 ? root_ : expected_[depth - 1].shape; }
  std::string subject_at(std::span<const Locator::Step> path, std::size_t depth) const;

  const bool free_; ///< the settings choose the contract
  const Contract *contract_ = nullptr;
  const Shape *unit_ = nullptr, *root_ = nullptr; ///< the shapes of an event, and of form_
  std::size_t first_line_ = 1;                    ///< the number of the first line of the text
  bool located_ = false;                          ///< the locators are ready for the text
  /// What is expected at the end of each step of the last path; successive findings share most of theirs.
  struct Expected {
    std::uint32_t child;
    const Property *property; ///< null for an item, and for a name that the contract does not know
    const Shape *shape;       ///< null for anything
  };
  std::vector<Expected> expected_;
  Locator places_{document}, ends_{document}, others_{document}, identities_{document};
  std::vector<Mistake> mistakes_; ///< Finding::index counts in them
  std::vector<Finding> findings_;
  Siblings siblings_;
  std::shared_ptr<Certifier> certifier_; ///< null where it is not allowed, or not built
  std::deque<std::string> notes_;        ///< the texts of Place::note
  std::vector<std::uint32_t> units_;
  std::string_view form_;
  std::optional<Detection> detected_; ///< set when first needed
  std::unique_ptr<Linter> judge_;     ///< rates repairs; made for the first broken text
};

} // namespace stslint
