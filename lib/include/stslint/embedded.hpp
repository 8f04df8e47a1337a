#pragma once

#include "stslint/excerpt.hpp"
#include "stslint/fix.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Payloads within other files, such as the examples in a document or the bodies that a script sends.
///
///     const auto host = stslint::host_of("README.md");
///     for (const stslint::Block &block : stslint::blocks_in(bytes, *host)) {
///       linter.settings() = settings_for(block, settings);   // allows what a document leaves out
///       for (const stslint::Finding &finding : linter.lint(block, bytes))
///         … linter.describe(finding).start.line …            // the line in the file
///     }
///
/// A block is any text that begins like JSON; Linter::detection() says whether it is a payload. The host can be any
/// bytes. The search takes time linear in them, and keeps no state between calls.
namespace stslint {

/// The kinds of files in which payloads are found.
enum class Host : std::uint8_t {
  markdown,
  asciidoc,
  restructured_text,
  shell,
  powershell,
  yaml,
  http,
  code,     ///< Python, JavaScript, TypeScript, Java, Groovy
  raw_code, ///< Go, Kotlin, C#, Rust, Ruby, PHP: only strings in plain double quotes have escapes
  json,     ///< a file of other documents, such as a collection of requests
};
inline constexpr std::size_t hosts = static_cast<std::size_t>(Host::json) + 1;

/// The kind of host, by the name of the file; no value if it is not a host. Of JSON files, only collections of requests
/// can be recognized by name; see is_collection().
std::optional<Host> host_of(std::string_view file);

/// Whether a JSON text is a host and not a payload: it has a format such as a collection of requests or the description
/// of an interface, or it contains two payloads or more. A single payload in it may have been wrapped by mistake.
bool is_collection(std::string_view json);

struct Block : Excerpt {
  std::uint32_t line_start = 0; ///< the offset in the host of the line that it begins on
  std::string language;         ///< the language that the document names; otherwise ""
  std::string heading;          ///< the document's heading above it; otherwise ""
  bool example = false;         ///< it is an example in a document, which may have comments, and may be incomplete
  bool verbatim = false;        ///< a shell sends it as it is: `-d '…'`, where it expands no variable
  /// Rules that a comment before the block switches off: `<!-- stslint-ignore RULE -->`, `# stslint: ignore RULE`.
  /// Blocks with a comment that names no rule are left out.
  std::vector<std::string> ignored;
};

/// The maximum size of a host in bytes: its blocks can need five times as much memory.
inline constexpr std::size_t max_host_bytes = std::size_t{1} << 28;

/// The blocks of a host, in order, without overlaps. Throws Error if the host is larger than max_host_bytes, or in
/// UTF-16 with the name of a member of payloads.
std::vector<Block> blocks_in(std::string_view host_text, Host host);

/// The settings for a block: an example may be incomplete, and a template may have placeholders.
Settings settings_for(const Block &block, Settings settings);

/// The fixes of all blocks that are payloads, as edits of the host. The text outside the blocks stays as it is. The
/// fixes of a block are left out if they cannot be written in the host with exactly that effect.
Fixes fixes_in(Linter &linter, std::string_view host_text, Host host, std::string_view form = "auto",
               const FixOptions &options = {});

} // namespace stslint
