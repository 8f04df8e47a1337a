#include "support/faults.hpp"

#include <array>
#include <cstdio>

namespace stslint::invalid_encoding {
namespace {

constexpr Example examples[] = {
    {"data", "\xef\xbb\xbf{\"version\": \"1.4.2\"}", R"({"version": "1.4.2"})"},
    {"data", "{\"city\": \"K\xf6ln\"}", "{\"city\": \"K\xc3\xb6ln\"}"},
    {"data", std::string_view("\xff\xfe{\0}\0", 6), "{}"},
    {"data", "\x1f\x8b\x08", "{}"},
};

constexpr FlawKind flaws[] = {FlawKind::byte_order_mark, FlawKind::compressed, FlawKind::utf16, FlawKind::not_utf8};

Words words(const Place &place) {
  const Flaw &flaw = *place.flaw;
  if (flaw.kind == FlawKind::byte_order_mark)
    return {"the input starts with a byte order mark (UTF-8 BOM), which JSON does not allow; save it as UTF-8 without "
            "a BOM",
            "",
            {{flaw.offset, flaw.length, ""}},
            true};
  if (flaw.kind == FlawKind::compressed) {
    const char first = place.document->bytes()[flaw.offset];
    const bool gzip = first == '\x1f', zstd = first == '\x28';
    return {"the input is compressed with " +
            std::string(gzip   ? "gzip"
                        : zstd ? "zstd"
                               : "zlib (deflate)") +
            ", like the body of a request with Content-Encoding; unpack it first" +
            (gzip ? ", or give the file a name that ends in .gz" : "")};
  }
  if (flaw.kind == FlawKind::utf16)
    return {"the input is UTF-16, but the receiver accepts only UTF-8; save it as UTF-8"};
  std::array<char, 8> byte{};
  std::snprintf(byte.data(), byte.size(), "0x%02X", static_cast<unsigned char>(place.document->bytes()[flaw.offset]));
  return {"byte " + std::string(byte.data()) +
          " is not valid UTF-8, the only encoding that the receiver accepts; the input is probably Latin-1 or "
          "Windows-1252: save it as UTF-8"};
}

Edits fault(const Place &place, Decisions &decisions) {
  if (place.parent.absent() && decisions.draw(2) == 0)
    return {{0, 0, "\xef\xbb\xbf"}};
  return place.value.is(Kind::string) && only_its_type_matters(place) ? Edits{{place.value.offset() + 1, 0, "\xff"}}
                                                                      : Edits{};
}

} // namespace

extern constexpr Rule rule = {
    .id = "invalid-encoding",
    .summary = "the input is not UTF-8, starts with a byte order mark, or is compressed",
    .why = "JSON is exchanged as UTF-8 without a byte order mark (RFC 8259, section 8.1). stslint reports this once "
           "per input, at the first occurrence. In the examples, \\xf6 and the like stand for one "
           "byte each.",
    .severity = Severity::error,
    .receiver = {Expected::reject, "RFC 8259, section 8.1: JSON that systems exchange is UTF-8"},
    .flaws = flaws,
    .examples = examples,
    .words = words,
    .fault = fault,
};

} // namespace stslint::invalid_encoding
