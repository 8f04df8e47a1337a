#include "../lint/detect.hpp"
#include "part.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace stslint {

using namespace embedded;

namespace {

/// What is shorter holds no name of a payload's.
constexpr std::size_t shortest = 10;
/// A shell within a document within YAML, and no deeper.
constexpr int deepest = 4;

/// Each block has a copy of its heading, which must not make a whole of many blocks longer than linear.
constexpr std::size_t longest_name = 200;

struct Name {
  std::string_view name;
  Host host;
};

constexpr std::array<Name, 33> extensions = {{{".md", Host::markdown},
                                              {".markdown", Host::markdown},
                                              {".mdx", Host::markdown},
                                              {".adoc", Host::asciidoc},
                                              {".asciidoc", Host::asciidoc},
                                              {".asc", Host::asciidoc},
                                              {".rst", Host::restructured_text},
                                              {".sh", Host::shell},
                                              {".bash", Host::shell},
                                              {".zsh", Host::shell},
                                              {".ksh", Host::shell},
                                              {".bats", Host::shell},
                                              {".ps1", Host::powershell},
                                              {".psm1", Host::powershell},
                                              {".yaml", Host::yaml},
                                              {".yml", Host::yaml},
                                              {".http", Host::http},
                                              {".rest", Host::http},
                                              {".py", Host::code},
                                              {".js", Host::code},
                                              {".mjs", Host::code},
                                              {".ts", Host::code},
                                              {".tsx", Host::code},
                                              {".go", Host::raw_code},
                                              {".java", Host::code},
                                              {".kt", Host::raw_code},
                                              {".cs", Host::raw_code},
                                              {".rb", Host::raw_code},
                                              {".groovy", Host::code},
                                              {".rs", Host::raw_code},
                                              {".php", Host::raw_code},
                                              {".har", Host::json},
                                              {".postman_collection.json", Host::json}}};

/// What a document calls a language.
constexpr std::array<Name, 30> languages = {{{"sh", Host::shell},        {"bash", Host::shell},
                                             {"shell", Host::shell},     {"zsh", Host::shell},
                                             {"console", Host::shell},   {"curl", Host::shell},
                                             {"terminal", Host::shell},  {"powershell", Host::powershell},
                                             {"ps1", Host::powershell},  {"pwsh", Host::powershell},
                                             {"yaml", Host::yaml},       {"yml", Host::yaml},
                                             {"http", Host::http},       {"rest", Host::http},
                                             {"python", Host::code},     {"py", Host::code},
                                             {"javascript", Host::code}, {"js", Host::code},
                                             {"typescript", Host::code}, {"ts", Host::code},
                                             {"go", Host::raw_code},     {"golang", Host::raw_code},
                                             {"java", Host::code},       {"kotlin", Host::raw_code},
                                             {"csharp", Host::raw_code}, {"cs", Host::raw_code},
                                             {"c#", Host::raw_code},     {"ruby", Host::raw_code},
                                             {"rust", Host::raw_code},   {"php", Host::raw_code}}};

using Scan = void (*)(std::string_view, const Use &);
constexpr std::array<Scan, hosts> scanners = {
    scan_markdown, scan_asciidoc, scan_restructured_text, scan_shell, scan_powershell, scan_yaml,
    scan_http,     scan_code,     scan_raw_code,          scan_json};

/// What a part that does not begin as JSON does may be: a document calls a script by many names.
Host host_of_part(std::string_view language, std::string_view text) {
  if (language.empty() && is_markdown(text))
    return Host::markdown;
  if (is_curl(text))
    return Host::shell;
  if (is_request(text))
    return Host::http;
  std::string lower(language);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto known = std::ranges::find(languages, lower, &Name::name);
  return known == languages.end() ? Host::shell : known->host;
}

bool is_utf16(std::string_view text) { return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"); }

/// ASCII in UTF-16 as ASCII.
std::string without_zeros(std::string_view text) {
  std::string ascii(text);
  std::erase(ascii, '\0');
  return ascii;
}

class Finder {
public:
  explicit Finder(std::string_view file) : file_(file) {}

  /// Looks for blocks in a text of the file, which is the file itself if `around` is null.
  void find(std::string_view text, Host host, const Block *around, int depth) {
    scanners[static_cast<std::size_t>(host)](text, [&](Part &&part) {
      if (part.copy.text.size() < shortest)
        return;
      Block block = block_of(std::move(part), around);
      if (begins_like_json(block.text))
        add(std::move(block));
      else if (depth < deepest)
        find(block.text, host_of_part(block.language, block.text), &block, depth + 1);
    });
  }

  std::vector<Block> blocks() {
    std::vector<Block> all;
    Locator places(file_);
    std::size_t line = 0, line_start = 0;
    std::optional<std::vector<std::string>> ignored; // by the comment above the line
    for (auto &[start, block] : by_start_) {
      const Position place = places.position(start);
      if (place.line != line) {
        line_start = file_.substr(0, start).rfind('\n') + 1; // without a line break: npos + 1 is 0
        ignored = ignored_rules(file_, line_start);
      }
      line = place.line;
      block.line = place.line;
      block.column = place.column;
      block.line_start = static_cast<std::uint32_t>(line_start);
      if (ignored && ignored->empty())
        continue;
      block.ignored = ignored.value_or(std::vector<std::string>());
      all.push_back(std::move(block));
    }
    return all;
  }

private:
  static Block block_of(Part &&part, const Block *around) {
    Block block;
    block.text = std::move(part.copy.text);
    block.origins = std::move(part.copy.origins);
    block.language = part.language.substr(0, longest_name);
    block.heading = part.heading.substr(0, longest_name);
    block.example = part.example;
    if (part.quoting)
      block.quoting.push_back(*part.quoting);
    block.verbatim = part.verbatim && (around == nullptr || !around->example);
    if (around == nullptr)
      return block;
    for (std::uint32_t &origin : block.origins)
      origin = around->origins[origin];
    block.quoting.insert(block.quoting.end(), around->quoting.begin(), around->quoting.end());
    block.language = block.language.empty() ? around->language : block.language;
    block.heading = block.heading.empty() ? around->heading : block.heading;
    return block;
  }

  /// Of two that overlap, the one that was found first is it.
  void add(Block &&block) {
    const std::uint32_t start = block.origins.front(), end = block.origins.back();
    const auto behind = by_start_.lower_bound(start);
    const bool overlaps = (behind != by_start_.end() && behind->first < std::max(end, start + 1)) ||
                          (behind != by_start_.begin() && std::prev(behind)->second.origins.back() > start);
    if (!overlaps)
      by_start_.emplace(start, std::move(block));
  }

  std::string_view file_;
  std::map<std::uint32_t, Block> by_start_;
};

} // namespace

bool embedded::begins_like_json(std::string_view text) {
  for (;;) {
    text.remove_prefix(past_blanks(text, 0));
    const bool line = text.starts_with("//") || text.starts_with("# "), comment = text.starts_with("/*");
    if (!line && !comment)
      break;
    const std::size_t end = line ? text.find('\n') : text.find("*/");
    if (end == std::string_view::npos)
      return false;
    text.remove_prefix(end + (line ? 1 : 2));
  }
  if (text.starts_with('"')) { // "name": …
    const std::size_t end = text.find_first_of("\"\n", 1);
    const std::size_t colon = end == std::string_view::npos ? end : text.find_first_not_of(" \t", end + 1);
    return colon != std::string_view::npos && text[end] == '"' && text[colon] == ':';
  }
  return text.starts_with('{') || text.starts_with('[');
}

std::optional<Host> host_of(std::string_view file) {
  const auto known = std::ranges::find_if(extensions, [&](const Name &each) { return file.ends_with(each.name); });
  return known == extensions.end() ? std::nullopt : std::optional(known->host);
}

std::vector<Block> blocks_in(std::string_view host_text, Host host) {
  if (host_text.size() > max_host_bytes)
    throw Error("the file is larger than " + std::to_string(max_host_bytes >> 20) +
                " MB, the most in which stslint looks for payloads; split it");
  if (is_utf16(host_text) && may_name_payload(without_zeros(host_text)))
    throw Error("the file is in UTF-16, in which stslint does not look for payloads; convert it to UTF-8");
  Finder finder(host_text);
  finder.find(host_text, host, nullptr, 0);
  return finder.blocks();
}

Settings settings_for(const Block &block, Settings settings) {
  // A template may still fill what the shell does not.
  settings.placeholders = !block.verbatim || block.text.find("{{") != std::string::npos ||
                          block.text.find("{%") != std::string::npos || block.text.find("<%") != std::string::npos;
  settings.comments = settings.fragments = block.example;
  return settings;
}

} // namespace stslint
