// Other people's engines as programs, over the payloads of a file, one a line: `peer simdjson FILE`, `peer valijson
// FILE`, and `peer valijson-whole FILE` for a file that is one payload. `peer walk FILE` prints how many seconds
// simdjson needs for text that is in memory: a payload a line, or one if FILE ends in .json.
#include "peers.hpp"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

template <typename Use> void each_line(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    use(text.substr(at, end - at));
    at = end + 1;
  }
}

} // namespace

int main(int count, char **arguments) {
  const std::string_view engine = count == 3 ? arguments[1] : "";
  std::string text;
  if (std::ifstream file(count == 3 ? arguments[2] : "", std::ios::binary); file) {
    std::ostringstream out;
    out << file.rdbuf();
    text = out.str();
  }
  const std::size_t size = text.size();
  text.resize(size + simdjson::SIMDJSON_PADDING);
  const std::string_view payloads = std::string_view(text).substr(0, size);
  std::size_t sum = 0;
  if (engine == "simdjson")
    each_line(payloads, [&, walk = stslint::bench::SimdjsonWalk()](auto line) mutable { sum += walk(line); });
  else if (engine == "walk") {
    stslint::bench::SimdjsonWalk walk;
    const auto all = [&] {
      if (std::string_view(arguments[2]).ends_with(".json"))
        sum += walk(payloads);
      else
        each_line(payloads, [&](auto line) { sum += walk(line); });
    };
    all();                                   // warms up
    const std::clock_t start = std::clock(); // of the processor, as the other side is measured
    all();
    std::cout << static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC << '\n';
    return sum > 0 ? 0 : 1;
  } else if (engine == "valijson")
    each_line(payloads,
              [&, judge = stslint::bench::ValijsonVerdict()](auto line) mutable { sum += judge(line) ? 1 : 0; });
  else if (engine == "valijson-whole")
    sum = stslint::bench::ValijsonVerdict()(payloads) ? 1 : 0;
  else
    return 2;
  std::cout << sum << '\n';
  return 0;
}
