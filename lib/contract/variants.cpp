#include "variants.hpp"

#include "stslint/document.hpp"

#include <algorithm>

namespace stslint {
namespace {

/// The line breaks in a value, so that what comes after it keeps its line number.
std::string lines_of(const Value &value) {
  return std::string(static_cast<std::size_t>(std::ranges::count(value.raw(), '\n')), '\n');
}

/// Appends the edits for a schema, but not for the schemas within it, in no particular order.
void change(const Value &schema, std::span<const std::string_view> variants, Edits &edits) {
  const Value all = schema.member(variants_keyword);
  if (all.absent())
    return;
  std::string added;
  std::size_t behind = schema.offset() + 1; // the end of the member before it
  for (const Member member : schema.members())
    if (member.value.index() < all.index())
      behind = member.value.offset() + member.value.length();
  for (const std::string_view variant : variants)
    for (const auto &[key, value] : all.member(variant).members())
      if (const Value replaced = schema.member(key.view()); !replaced.absent())
        edits.push_back({replaced.offset(), replaced.length(), std::string(value.raw()) + lines_of(replaced)});
      else
        added += ", " + std::string(key.raw()) + ": " + std::string(value.raw());
  edits.push_back({behind, all.offset() + all.length() - behind, added});
}

void change_within(const Value &value, std::span<const std::string_view> variants, Edits &edits) {
  change(value, variants, edits);
  for (const Member member : value.members())
    if (member.key.view() != variants_keyword)
      change_within(member.value, variants, edits);
  for (const Value item : value.items())
    change_within(item, variants, edits);
}

} // namespace

std::string in_variants(std::string_view schema, std::span<const std::string_view> variants) {
  Document document;
  document.parse(schema);
  Edits edits;
  if (document.flaws().empty())
    change_within(document.root(), variants, edits);
  std::ranges::sort(edits, {}, &Edit::offset);
  return edited(schema, edits);
}

} // namespace stslint
