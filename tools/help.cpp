#include "help.hpp"

#include <algorithm>
#include <vector>

namespace stslint {
namespace {

constexpr std::size_t left = 30, width = 100;

/// A name in the left column and its description, wrapped, in the right one.
std::string entry(const std::string &name, const std::string &description) {
  std::string out = "  " + name, indent(left, ' ');
  std::size_t column = out.size();
  if (column + 2 > left) {
    out += '\n';
    column = 0;
  }
  out.append(left - column, ' ');
  column = left;
  for (const std::string &word : CLI::detail::split(description, ' ')) {
    if (column > left && column + 1 + word.size() > width) {
      out += '\n' + indent;
      column = left;
    } else if (column > left) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out + '\n';
}

std::string name_of(const CLI::Option &option) {
  if (option.get_positional())
    return option.get_type_name() + (option.get_expected_max() > 1 ? "..." : "");
  return option.get_name(false, true) + (option.get_type_size() > 0 ? ' ' + option.get_type_name() : "");
}

std::string entry(const CLI::Option &option) {
  const std::string given = option.get_default_str();
  return entry(name_of(option), option.get_description() + (given.empty() ? "" : " (default: " + given + ")"));
}

class Layout : public CLI::FormatterBase {
public:
  std::string make_help(const CLI::App *app, std::string name, CLI::AppFormatMode) const override {
    const auto commands = app->get_subcommands({});
    const auto positionals = app->get_options([](const CLI::Option *option) { return option->get_positional(); });
    std::string out =
        app->get_description() + "\n\nUsage: " + name + (commands.empty() ? "" : " COMMAND") + " [OPTION]...";
    for (const CLI::Option *option : positionals)
      out += option->get_required() ? ' ' + name_of(*option) : " [" + name_of(*option) + ']';
    out += '\n';
    if (!positionals.empty())
      out += '\n';
    for (const CLI::Option *option : positionals)
      out += entry(*option);
    if (!commands.empty())
      out += "\nCommands:\n";
    for (const CLI::App *command : commands)
      out += entry(command->get_name(), command->get_description());
    // The group that every command has is the least interesting.
    std::vector<std::string> groups = app->get_groups();
    std::stable_partition(groups.begin(), groups.end(), [](const std::string &group) { return group != "Options"; });
    for (const std::string &group : groups)
      out += options_of(app, group);
    return out + '\n' + app->get_footer();
  }

private:
  static std::string options_of(const CLI::App *app, const std::string &group) {
    std::string out;
    for (const CLI::Option *option : app->get_options(
             [&](const CLI::Option *each) { return each->get_group() == group && !each->get_positional(); }))
      out += entry(*option);
    return out.empty() ? "" : '\n' + group + ":\n" + out;
  }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> help_layout() { return std::make_shared<Layout>(); }

} // namespace stslint
