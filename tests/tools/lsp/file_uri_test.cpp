// A client may spell the URI of a file in several ways; other machines' files are no files here.
#include "lsp/file_uri.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

TEST(LspFileUri, EachSpellingOfALocalPathNamesIt) {
  for (const char *uri :
       {"file:///tmp/a b.json", "file:///tmp/a%20b.json", "file:/tmp/a b.json", "FILE:///tmp/a%20b.json",
        "file://localhost/tmp/a%20b.json", "file://LocalHost/tmp/a%20b.json", "File:///%74mp/a b.json"}) {
    EXPECT_EQ(path_of_uri(uri), "/tmp/a b.json") << uri;
    EXPECT_EQ(document_key(uri), "/tmp/a b.json") << uri;
  }
  EXPECT_EQ(document_key("file:///tmp/x/../a"), document_key("file:///tmp/a"));
  EXPECT_EQ(path_of_uri("file:///100%.json"), "/100%.json");
  EXPECT_EQ(path_of_uri("file:///%zz%4"), "/%zz%4");
}

TEST(LspFileUri, NothingElseIsALocalFile) {
  for (const char *uri : {"", "file", "file:", "file://", "file:a.json", "file://server/tmp/a", "file://localhost",
                          "file:///a%00b", "file://localhostile/tmp/a", "untitled:Untitled-1", "untitled:/tmp/a",
                          "git:/tmp/a", "/tmp/a", "https://localhost/a"}) {
    EXPECT_EQ(path_of_uri(uri), std::nullopt) << uri;
    EXPECT_EQ(document_key(uri), uri);
  }
}

TEST(LspFileUri, APathComesBackFromItsUri) {
  std::string path = "/";
  for (int byte = 1; byte < 256; ++byte)
    path += static_cast<char>(byte);
  EXPECT_EQ(path_of_uri(uri_of_path(path)), path);
  EXPECT_EQ(uri_of_path("/tmp/a b%.json"), "file:///tmp/a%20b%25.json");
}

} // namespace
} // namespace stslint
