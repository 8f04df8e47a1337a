#pragma once

#include "place.hpp"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// What the walk finds: a Finding, as users call it, with its place.
struct Mistake {
  const Rule *rule;
  Place place;
  std::uint32_t offset, length; ///< in bytes
  std::uint32_t node;           ///< the node that its JSON Pointer leads to
};

/// What a contract consists of, as plain data. Compiler makes it from schemas and rules. The build writes that of the
/// standard contract as constants, because making it takes 23 times the instructions of an empty program.
struct Tables {
  std::span<const Shape> shapes;         ///< the definitions, and the schemas within them
  std::span<const Shape *const> by_name; ///< the definitions, in the order of their names
  /// The shape of a value about which the schema says nothing: only rules about any value are asked there.
  const Shape *anything = nullptr;
  std::size_t turns = 0;                                ///< how many guesses a Certifier holds
  std::array<const Rule *, flaw_kinds> flaw_rules = {}; ///< the rule that reports each FlawKind
  std::span<const std::string_view> sources;            ///< the members of each schema's definitions, as text

  /// Null if there is none of that name.
  const Shape *shape(std::string_view definition) const;
};

/// Schemas and rules, compiled: the expected value at each place, and the rules that report any other.
///
/// A place (a value, a key, a member that is not there) takes its first broken rule, the worst first and the more
/// specific before the generic, and is then marked; marked values are absent to the rules that look across members. So
/// one mistake is one finding, without anything ever being removed. Immutable and safe to share between threads once
/// compiled.
class Contract {
public:
  /// `schemas` are draft-07 documents of `definitions` only, whose union is the contract. Throws Error if a schema is
  /// not JSON or uses an unknown keyword or reference, or if a rule is about something that does not exist. `files` are
  /// the names of the schemas in its text. The schemas are compiled in these `variants`.
  static Contract compile(std::span<const std::string_view> schemas, std::span<const Rule *const> rules,
                          std::span<const Slip> slips = {}, std::span<const std::string_view> files = {},
                          std::span<const std::string_view> variants = {});
  /// Refers to tables that exist already, and outlive the contract.
  Contract(const Tables &tables, std::span<const Slip> slips) : tables_(tables), slips_(slips) {}

  /// Appends what is wrong with `document`, read as a value of the shape `root`; marks the document's nodes. `units`
  /// receives the nodes of the shape `unit`, in order. Linear; recursion is bounded by the nesting of the document,
  /// which Document::max_depth bounds.
  void walk(Document &document, const Shape &root, const Shape *unit, const Settings &settings,
            std::vector<Mistake> &mistakes, std::vector<std::uint32_t> &units, Siblings &siblings) const;

  /// The same for the values at `nodes` only, which are in order. The document has no flaws, nothing is wrong outside
  /// of these values, and `units` has the nodes outside of them already.
  void walk_parts(Document &document, const Shape &root, const Shape *unit, std::span<const std::uint32_t> nodes,
                  const Settings &settings, std::vector<Mistake> &mistakes, std::vector<std::uint32_t> &units,
                  Siblings &siblings) const;

  /// The last step, also for a document that was found clean without a walk: asks the rules about the whole document,
  /// and appends the flaws that count only where nothing else was found. Leaves the mistakes in order of offset.
  void finish(Document &document, const Shape &root, const Settings &settings, std::vector<Mistake> &mistakes,
              Siblings &siblings) const;

  /// Calls `visit` for every place in a good document, in order: its values, its keys, and the members that its objects
  /// could have but do not.
  void each_place(const Document &document, std::string_view root, const Settings &settings,
                  const std::function<void(const Place &)> &visit) const;

  /// Those of them that `rule` could be asked about.
  void visit(const Document &document, std::string_view root, const Rule &rule, const Settings &settings,
             const std::function<void(const Place &)> &visit) const;

  const Tables &tables() const { return tables_; }
  std::span<const Shape> shapes() const { return tables_.shapes; }
  const Shape *shape(std::string_view definition) const { return tables_.shape(definition); }

  /// The names of the definitions.
  std::vector<std::string_view> definitions() const;

  /// All definitions as one draft-07 document, whose root is `definition` (`""`: the first), in the words of the
  /// sources; with the schema parts of these rules.
  std::string schema(std::string_view definition = "", std::span<const Rule *const> rules = {}) const;

  Contract(Contract &&) = default;
  Contract &operator=(Contract &&) = default;

private:
  friend class Walk;
  Tables tables_;
  std::span<const Slip> slips_;
  std::shared_ptr<const void> memory_; ///< what tables_ refers to, if it was compiled here
};

} // namespace stslint
