#include "config_file.hpp"

#include "command_line/arguments.hpp"
#include "config_contract.hpp"

#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <algorithm>
#include <array>

namespace stslint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 100;

/// A text checked against a definition of the configuration's contract.
class Checked {
public:
  Checked(const fs::path &path, std::string_view text, std::string_view form) : path_(path) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
      fail(0, "the file is empty; for no settings, write {}");
    for (const Finding &finding : linter_.lint(text, form))
      if (finding.rule->severity == Severity::error)
        fail(finding.offset, linter_.describe(finding).words.message);
  }

  Value root() const { return linter_.document().root(); }
  [[noreturn]] void fail(std::size_t offset, const std::string &what) const {
    const Position at = Locator(linter_.document()).position(static_cast<std::uint32_t>(offset));
    throw ConfigError(seen_from_here(path_) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ": " +
                          what,
                      {path_, offset, what});
  }

  /// The file that a value names.
  std::string read(Files &files, const fs::path &path, const Value &name) const {
    std::optional<std::string> text;
    try {
      if (name.view().find('\0') == std::string_view::npos) // where the system would stop reading
        text = files.read(path);
    } catch (const Error &why) {
      fail(name.offset(), "cannot read " + in_quotes(name.text()) + ": " + why.what());
    }
    if (!text)
      fail(name.offset(), "the file " + in_quotes(name.text()) + " does not exist");
    return *std::move(text);
  }

private:
  const fs::path &path_;
  Linter linter_{{.comments = true}, config_contract()};
};

std::vector<const Rule *> rules_in(const Value &list) {
  std::vector<const Rule *> rules;
  for (const Value item : list.items())
    rules.push_back(find_rule(item.text()));
  return rules;
}

/// A backslash takes its meaning from what stands after it; elsewhere it parts folders as on Windows.
bool parts_folders(std::string_view pattern) {
  for (std::size_t at = 0; (at = pattern.find('\\', at)) != std::string_view::npos; at += 2)
    if (at + 1 == pattern.size() || std::string_view("*?\\").find(pattern[at + 1]) == std::string_view::npos)
      return true;
  return false;
}

