// valijson, as Debian has it, with patterns and steps of ours. It names `std::regex` and has no place for another, but
// its code looks up `std` from within its own namespace, so that what stands in valijson::std comes first.
#pragma once

#include "budget.hpp"
#include "pattern.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <regex>
#include <string>
#include <vector>

namespace valijson::std {

using namespace ::std;

class regex {
public:
  explicit regex(const string &text) : pattern_(find(text)) {}
  const ::stslint::user_schema::Pattern *operator->() const { return &pattern_; }

private:
  static ::stslint::user_schema::Pattern find(const string &text) {
    if (const auto *known = ::stslint::user_schema::Budget::pattern(text))
      return *known;
    thread_local ::stslint::user_schema::Patterns formats; // the few that valijson itself has
    return formats.try_emplace(text, text, "a format").first->second;
  }

  ::stslint::user_schema::Pattern pattern_;
};

class smatch {
public:
  struct Group {
    string text;
    const string &str() const { return text; }
  };
  Group operator[](size_t index) const { return {groups.at(index)}; }
  vector<string> groups;
};

inline bool regex_search(const string &text, const regex &pattern) { return pattern->search(text); }
inline bool regex_match(const string &text, const regex &pattern) { return pattern->match(text); }
inline bool regex_match(const string &text, smatch &match, const regex &pattern) {
  return pattern->match(text, &match.groups);
}

/// valijson binds where it applies a schema to a value, and nowhere else.
template <class... Parts> auto bind(Parts &&...parts) {
  ::stslint::user_schema::Budget::apply();
  return ::std::bind(::std::forward<Parts>(parts)...);
}

/// It writes numbers of items and of choices, one for each error about them.
template <class Number> string to_string(Number number) {
  ::stslint::user_schema::Budget::report();
  return ::std::to_string(number);
}

} // namespace valijson::std

#include <valijson/internal/basic_adapter.hpp>

namespace valijson::adapters {

class NlohmannJsonAdapter;

/// What valijson makes of the items of an array is counted again.
template <class Counted> struct Same : Counted {
  Same(const Counted &value) : Counted(value) {}
};

/// The base of valijson's adapter, with comparisons counted: those of an enum, a const, and unique items.
template <class Array, class Member, class Object, class Value>
class BasicAdapter<NlohmannJsonAdapter, Array, Member, Object, Value>
    : public BasicAdapter<Same<NlohmannJsonAdapter>, Array, Member, Object, Value> {
  using Base = BasicAdapter<Same<NlohmannJsonAdapter>, Array, Member, Object, Value>;

public:
  using Base::Base;
  bool equalTo(const Adapter &other, bool strict) const override {
    ::stslint::user_schema::Budget::compare(this->isString() ? this->asString().size() : 0);
    return Base::equalTo(other, strict);
  }
};

} // namespace valijson::adapters

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
