#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Texts for a table in C++ source. A text that the earlier ones contain takes no bytes of its own.
class TextPool {
public:
  /// Adds a text if needed; returns its offset.
  std::size_t add(std::string_view text) {
    const std::size_t known = all_.find(text);
    if (known != std::string::npos)
      return known;
    all_ += text;
    return all_.size() - text.size();
  }

  /// The C++ source of an array `texts`.
  std::string source() const {
    std::string out = "const char texts[] =\n\"";
    std::size_t column = 0;
    for (const char c : all_) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\' || c == '?' || byte < ' ' || byte > '~')
        for (const unsigned shift : {9u, 6u, 3u, 0u})
          out += shift == 9 ? '\\' : static_cast<char>('0' + (byte >> shift & 7u));
      else
        out += c;
      if (++column % 100 == 0)
        out += "\"\n\"";
    }
    return out + "\";\n";
  }

private:
  std::string all_;
};

} // namespace stslint
