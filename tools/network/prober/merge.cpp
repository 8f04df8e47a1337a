#include "merge.hpp"

#include <algorithm>

namespace stslint::prober {
namespace {

/// The number of different causes that make a scope.
constexpr std::size_t least_causes = 3;
/// A receiver may refuse a few payloads of a scope by chance, for another reason: at most one of so many.
constexpr std::size_t rarely_refused = 20;

/// Everything that a cause may be a part of.
std::vector<std::string> possible_scopes(const Cause &cause) {
  std::vector<std::string> all = {cause.rule};
  if (!cause.kind.empty())
    all.push_back(cause.rule + ' ' + cause.kind);
  if (!cause.place.empty()) {
    const std::string member = cause.place.substr(0, cause.place.find('/', 1));
    all.push_back("everything in " + member);
    all.push_back(cause.rule + " in " + member);
  }
  return all;
}

struct Scope {
  std::string name;
  std::vector<Cause> causes; ///< of which the receiver accepted payloads
  Verdicts verdicts;
};

} // namespace

Scopes scopes_of(const std::map<Cause, Verdicts> &verdicts) {
  std::map<std::string, Scope> all;
  for (const auto &[cause, counts] : verdicts)
    for (const std::string &name : possible_scopes(cause)) {
      Scope &scope = all[name];
      scope.name = name;
      scope.verdicts.accepted += counts.accepted;
      scope.verdicts.refused += counts.refused;
      if (counts.accepted > 0)
        scope.causes.push_back(cause);
    }
  std::vector<Scope> overlooked;
  for (auto &[name, scope] : all)
    if (scope.causes.size() >= least_causes && scope.verdicts.refused * rarely_refused <= scope.verdicts.accepted)
      overlooked.push_back(std::move(scope));
  std::ranges::stable_sort(overlooked, std::greater(), [](const Scope &scope) { return scope.causes.size(); });
  Scopes scopes;
  for (const Scope &scope : overlooked)
    for (const Cause &cause : scope.causes)
      scopes.emplace(cause, scope.name); // unless a wider one has it
  return scopes;
}

std::string scope_of(const Expectation &expectation, const Scopes &scopes) {
  if (expectation.causes.size() != 1)
    return "";
  const auto found = scopes.find(*expectation.causes.begin());
  return found == scopes.end() ? "" : found->second;
}

void merge_false_accepts(std::vector<Discovery> &all, const Scopes &scopes) {
  std::vector<Discovery> kept;
  std::map<std::string, std::size_t> by_scope; ///< the index in `kept`
  for (Discovery &found : all) {
    if (found.fault == Fault::false_accept)
      found.scope = scope_of(found.expectation, scopes);
    const auto [known, is_new] = by_scope.try_emplace(found.scope, kept.size());
    if (found.scope.empty() || is_new) {
      kept.push_back(std::move(found));
      continue;
    }
    Discovery &other = kept[known->second];
    const std::size_t seen = other.seen + found.seen;
    if (found.payloads.back().size() < other.payloads.back().size() && found.confirmed)
      other = std::move(found);
    other.seen = seen;
  }
  all = std::move(kept);
}

} // namespace stslint::prober
