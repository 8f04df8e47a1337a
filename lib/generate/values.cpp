#include "case_templates.hpp"

#include "stslint/text.hpp"

#include <map>

namespace stslint {
namespace {

/// Good texts that programs trip over. Some are also good keys.
constexpr std::pair<std::string_view, std::string_view> odd_words[] = {
    {"composed", "caf\u00e9"},
    {"decomposed", "cafe\u0301"},
    {"astral", "\U0001F600\U00020000"},
    {"joined-emoji", "\U0001F469\u200d\U0001F680"},
    {"right-to-left", "\u05e9\u05dc\u05d5\u05dd \u202eabc"},
    {"zero-width", "a\u200bb\u2060c"},
    {"dotless-i", "\u0131\u0130\u00df"},
    {"line-separators", "a\u2028b\u2029c"},
    {"replacement", "a\ufffdb"},
    {"prototype", "__proto__"},
    {"constructor", "constructor"},
    {"to-string", "toString"},
    {"sql", "'; DROP TABLE events; --"},
    {"template", "{{7*7}}${7*7}<%= 7*7 %>"},
    {"markup", "<script>alert(1)</script>&amp;"},
    {"shell", "$(id) `id` | id"},
    {"path", "../../etc/passwd"},
    {"format", "%s%n%x"},
    {"jndi", "${jndi:ldap://localhost/a}"},
    {"quotes", R"(\"\\\/)"},
    {"escaped-controls", R"(\u0001\u001f\n\t)"},
    {"null-word", "null"},
    {"number-word", "1e3"},
    {"spaces", "   "},
};

/// Texts on which a pattern with nested repetition needs exponential time: long runs, and an end that fits nothing.
std::vector<std::pair<std::string_view, std::string>> slow_texts() {
  const std::string run(30000, 'a');
  std::string colons, blanks(30000, ' ');
  for (int i = 0; i < 10000; ++i)
    colons += "a:";
  return {{"long-run", run + '!'}, {"long-urn", "urn:a:" + colons + '!'}, {"long-blanks", 'a' + blanks + '!'}};
}

bool is_text_key(const Document &document, const Place &place) { return document.nodes()[place.value.index()].key; }

/// The place of every text that may have any words, and of every value that may be anything.
template <typename Use> void for_each_text(const TemplateSource &source, Use use) {
  for (const std::string &base : source.bases) {
    Document document;
    document.parse(base);
    source.contract.each_place(document, source.part.name, source.settings, [&](const Place &place) {
      if (place.value.is(Kind::string) && !is_text_key(document, place) && place.shape->enumeration.empty())
        use(document, place);
    });
  }
}

/// An object, and the places of two of its members that mean the same kind of thing, such as two ids.
struct Pair {
  Value one, other;
};
std::vector<Pair> pairs_in(const Place &place) {
  std::vector<Pair> found;
  if (place.shape == nullptr || !place.value.is(Kind::object))
    return found;
  std::vector<std::pair<const Shape *, Value>> members;
  for (const Member member : place.value.members())
    if (const Property *property = place.shape->property(member.key); property != nullptr)
      members.emplace_back(property->shape, member.value);
  for (std::size_t i = 0; i < members.size(); ++i)
    for (std::size_t k = i + 1; k < members.size(); ++k)
      if (members[i].first == members[k].first && members[i].second.is(Kind::string) &&
          members[k].second.is(Kind::string))
        found.push_back({members[i].second, members[k].second});
  return found;
}

Edit over(const Value &value, std::string_view text) { return {value.offset(), value.length(), std::string(text)}; }

} // namespace

std::vector<CaseTemplate> odd_texts(const TemplateSource &source) {
  static constexpr std::size_t most = 600, most_slow = 24;
  const auto slow = slow_texts();
  std::vector<CaseTemplate> made;
  std::map<std::pair<const Property *, const Shape *>, std::size_t> turns;
  std::size_t slow_ones = 0;
  for_each_text(source, [&](const Document &base, const Place &place) {
    std::size_t &turn = turns[{place.property, place.shape}];
    if (made.size() >= most || turn >= std::size(odd_words) + slow.size())
      return;
    const std::size_t at = turn++;
    if (at >= std::size(odd_words) && slow_ones++ >= most_slow)
      return;
    const std::string_view operator_id =
        at < std::size(odd_words) ? odd_words[at].first : slow[at - std::size(odd_words)].first;
    const std::string_view text =
        at < std::size(odd_words) ? odd_words[at].second : slow[at - std::size(odd_words)].second;
    made.push_back(template_of(operator_id, source, base, {over(place.value, '"' + std::string(text) + '"')}));
  });
  return made;
}

std::vector<CaseTemplate> structures(const TemplateSource &source) {
  static constexpr std::size_t most = 300;
  std::vector<CaseTemplate> made;
  std::map<std::pair<const Shape *, std::string_view>, std::size_t> done;
  const auto add = [&](std::string_view operator_id, const Document &base, const Place &place, const Edits &edits) {
    if (made.size() < most && done[{place.shape, operator_id}]++ < 2)
      made.push_back(template_of(operator_id, source, base, edits));
  };
  for (const std::string &text : source.bases) {
    Document base;
    base.parse(text);
    source.contract.each_place(base, source.part.name, source.settings, [&](const Place &place) {
      if (place.value.absent() || place.shape == nullptr)
        return;
      for (const auto &[one, other] : pairs_in(place)) {
        const Edits exchanged = {over(one, other.raw()), over(other, one.raw())};
        add("exchanged", base, place, exchanged);
        add("equal", base, place, {over(one, other.raw())});
        // There and back again: the item, and after it the same one with the ends exchanged.
        Edits inner = exchanged;
        for (Edit &edit : inner)
          edit.offset -= place.value.offset();
        if (place.parent.is(Kind::array))
          add("cycle", base, place,
              {over(place.value, std::string(place.value.raw()) + ", " + edited(place.value.raw(), inner))});
      }
      if (!place.value.is(Kind::array))
        return;
      add("no-items", base, place, {over(place.value, "[]")});
      if (place.value.empty())
        return;
      const std::string item((*place.value.items().begin()).raw());
      const auto items = [&](std::size_t count) {
        std::string list = "[";
        for (std::size_t i = 0; i < count; ++i)
          list += (i == 0 ? "" : ",") + item;
        return list + ']';
      };
      add("one-item", base, place, {over(place.value, items(1))});
      add("repeated-item", base, place, {over(place.value, items(2))});
      static constexpr std::size_t many = 1000, short_item = 80;
      if (item.size() <= short_item)
        add("many-items", base, place, {over(place.value, items(many))});
    });
  }
  return made;
}

} // namespace stslint
