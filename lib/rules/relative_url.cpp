#include "support/urls.hpp"

namespace stslint::relative_url {
namespace {

constexpr Example examples[] = {
    {"url", R"("/build/4711")", R"("https://ci.example.org/build/4711")"},
    {"url", R"("ci.example.org/build/4711")", R"("https://ci.example.org/build/4711")"},
    {"url", R"("grafana.example.org:3000/d/4711")", R"("https://grafana.example.org:3000/d/4711")"},
    {"url", R"("https://ci.example.org/build 4711")", R"("https://ci.example.org/build%204711")"},
    {"url", R"("https://")", R"("https://ci.example.org")"},
};

bool broken(const Place &place) { return !is_absolute(place.value.view()); }

/// The absolute URL that the sender probably meant; "" if it is unclear.
std::string absolute(const std::string &text) {
  if (is_absolute(text))
    return text;
  if (has_space(text)) {
    std::string encoded;
    for (const char c : text)
      encoded += c == ' ' ? "%20" : std::string(1, c);
    return has_space(encoded) ? "" : absolute(encoded);
  }
  if (is_host_with_port(text))
    return "https://" + text;
  if (!scheme(text).empty())
    return "";
  if (text.starts_with("//"))
    return "https:" + text;
  const std::string host = text.substr(0, text.find_first_of("/?#"));
  const std::size_t dot = host.find('.');
  const bool is_host =
      dot != std::string::npos && dot > 0 && host.size() > dot + 1 && host.find(' ') == std::string::npos;
  return is_host ? "https://" + text : "";
}

Words words(const Place &place) {
  const std::string subject(place.subject), text = place.value.text(), mend = absolute(std::string(trimmed(text)));
  const std::string example = "; write it with scheme and host, for example \"https://ci.example.org/build/4711\"";
  if (is_blank(text))
    return {subject + " is empty, so the link leads nowhere" + example};
  const std::string url = subject + ' ' + shown(place.value);
  if (mend == trimmed(text))
    return {url + " has white space before it; write " + in_quotes(mend), mend,
            replaced(place.value, json_string(mend))};
  const bool blank = has_space(text) && !scheme(text).empty();
  const std::string message = url + (blank ? " contains white space" : " is not an absolute URL") +
                              ", so the link leads nowhere from StackState";
  if (mend.empty())
    return {message + example};
  const std::string advice = blank ? "; write %20 for a space: " : "; write it with its scheme: ";
  return {message + advice + in_quotes(mend), mend, replaced(place.value, json_string(mend))};
}

Edits fault(const Place &place, Decisions &decisions) {
  static constexpr std::string_view bad[] = {R"("link_url")",
                                             R"("/build/4711")",
                                             R"("")",
                                             R"("//ci.example.org/4711")",
                                             R"("https://")",
                                             R"("http:/x")",
                                             R"("C:\\reports\\4711")",
                                             R"("localhost:3000/d/4711")"};
  return replaced(place.value, std::string(decisions.pick(bad)));
}

} // namespace

extern constexpr Rule rule = {
    .id = "relative-url",
    .summary = "the URL of a link is not absolute, or contains white space",
    .why = "The documentation describes source_links as \"A list "
           "of links related to the event, for example a "
           "dashboard or the event in the source system.\" People open a link from within StackState, where a URL "
           "without scheme and host leads nowhere. White space cuts a URL short. StackState's own agents refuse both.",
    .severity = Severity::warning,
    .on = "url",
    .context_free = true,
    .examples = examples,
    .broken = broken,
    .words = words,
    .fault = fault,
};

} // namespace stslint::relative_url
