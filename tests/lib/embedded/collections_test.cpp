// Which JSON is a collection of payloads: the formats that hold some, and whatever holds several.
#include "stslint/embedded.hpp"
#include "stslint/text.hpp"

#include <gtest/gtest.h>

namespace stslint {
namespace {

const std::string payload = R"({"collection_timestamp": 1607432950, "internalHostname": "web01", "metrics": []})";

TEST(Collections, AreKnownByTheirFormat) {
  for (const std::string_view text :
       {R"({"info": {"_postman_id": "1"}, "item": []})", R"({"info": {"schema": "https://x"}, "item": []})",
        R"({"log": {"version": "1.2", "entries": []}})", R"({"_type": "export", "__export_format": 4})",
        R"({"paths": {}, "openapi": "3.0.3"})", R"({"swagger": "2.0"})", R"({"asyncapi": "2.6.0"})",
        R"({"consumer": {}, "interactions": []})", R"({"http_interactions": []})", "\n { \"openapi\": \"3.0.3\", }"})
    EXPECT_TRUE(is_collection(text)) << text;
  for (const std::string_view text :
       {R"({"info": {"title": "x"}})", R"({"info": "_postman_id"})", R"({"log": {"level": "debug"}})",
        R"([{"openapi": "3.0.3"}])", R"({"name": "openapi"})", R"("openapi")", "", "{", "{\"", "\xff"})
    EXPECT_FALSE(is_collection(text)) << text;
}

TEST(Collections, HoldSeveralPayloads) {
  const std::string text = json_string(payload);
  EXPECT_TRUE(is_collection("{\"a\": " + payload + ", \"b\": [" + payload + "]}"));
  EXPECT_TRUE(is_collection("{\"a\": " + text + ", \"b\": [" + text + "]}"));
  EXPECT_TRUE(is_collection("{\"a\": " + payload + ", \"b\": [" + text + "]}"));
  EXPECT_FALSE(is_collection("{\"a\": " + payload + "}"));
  EXPECT_FALSE(is_collection("{\"a\": " + text + "}"));
  EXPECT_FALSE(is_collection("[" + payload + ", " + payload + "]"));
}

/// Whatever a payload holds, it is one.
TEST(Collections, AreNoPayloads) {
  const std::string within =
      payload.substr(0, payload.size() - 1) + ", \"openapi\": " + payload + ", \"b\": " + payload;
  EXPECT_FALSE(is_collection(payload));
  EXPECT_FALSE(is_collection(within + "}"));
  EXPECT_FALSE(is_collection("{\"events\": {}, " + within.substr(1) + "}"));
}

} // namespace
} // namespace stslint
