#pragma once

#include "../text/json_text.hpp"

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace stslint {

/// Appends JSON to a string, on one line, in the order of the calls.
class JsonWriter {
public:
  explicit JsonWriter(std::string &out) : out_(out) {}

  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void key(std::string_view name) {
    value(name);
    out_ += ':';
    first_ = true;
  }
  void value(std::string_view text) {
    separate();
    append_text_of(out_, text);
  }
  void value(std::size_t number) {
    separate();
    out_ += std::to_string(number);
  }
  void value(std::same_as<bool> auto truth) {
    separate();
    out_ += truth ? "true" : "false";
  }
  void member(std::string_view name, const auto &content) {
    key(name);
    value(content);
  }
  void list(std::string_view name, const auto &values) {
    key(name);
    open('[');
    for (const std::string_view each : values)
      value(each);
    close(']');
  }

private:
  void separate() {
    if (!std::exchange(first_, false))
      out_ += ',';
  }

  std::string &out_;
  bool first_ = true; ///< nothing stands before the next value
};

} // namespace stslint
