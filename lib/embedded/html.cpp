#include "part.hpp"

#include <algorithm>
#include <array>

/// HTML within documents: `<pre>` holds text with entities, maybe in an element for code.
namespace stslint::embedded {
namespace {

struct Entity {
  std::string_view name, text;
};

constexpr std::array<Entity, 8> entities = {{{"&quot;", "\""},
                                             {"&#34;", "\""},
                                             {"&#x22;", "\""},
                                             {"&#39;", "'"},
                                             {"&lt;", "<"},
                                             {"&gt;", ">"},
                                             {"&nbsp;", " "},
                                             {"&amp;", "&"}}};

} // namespace

std::optional<Preformatted> preformatted_at(std::string_view text, std::size_t at) {
  const std::size_t open = text.find('>', at), close = text.find("</pre>", at);
  if (open == std::string_view::npos || close == std::string_view::npos || open > close)
    return std::nullopt;
  std::size_t from = open + 1, end = close;
  if (text.substr(from).starts_with("<code"))
    from = std::min(text.find('>', from), close - 1) + 1;
  if (text.substr(from, close - from).ends_with("</code>"))
    end -= std::string_view("</code>").size();
  Copy copy(text);
  const bool colored = text.substr(from, end - from).find("</") != std::string_view::npos; // a fix would cut the tags
  while (from < end && !colored) {
    const std::string_view rest = text.substr(from, end - from);
    const auto entity = std::ranges::find_if(entities, [&](const Entity &each) { return rest.starts_with(each.name); });
    if (entity == entities.end()) {
      copy.put(rest[0], from++);
      continue;
    }
    copy.put(entity->text, from);
    from += entity->name.size();
  }
  copy.end_at(end);
  return Preformatted{std::move(copy), close};
}

} // namespace stslint::embedded