/// Patterns of files, without the parts that change nothing. What can never match is a mistake.
std::vector<std::string> patterns_in(const Checked &checked, const Value &list) {
  std::vector<std::string> patterns;
  for (const Value item : list.items()) {
    std::string pattern = item.text();
    if (pattern.starts_with("../") || pattern.starts_with('/'))
      checked.fail(item.offset(), in_quotes(pattern) + " is outside the folder of this file; write a path within it");
    const bool braces = pattern.find('{') != std::string::npos && pattern.find(',') != std::string::npos;
    if (braces || pattern.starts_with('!') || parts_folders(pattern))
      checked.fail(item.offset(), in_quotes(pattern) + " will match no file: patterns know only *, ** and ?");
    while (pattern.starts_with("./"))
      pattern.erase(0, 2);
    if (pattern.ends_with('/'))
      pattern.pop_back();
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

std::optional<bool> whole_prefixes(const Value &options) {
  const Value match = options.member("prefix-match");
  return match.absent() ? std::nullopt : std::optional(match.text() == "segment");
}

bool any_matches(const std::vector<std::string> &patterns, const fs::path &file, const fs::path &folder) {
  if (patterns.empty())
    return false;
  const std::string name = file.lexically_relative(folder).generic_string();
  return std::ranges::any_of(patterns, [&](const std::string &pattern) {
    return matches(pattern, name) || matches(pattern + "/**", name); // a folder stands for what is in it
  });
}

Layer layer_in(Files &files, const Checked &checked, const Value &object, const fs::path &folder) {
  Layer layer{
      .folder = folder, .select = rules_in(object.member("select")), .ignore = rules_in(object.member("ignore"))};
  layer.form = object.member("as").text();
  for (const Member member : object.member("severity").members())
    layer.severity.emplace_back(find_rule(member.key.text()), severity_named("severity", member.value.text()));
  layer.max_age = duration_in(object.member("max-age").text());
  if (const Value format = object.member("time-format"); !format.absent())
    layer.time_format = time_format_named("time-format", format.text());
  if (const Value version = object.member("stackstate"); !version.absent())
    layer.stackstate = version_named("stackstate", version.text());
  if (const Value schema = object.member("schema"); !schema.absent()) {
    layer.schema = absolute_path(folder / schema.text());
    checked.read(files, *layer.schema, schema);
  }
  const Value options = object.member("options");
  layer.whole_event_prefixes = whole_prefixes(options.member("forbidden-event-name"));
  layer.whole_metric_prefixes = whole_prefixes(options.member("forbidden-metric-name"));
  if (const Value bytes = options.member("oversized-payload").member("bytes"); !bytes.absent())
    layer.oversized = static_cast<std::size_t>(std::min(bytes.number(), 1e18));
  return layer;
}

std::shared_ptr<SuppressionFile> suppressions_in(const Value &list, const fs::path &path, std::string text) {
  auto file = std::make_shared<SuppressionFile>();
  file->path = path;
  const auto or_all = [](const Value &pattern) { return pattern.absent() ? "**" : pattern.text(); };
  for (const Value entry : list.items()) {
    const Value count = entry.member("count");
    file->suppressions.add({.rule = find_rule(entry.member("rule").text()),
                            .files = or_all(entry.member("files")),
                            .pointer = or_all(entry.member("pointer")),
                            .fingerprint = entry.member("fingerprint").text(),
                            .count = count.absent() ? 0 : static_cast<std::size_t>(std::min(count.number(), 1e18))});
    file->nodes.push_back(entry.index());
    file->reasons.push_back(entry.member("reason").text());
  }
  file->text = std::move(text);
  return file;
}

/// Appends the settings of one file after those of all files that it extends. `way` is the chain of files to this one.
void add(Files &files, const fs::path &path, const std::string &text, std::vector<fs::path> &way, ConfigFile &config) {
  const Checked checked(path, text, "config");
  way.push_back(path);
  for (const Value name : checked.root().member("extends").items()) {
    const fs::path other = absolute_path(path.parent_path() / name.text());
    if (std::ranges::find(way, other) != way.end())
      checked.fail(name.offset(),
                   in_quotes(name.text()) + " extends this file, directly or through other files; remove one extends");
    const std::string more = checked.read(files, other, name);
    // Two files that each name a file twice make four, and so on.
    if (config.suppressions.size() + way.size() > most_files)
      checked.fail(name.offset(), "this file extends more than " + std::to_string(most_files) + " files; extend fewer");
    add(files, other, more, way, config);
  }
  way.pop_back();
  const Value root = checked.root();
  Layer &whole = config.layers.emplace_back(layer_in(files, checked, root, path.parent_path()));
  whole.include = patterns_in(checked, root.member("files"));
  whole.exclude = patterns_in(checked, root.member("exclude"));
  if (const Value embedded = root.member("embedded"); embedded.is(Kind::boolean))
    whole.embedded = embedded.raw() == "true" ? std::vector<std::string>{"**"} : std::vector<std::string>();
  else if (!embedded.absent())
    whole.embedded = patterns_in(checked, embedded);
  for (const Value part : root.member("overrides").items())
    config.layers.emplace_back(layer_in(files, checked, part, path.parent_path())).files =
        patterns_in(checked, part.member("files"));
  config.suppressions.push_back(suppressions_in(root.member("suppress"), path, text));
}

} // namespace

bool Layer::speaks_of(const fs::path &file) const { return files.empty() || any_matches(files, file, folder); }

std::optional<bool> Layer::includes(const fs::path &file) const {
  if (any_matches(include, file, folder))
    return true;
  return any_matches(exclude, file, folder) ? std::optional(false) : std::nullopt;
}

std::optional<bool> Layer::embeds(const fs::path &file) const {
  return embedded ? std::optional(any_matches(*embedded, file, folder)) : std::nullopt;
}

ConfigFile read_config(Files &files, const fs::path &path) {
  const auto text = files.read(path);
  if (!text)
    throw Error(seen_from_here(path) + ": this configuration file does not exist");
  ConfigFile config{.path = path};
  std::vector<fs::path> way;
  add(files, path, *text, way, config);
  return config;
}

std::shared_ptr<SuppressionFile> read_baseline(Files &files, const fs::path &path) {
  auto text = files.read(path);
  if (!text)
    return nullptr;
  const Checked checked(path, *text, "baseline");
  return suppressions_in(checked.root().member("suppress"), path, *text);
}

} // namespace stslint
