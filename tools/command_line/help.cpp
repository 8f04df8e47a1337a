#include "help.hpp"

#include "console.hpp"

#include <algorithm>
#include <vector>

namespace stslint {
namespace {

constexpr std::size_t text_column = 30, width = 100;

/// A long list of values, in lines.
std::string broken_at_bars(const std::string &name) {
  std::string out;
  std::size_t column = 0;
  for (const std::string &value : split(name, '|')) {
    const bool fits = column + value.size() + 3 <= width;
    if (!out.empty())
      out += fits ? "|" : "|\n      ";
    column = (fits ? column + 1 : 6) + value.size();
    out += value;
  }
  return out;
}

/// A name in the left column, and its wrapped description in the right one.
std::string entry(const std::string &name, const std::string &description) {
  std::string out = "  " + broken_at_bars(name), indent(text_column, ' ');
  std::size_t column = out.size();
  if (column + 2 > text_column) {
    out += '\n';
    column = 0;
  }
  out.append(text_column - column, ' ');
  column = text_column;
  for (const std::string &word : split(description, ' ')) {
    if (column > text_column && column + 1 + word.size() > width) {
      out += '\n' + indent;
      column = text_column;
    } else if (column > text_column) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out + '\n';
}

std::string name_of(const Option &option) {
  if (option.positional())
    return std::string(option.value) + (option.list() ? "..." : "");
  return std::string(option.names) + (option.value.empty() ? "" : ' ' + std::string(option.value));
}

std::string entry(const Option &option) {
  return entry(name_of(option),
               std::string(option.description) + (option.initial.empty() ? "" : " (default: " + option.initial + ")"));
}

std::string entries(const OptionTable &options, std::string_view group) {
  std::string out;
  for (const Option &option : options)
    if (!option.positional() && option.group == group)
      out += entry(option);
  return out.empty() ? "" : '\n' + std::string(group) + ":\n" + out;
}

std::string exit_codes(const Command &command) {
  if (!command.exit_codes.empty())
    return std::string(command.exit_codes);
  const bool lints =
      std::ranges::any_of(command.options, [](const Option &option) { return option.names == "--fail-on"; });
  if (!lints && command.commands.empty())
    return "Exit codes:\n  0  done\n  2  usage or configuration error\n  3  a file or repository could not be read or "
           "written\n  4  internal error\n";
  std::string text = "Exit codes (the highest wins):\n";
  for (std::size_t code = 0; code < exit_code_meanings.size(); ++code)
    text += "  " + std::to_string(code) + "  " + std::string(exit_code_meanings[code]) + '\n';
  return text;
}

} // namespace

std::string help(const CommandPath &path) {
  const Command &command = *path.back();
  std::string out = std::string(command.summary) + "\n\nUsage: " + called(path) +
                    (command.commands.empty() ? "" : " COMMAND") + " [OPTION]...";
  std::string positionals;
  std::vector<std::string_view> groups;
  for (const Option &option : command.options) {
    if (option.positional()) {
      out += option.trait == Option::required ? ' ' + name_of(option) : " [" + name_of(option) + ']';
      positionals += entry(option);
    } else if (std::ranges::find(groups, option.group) == groups.end())
      groups.push_back(option.group);
  }
  out += '\n' + (positionals.empty() ? "" : '\n' + positionals);
  if (!command.commands.empty())
    out += "\nCommands:\n";
  for (const Command &below : command.commands)
    out += entry(std::string(below.name), std::string(below.summary));
  // The common group is the least interesting.
  std::stable_partition(groups.begin(), groups.end(), [](std::string_view group) { return group != common_group; });
  for (const std::string_view group : groups)
    out += entries(command.options, group);
  return out + '\n' + exit_codes(command);
}

} // namespace stslint
