#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// Texts for a table in C++ source, each byte of which stands there once as far as they have it in common.
class TextPool {
public:
  /// Where it stands.
  std::size_t add(std::string_view text) {
    const std::size_t known = all_.find(text);
    if (known != std::string::npos)
      return known;
    all_ += text;
    return all_.size() - text.size();
  }

  /// Of an array that is called `texts`.
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
