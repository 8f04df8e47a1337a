#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// Whole values for examples, good except for one detail: event_with<R"("msg_title": "")">,
/// event_without<"event_type">, and the same for an event's context.
namespace stslint {

/// A string literal as the argument of a template.
template <std::size_t length> struct Literal {
  char text[length];
  consteval Literal(const char (&from)[length]) {
    for (std::size_t i = 0; i < length; ++i)
      text[i] = from[i];
  }
  constexpr std::string_view view() const { return {text, length - 1}; }
};

inline constexpr Literal context_text =
    R"({"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]})";
inline constexpr Literal event_text =
    R"({"msg_title": "Deployed web", "msg_text": "1.4.2", "event_type": "DeploymentEvent", "context": {"category": "Changes", "source": "jenkins", "element_identifiers": ["urn:host:/web01"]}, "timestamp": 1607432944})";

/// The object `base` with `members` in front, without the member `without`, and without its own values for `members`.
template <Literal base, Literal members, Literal without> struct Changed {
  struct Text {
    std::array<char, sizeof base.text + sizeof members.text> characters{};
    std::size_t length = 0;
    constexpr void add(std::string_view more) {
      for (const char c : more)
        characters[length++] = c;
    }
  };

  static constexpr Text make() {
    constexpr std::string_view from = base.view(), between = ", ";
    Text out;
    const auto add = [&](std::string_view member) {
      out.add(out.length == 0 ? std::string_view("{") : between);
      out.add(member);
    };
    const auto gone = [](std::string_view key) {
      return key.substr(1, key.size() - 3) == without.view() || members.view().find(key) != std::string_view::npos;
    };
    if (!members.view().empty())
      add(members.view());
    std::size_t start = 1, depth = 0;
    bool in_string = false;
    for (std::size_t at = 1; at < from.size(); ++at) {
      const char c = from[at];
      if (depth == 0 && !in_string && (c == ',' || c == '}')) {
        const std::string_view member = from.substr(start, at - start);
        if (!gone(member.substr(0, member.find(':') + 1)))
          add(member);
        start = at + between.size();
      }
      if (c == '"')
        in_string = !in_string;
      else if (!in_string && (c == '{' || c == '['))
        ++depth;
      else if (!in_string && (c == '}' || c == ']'))
        --depth;
    }
    out.add("}");
    return out;
  }

  static constexpr Text made = make();
  static constexpr std::string_view text{made.characters.data(), made.length};
};

inline constexpr std::string_view good_event = event_text.view(), good_context = context_text.view();
template <Literal members> inline constexpr std::string_view event_with = Changed<event_text, members, "">::text;
template <Literal name> inline constexpr std::string_view event_without = Changed<event_text, "", name>::text;
template <Literal members> inline constexpr std::string_view context_with = Changed<context_text, members, "">::text;
template <Literal name> inline constexpr std::string_view context_without = Changed<context_text, "", name>::text;

} // namespace stslint
