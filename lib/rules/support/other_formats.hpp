#pragma once

#include "phrases.hpp"

/// The format of an input that is not JSON.
namespace stslint {

/// Starts with `name: …` or `- …`, like a line of YAML.
inline bool starts_like_yaml(std::string_view text) {
  const std::size_t name = std::min(text.find_first_of(": \t\n"), text.size());
  return text.starts_with("- ") || text.starts_with("--- ") || text.starts_with("---\n") ||
         (name > 0 && text.substr(name).starts_with(":") && text.substr(name).find_first_of(" \n") == 1);
}

/// "HTML", "a shell command"; "" if the format is unclear.
inline std::string_view format_of(std::string_view text) {
  struct Start {
    std::string_view start, format;
  };
  static constexpr Start starts[] = {{"<!doctype html", "HTML"},     {"<html", "HTML"},
                                     {"<", "XML or HTML"},           {"```", "Markdown"},
                                     {"HTTP/", "an HTTP response"},  {"POST ", "an HTTP request"},
                                     {"curl ", "a shell command"},   {"$ ", "a shell command"},
                                     {"#!", "a shell script"},       {"# ", "a script, YAML or Markdown"},
                                     {"var ", "program code"},       {"const ", "program code"},
                                     {"let ", "program code"},       {"import ", "program code"},
                                     {"payload = ", "program code"}, {"payload=", "program code"}};
  for (const Start &known : starts)
    if (same_word(text.substr(0, known.start.size()), known.start) && text.size() >= known.start.size())
      return known.format;
  return starts_like_yaml(text) ? "YAML" : "";
}

inline Words other_format_words(std::string_view text) {
  const std::string object = "; write only the object { … }";
  if (text.starts_with('{') || text.starts_with('['))
    return {"the quotes of the JSON are escaped (\\\"), because it was encoded twice or copied from a string; write "
            "them without the backslash"};
  if (text.starts_with('\''))
    return {"the JSON is in single quotes, which belong to a shell or a program" + object};
  const std::string_view format = format_of(text);
  if (format.empty())
    return {"the input is not JSON: it starts with " + in_quotes(text.substr(0, text.find_first_of("\r\n")), 20) +
            object};
  return {"the input is not JSON but looks like " + std::string(format) + object};
}

} // namespace stslint
