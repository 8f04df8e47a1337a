#include "bugs.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <set>

namespace stslint::test {
namespace {

/// 200, or 400 for errors that are not `overlooked`.
Reaction judged(const std::string &body, bool (*overlooked)(const Finding &, const Document &) = nullptr) {
  thread_local Linter linter;
  for (const Finding &finding : linter.lint(body, "payload"))
    if (finding.rule->severity == Severity::error && (overlooked == nullptr || !overlooked(finding, linter.document())))
      return {.status = 400, .body = "bad payload"};
  return {};
}

template <typename Is> bool any_value(const std::string &body, Is is) {
  Document document;
  document.parse(body);
  for (std::uint32_t i = 0; i < document.nodes().size(); ++i)
    if (is(Value(document, i)))
      return true;
  return false;
}

bool contains(const std::string &body, std::string_view text) { return body.find(text) != std::string::npos; }

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool model_in_other_case(const Finding &finding, const Document &document) {
  static const std::set<std::string> known = {"\"repeat_snapshots\"", "\"repeat_states\"",
                                              "\"transactional_increments\""};
  return finding.rule->id == "unknown-value" &&
         known.contains(lower(std::string(document.bytes().substr(finding.offset, finding.length))));
}

/// What stands at the place of a finding.
std::string_view text_of(const Finding &finding, const Document &document) {
  return document.bytes().substr(finding.offset, finding.length);
}

/// A relation whose ends are the same.
bool relates_to_itself(const Value &value) {
  const Value source = value.member("sourceId"), target = value.member("targetId");
  return source.is(Kind::string) && target.is(Kind::string) && source.raw() == target.raw();
}

/// The text of a value in which of equal keys only the first or only the last is kept.
std::string with_each_key_once(const Value &value, bool first) {
  std::vector<std::pair<std::string, std::string>> kept;
  std::string out;
  if (value.is(Kind::object)) {
    for (const Member member : value.members()) {
      const std::string key(member.key.raw());
      const auto known = std::ranges::find(kept, key, &std::pair<std::string, std::string>::first);
      const std::string text = with_each_key_once(member.value, first);
      if (known == kept.end())
        kept.emplace_back(key, text);
      else if (!first)
        known->second = text;
    }
    for (const auto &[key, text] : kept)
      out += (out.empty() ? "" : ",") + key + ':' + text;
    return '{' + out + '}';
  }
  if (!value.is(Kind::array))
    return std::string(value.raw());
  for (const Value item : value.items())
    out += (out.empty() ? "" : ",") + with_each_key_once(item, first);
  return '[' + out + ']';
}

Reaction of_each_key_once(const std::string &body, bool first) {
  Document document;
  document.parse(body);
  const auto &flaws = document.flaws();
  const bool readable =
      std::ranges::all_of(flaws, [](const Flaw &flaw) { return flaw.kind >= FlawKind::lone_surrogate; });
  return judged(readable && !document.root().absent() ? with_each_key_once(document.root(), first) : body);
}

/// How deep the brackets of a text go.
std::size_t depth(std::string_view text) {
  std::size_t now = 0, most = 0;
  for (const char c : text) {
    now += c == '[' || c == '{' ? 1u : 0u;
    now -= (c == ']' || c == '}') && now > 0 ? 1u : 0u;
    most = std::max(most, now);
  }
  return most;
}

std::atomic<bool> refused_last = false;
std::atomic<unsigned> requests = 0;

constexpr Bug all[] = {
    {"none", "nothing is wrong with it", [](const std::string &body) { return judged(body); }},
    {"busy", "now and then a request is told to come back in a second, and nothing is wrong with that",
     [](const std::string &body) {
       return ++requests % 400 == 0 ? Reaction{.status = 429, .body = "later", .headers = "Retry-After: 1\r\n"}
                                    : judged(body);
     }},
    {"prefix", "takes event names with a reserved prefix",
     [](const std::string &body) {
       return judged(
           body, [](const Finding &finding, const Document &) { return finding.rule->id == "forbidden-event-name"; });
     }},
    {"documented", "takes what the documentation and StackState's own agents say it takes, and refuses the rest",
     [](const std::string &body) {
       return judged(body, [](const Finding &finding, const Document &) {
         return finding.rule->receiver.expected == Expected::accept;
       });
     }},
    {"case", "reads consistency models whatever the case of their letters",
     [](const std::string &body) { return judged(body, model_in_other_case); }},
    {"coercion", "takes a number for a name and a text for a time",
     [](const std::string &body) {
       return judged(body, [](const Finding &finding, const Document &document) {
         const std::string_view text = text_of(finding, document);
         const std::string_view before = document.bytes().substr(0, finding.offset);
         const bool name = before.ends_with("\"internalHostname\": ") || before.ends_with("\"internalHostname\":");
         const bool time = before.ends_with("\"timestamp\": ") || before.ends_with("\"timestamp\":");
         return finding.rule->id == "wrong-type" &&
                ((name && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'))) || (time && text[0] == '"'));
       });
     }},
    {"no-types", "looks at no type",
     [](const std::string &body) {
       return judged(body, [](const Finding &finding, const Document &) { return finding.rule->id == "wrong-type"; });
     }},
    {"no-health", "looks at nothing in health",
     [](const std::string &body) {
       return judged(body, [](const Finding &finding, const Document &document) {
         const Value health = document.root().member("health");
         return finding.rule->flaws.empty() && finding.offset >= health.offset() &&
                finding.offset < health.offset() + health.length();
       });
     }},
    {"self-relation", "answers 500 to a relation of a component to itself",
     [](const std::string &body) {
       return any_value(body, relates_to_itself) ? Reaction{.status = 500, .body = "StackOverflowError"} : judged(body);
     }},
    {"astral", "closes the connection on characters beyond the basic plane",
     [](const std::string &body) {
       const bool any = std::ranges::any_of(body, [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
       return any ? Reaction{.kind = Reaction::close} : judged(body);
     }},
    {"prototype", "answers 500 to the word __proto__",
     [](const std::string &body) {
       return contains(body, "__proto__") ? Reaction{.status = 500, .body = "TypeError"} : judged(body);
     }},
    {"year-2038", "answers 500 to a time that 32 bits do not hold",
     [](const std::string &body) {
       const bool any = any_value(body, [](const Value &value) {
         return value.is(Kind::number) && value.number() > 2147483647 && value.number() < 1e11;
       });
       return any ? Reaction{.status = 500, .body = "overflow"} : judged(body);
     }},
    {"large-body", "closes the connection on a body of more than a mebibyte",
     [](const std::string &body) {
       return body.size() > std::size_t{1} << 20 ? Reaction{.kind = Reaction::close} : judged(body);
     }},
    {"first-key", "keeps the first of two equal keys",
     [](const std::string &body) { return of_each_key_once(body, true); }},
    {"last-key", "keeps the last of two equal keys",
     [](const std::string &body) { return of_each_key_once(body, false); }},
    {"overflow", "dies on 1e999: it catches one of two exceptions of its parser",
     [](const std::string &body) {
       try {
         const auto read = nlohmann::json::parse(body);
         return judged(body);
       } catch (const nlohmann::json::parse_error &) {
         return judged(body);
       } catch (const std::exception &) {
         return Reaction{.kind = Reaction::die};
       }
     }},
    {"recursion", "dies of more than 4,000 brackets within each other",
     [](const std::string &body) { return depth(body) > 4000 ? Reaction{.kind = Reaction::die} : judged(body); }},
    {"long-text", "hangs on a text of more than 50,000 bytes",
     [](const std::string &body) {
       const bool is_long = any_value(
           body, [](const Value &value) { return value.is(Kind::string) && value.contents().size() > 50000; });
       return is_long ? Reaction{.kind = Reaction::hang} : judged(body);
     }},
    {"takes-all", "answers 200 to everything", [](const std::string &) { return Reaction{}; }},
    {"error-500", "answers 500 to an event of the category Alerts",
     [](const std::string &body) {
       const bool alerts =
           any_value(body, [](const Value &value) { return value.member("category").equals("Alerts"); });
       return alerts ? Reaction{.status = 500, .body = "NullPointerException"} : judged(body);
     }},
    {"float", "refuses 1.0 for 1",
     [](const std::string &body) {
       const bool any =
           any_value(body, [](const Value &value) { return value.is(Kind::number) && value.raw().ends_with(".0"); });
       return any ? Reaction{.status = 400, .body = "not an integer"} : judged(body);
     }},
    {"state", "refuses what comes after something refused",
     [](const std::string &body) {
       Reaction reaction = judged(body);
       const bool refused = reaction.status != 200;
       if (refused_last.exchange(refused) && !refused)
         reaction.status = 400;
       return reaction;
     }},
    {"drop", "closes the connection on text beyond ASCII",
     [](const std::string &body) {
       const bool beyond = std::ranges::any_of(body, [](char c) { return static_cast<unsigned char>(c) > 127; });
       return beyond ? Reaction{.kind = Reaction::close} : judged(body);
     }},
    {"reset", "breaks the connection off on a number below zero",
     [](const std::string &body) {
       const bool below =
           any_value(body, [](const Value &value) { return value.is(Kind::number) && value.raw().starts_with('-'); });
       return below ? Reaction{.kind = Reaction::reset} : judged(body);
     }},
    {"garbage", "answers no HTTP to an escape in a text",
     [](const std::string &body) {
       return contains(body, "\\u") ? Reaction{.kind = Reaction::garbage} : judged(body);
     }},
    {"truncated", "stops in the middle of its answer to a null",
     [](const std::string &body) {
       return contains(body, "null") ? Reaction{.kind = Reaction::truncate} : judged(body);
     }},
    {"excess", "answers a null with more bytes than it says",
     [](const std::string &body) {
       return contains(body, "null") ? Reaction{.kind = Reaction::excess, .status = judged(body).status} : judged(body);
     }},
    {"slow", "takes nearly a second for the category Anomalies",
     [](const std::string &body) {
       Reaction reaction = judged(body);
       reaction.delay = contains(body, "\"Anomalies\"") ? 0.8 : 0;
       return reaction;
     }},
};

} // namespace

std::span<const Bug> bugs() { return all; }

} // namespace stslint::test
