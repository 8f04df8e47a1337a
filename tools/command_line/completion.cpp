#include "completion.hpp"

#include "option.hpp"

#include "lib/contract/contract.hpp"
#include "stslint/generate.hpp"
#include "stslint/lint.hpp"

#include <algorithm>

namespace stslint {
namespace {

std::vector<std::string> rules() {
  std::vector<std::string> ids;
  for (const Rule *rule : all_rules())
    ids.emplace_back(rule->id);
  return ids;
}

std::vector<std::string> parts() {
  std::vector<std::string> names;
  for (const Shape &shape : standard_contract().shapes())
    if (!shape.name.empty())
      names.emplace_back(shape.name);
  return names;
}

std::vector<std::string> classes() {
  std::vector<std::string> names;
  for (const CaseClass &kind : case_classes())
    names.emplace_back(kind.name);
  return names;
}

/// The words of a kind of values; empty for a kind without.
std::vector<std::string> candidates_of_kind(const std::string &kind) {
  return kind == "RULE" || kind == "RULES" ? rules()
         : kind == "LEVEL"                 ? std::vector<std::string>{"info", "warning", "error"}
         : kind == "PART"                  ? parts()
         : kind == "FORM"                  ? std::vector<std::string>(forms().begin(), forms().end())
         : kind == "CLASS"                 ? classes()
                                           : std::vector<std::string>();
}

Candidates candidates(const std::string &type) {
  Candidates found;
  for (const std::string &word : split(type, '|')) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool kind = capital(word[0]) && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    const std::vector<std::string> words = kind ? candidates_of_kind(word) : std::vector<std::string>{word};
    found.words.insert(found.words.end(), words.begin(), words.end());
    found.files = found.files || word == "FILE" || word == "PATH" || word == "DIR";
  }
  return found;
}

CompletedArgument completed(const Option &option) {
  CompletedArgument argument;
  argument.names = option.flags();
  argument.summary = option.description;
  argument.takes_value = !option.value.empty();
  argument.list = option.trait == Option::commas;
  if (argument.takes_value) {
    const std::string type = replaced_all(replaced_all(std::string(option.value), "[", ""), "]", "");
    const std::size_t equals = std::min(type.find('='), type.size());
    argument.value = candidates(type.substr(0, equals));
    argument.behind = candidates(type.substr(std::min(equals + 1, type.size())));
  }
  return argument;
}

} // namespace

CompletedCommand completed(const Command &command, const std::string &path) {
  CompletedCommand walked{path, std::string(command.name), std::string(command.summary), {}, {}};
  for (const Option &option : command.options)
    walked.arguments.push_back(completed(option));
  for (const Command &below : command.commands)
    walked.commands.push_back(completed(below, path + ' ' + std::string(below.name)));
  return walked;
}

std::vector<std::string> quoted_paths(const CompletedCommand &command) {
  std::vector<std::string> found;
  for (const CompletedCommand &below : command.commands) {
    found.push_back('\'' + below.path + '\'');
    for (std::string &path : quoted_paths(below))
      found.push_back(std::move(path));
  }
  return found;
}

std::vector<std::string> whole_values(const CompletedArgument &argument) {
  if (argument.behind.words.empty())
    return argument.value.words;
  std::vector<std::string> words;
  for (const std::string &first : argument.value.words)
    for (const std::string &second : argument.behind.words)
      words.push_back(first + '=' + second);
  return words;
}

std::string replaced_all(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

std::string joined(const std::vector<std::string> &words, std::string_view separator) {
  std::string out;
  for (const std::string &word : words)
    out += (out.empty() ? "" : std::string(separator)) + word;
  return out;
}

} // namespace stslint
