#pragma once

#include "encode/json.hpp"
#include "open_document.hpp"

#include <string>
#include <string_view>

/// The JSON of the protocol: reading is total, because a client may send anything.
namespace stslint {

/// The value at the end of a path, `textDocument/uri`; null if it leads nowhere.
const nlohmann::json &at_path(const nlohmann::json &json, std::string_view path);
std::string text_at(const nlohmann::json &json, std::string_view path);
bool flag_at(const nlohmann::json &json, std::string_view path);
/// The position in a member of `json`; the start of the document if there is none.
Spot spot_at(const nlohmann::json &json, std::string_view path);

/// What a client says that it can do, as far as the server asks.
struct Client {
  PositionUnit unit = PositionUnit::utf16;
  bool pulls = false;     ///< it asks for diagnostics itself
  bool refreshes = false; ///< it asks again if the server says so
  bool registers_watches = false;
  bool code_descriptions = false, related_places = false, tags = false; ///< of diagnostics
  bool snippets = false;                                                ///< in completion
  bool creates_files = false;                                           ///< as part of an edit
  bool disabled_actions = false;                                        ///< it shows why an action is not possible

  Client() = default;
  explicit Client(const nlohmann::json &initialize);
};

/// Ranges of a document. Starts and ends are separate, because each is mostly ordered.
class Ranges {
public:
  explicit Ranges(const OpenDocument &document)
      : starts_(document), ends_(document), other_starts_(document), other_ends_(document) {}
  Json at(std::size_t offset, std::size_t length);
  /// The same, for places that are in an order of their own, such as the first keys of duplicates.
  Json at_other(std::size_t offset, std::size_t length);

private:
  Spots starts_, ends_, other_starts_, other_ends_;
};

} // namespace stslint
