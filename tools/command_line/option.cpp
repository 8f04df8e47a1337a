#include "option.hpp"

#include <algorithm>
#include <utility>

namespace stslint {
namespace {

struct Initial {
  std::string operator()(Instead) const { return ""; }
  std::string operator()(const bool *) const { return ""; }
  std::string operator()(const std::string *text) const { return *text; }
  std::string operator()(const std::vector<std::string> *) const { return ""; }
  std::string operator()(const std::uint64_t *number) const { return *number == 0 ? "" : std::to_string(*number); }
  std::string operator()(const double *) const { return ""; }
  std::string operator()(const std::optional<std::size_t> *) const { return ""; }
};

} // namespace

std::vector<std::string> Option::flags() const {
  if (positional())
    return {};
  std::vector<std::string> flags = split(names, ',');
  std::stable_partition(flags.begin(), flags.end(), [](const std::string &flag) { return flag.starts_with("--"); });
  return flags;
}

OptionTable without(OptionTable options, std::initializer_list<std::string_view> names) {
  std::erase_if(options, [&](const Option &option) { return std::ranges::find(names, option.names) != names.end(); });
  return options;
}

OptionTable only(OptionTable options, std::initializer_list<std::string_view> names) {
  std::erase_if(options, [&](const Option &option) { return std::ranges::find(names, option.names) == names.end(); });
  return options;
}

void Command::add(OptionTable more) {
  for (Option &option : more) {
    option.initial = std::visit(Initial(), option.target);
    options.push_back(std::move(option));
  }
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0, end = 0; end != text.size(); at = end + 1) {
    end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
  }
  return parts;
}

std::string called(const CommandPath &path) {
  std::string words;
  for (const Command *command : path)
    words += (words.empty() ? "" : " ") + std::string(command->name);
  return words;
}

} // namespace stslint
