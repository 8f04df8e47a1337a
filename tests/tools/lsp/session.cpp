#include "session.hpp"

#include "command_line/console.hpp"
#include "program/cli.hpp"
#include "support/recorded.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <istream>
#include <sstream>

namespace stslint::test {
namespace {

/// JSON on one line if that is short, else with a line for each member or item.
std::string laid_out(const nlohmann::ordered_json &json, const std::string &indent) {
  constexpr std::size_t short_line = 110;
  const std::string line = json.dump();
  if (!json.is_structured() || indent.size() + line.size() <= short_line)
    return line;
  std::string out(1, json.is_object() ? '{' : '[');
  for (auto member = json.begin(); member != json.end(); ++member)
    out += (member == json.begin() ? "\n  " : ",\n  ") + indent +
           (json.is_object() ? nlohmann::ordered_json(member.key()).dump() + ": " : "") +
           laid_out(*member, indent + "  ");
  return out + (json.is_object() ? '}' : ']');
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

/// The words of a command line without the program.
std::vector<std::string> words_behind(std::string_view program, const std::string &line) {
  std::istringstream in(line.substr(program.size()));
  std::vector<std::string> words;
  for (std::string word; in >> word;)
    words.push_back(word);
  return words;
}

} // namespace

WorkingFolder::WorkingFolder(const std::string &name)
    : path_(std::filesystem::temp_directory_path() / ("stslint-lsp-" + std::to_string(::getpid()) + name)),
      before_(std::filesystem::current_path()) {
  std::filesystem::create_directories(path_);
  std::filesystem::current_path(path_);
}

WorkingFolder::~WorkingFolder() {
  std::error_code ignored;
  std::filesystem::current_path(before_, ignored);
  std::filesystem::remove_all(path_, ignored);
}

PiecewiseInput::int_type PiecewiseInput::underflow() {
  std::optional<std::string> piece = next_();
  if (!piece)
    return traits_type::eof();
  piece_ = *std::move(piece);
  setg(piece_.data(), piece_.data(), piece_.data() + piece_.size());
  return piece_.empty() ? underflow() : traits_type::to_int_type(piece_[0]);
}

std::string framed(const std::string &message) {
  return "Content-Length: " + std::to_string(message.size()) + "\r\n\r\n" + message;
}

std::string readable_messages(std::string_view output) {
  std::string out;
  while (!output.empty()) {
    constexpr std::string_view header = "Content-Length: ";
    const std::size_t end = output.find("\r\n\r\n");
    if (!output.starts_with(header) || end == std::string_view::npos)
      return out + "<- no message: " + std::string(output) + '\n';
    const std::size_t size = std::stoul(std::string(output.substr(header.size(), end - header.size())));
    auto json = nlohmann::ordered_json::parse(output.substr(end + 4, size));
    EXPECT_EQ(json["jsonrpc"], "2.0");
    json.erase("jsonrpc");
    out += "<- " + laid_out(json, "") + '\n';
    output.remove_prefix(end + 4 + size);
  }
  return out;
}

std::string replayed_session(const std::string &text, const std::filesystem::path &folder) {
  const auto lines = lines_of(text);
  auto line = lines.begin();
  std::ostringstream output, errors;
  std::string out;
  std::vector<std::string> arguments;
  const auto note_answers = [&] {
    out += replaced(readable_messages(output.str()), folder.string(), "FOLDER");
    output.str("");
  };
  // Copies the lines of the session up to the next group, and returns its messages.
  const auto next_group = [&]() -> std::optional<std::string> {
    note_answers();
    std::string group;
    bool begun = false;
    for (; line != lines.end() && !(begun && !line->starts_with("-> ") && !line->starts_with("= ")); ++line) {
      const bool answer = line->starts_with("<- ") || std::string_view(" }][").find((*line)[0]) != std::string::npos;
      const std::string content = replaced(std::string(line->substr(0, line->size() - 1)), "FOLDER", folder.string());
      if (!answer)
        out += *line;
      if (content.starts_with("$ "))
        arguments = words_behind("$ stslint", content);
      if (content.starts_with("$ "))
        return ""; // the server begins
      if (content.starts_with("-> "))
        group += framed(content.substr(3));
      if (content.starts_with("= ")) {
        const std::size_t space = content.find(' ', 2);
        std::ofstream(folder / content.substr(2, space - 2)) << content.substr(space + 1);
      }
      begun = begun || content.starts_with("-> ") || content.starts_with("= ");
    }
    return begun ? std::optional(group) : std::nullopt;
  };
  next_group();
  ++line;
  PiecewiseInput input(next_group);
  std::istream in(&input);
  Console console{in, output, errors};
  const int code = run(arguments, console);
  note_answers();
  EXPECT_TRUE(std::none_of(line, lines.end(), [](std::string_view left) { return left.starts_with("-> "); }))
      << "the server ended before the session";
  EXPECT_EQ(errors.str(), "");
  return out + "[exit " + std::to_string(code) + "]\n";
}

} // namespace stslint::test
