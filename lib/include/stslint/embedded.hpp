#pragma once

#include "stslint/excerpt.hpp"
#include "stslint/fix.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Payloads within other files: the examples of a document, the bodies that a script sends.
///
///     const auto host = stslint::host_of("README.md");
///     for (const stslint::Block &block : stslint::blocks_in(bytes, *host)) {
///       linter.settings() = settings_for(block, settings);   // what a document leaves out is no mistake
///       for (const stslint::Finding &finding : linter.lint(block, bytes))
///         … linter.describe(finding).start.line …            // of the whole file
///     }
///
/// A block is whatever may be JSON by how it begins; whether it is a payload, Linter::detection() says. Any bytes are
/// searched, in time linear in them. Nothing is remembered between calls.
namespace stslint {

/// What holds payloads.
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
  json,     ///< a document that holds others, such as a collection of requests
};
inline constexpr std::size_t hosts = static_cast<std::size_t>(Host::json) + 1;

/// The kind of host of a file with this name; no value if it is not a host. Of JSON, only collections of requests are
/// hosts by name: any other may be a payload, or a collection.
std::optional<Host> host_of(std::string_view file);

/// Whether JSON is no payload, but a host: an object of a format that holds others, such as a collection of requests or
/// the description of an interface, or any with two payloads or more. A single one may have been wrapped by mistake.
bool is_collection(std::string_view json);

struct Block : Excerpt {
  std::uint32_t line_start = 0; ///< where the line on which it begins starts in the host
  std::string language;         ///< as the document calls it; "" if it does not
  std::string heading;          ///< the document's heading above it; "" if there is none
  bool example = false;         ///< a document shows it: it may have comments, and be a part of a whole
  /// Rules that a comment before the block switches off: `<!-- stslint-ignore RULE -->`, `# stslint: ignore RULE`.
  /// Blocks with a comment that names no rule are left out.
  std::vector<std::string> ignored;
};

/// The most bytes of a host: the blocks may need five times the memory of their host.
inline constexpr std::size_t max_host_bytes = std::size_t{1} << 28;

/// What may be payloads, in order of place, apart from each other. Throws Error if the host is too long.
std::vector<Block> blocks_in(std::string_view host_text, Host host);

/// The settings for a block: what an example, or something that is filled in later, may leave out.
Settings settings_for(const Block &block, Settings settings);

/// The fixes of all blocks that are payloads, as edits of the host. What is outside of the blocks stays as it is; the
/// fixes of a block that cannot be written back to exactly that effect are left out.
Fixes fixes_in(Linter &linter, std::string_view host_text, Host host, std::string_view form = "auto",
               const FixOptions &options = {});

} // namespace stslint
