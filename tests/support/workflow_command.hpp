#pragma once

#include <map>
#include <sstream>
#include <string>

namespace stslint::test {

inline std::string replaced_all(std::string text, const std::string &what, const std::string &by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
  return text;
}

/// A workflow command, read as GitHub's runner does.
struct WorkflowCommand {
  std::string name, message;
  std::map<std::string, std::string> properties;

  explicit WorkflowCommand(const std::string &line) {
    const std::size_t space = line.find(' '), end = line.find("::", 2);
    name = line.substr(2, space - 2);
    message = decoded(line.substr(end + 2));
    std::istringstream list(line.substr(space + 1, end - space - 1));
    for (std::string property; std::getline(list, property, ',');) {
      const std::string value = property.substr(property.find('=') + 1);
      properties[property.substr(0, property.find('='))] =
          decoded(replaced_all(replaced_all(value, "%3A", ":"), "%2C", ","));
    }
  }

private:
  static std::string decoded(const std::string &text) {
    return replaced_all(replaced_all(replaced_all(text, "%0D", "\r"), "%0A", "\n"), "%25", "%");
  }
};

} // namespace stslint::test
