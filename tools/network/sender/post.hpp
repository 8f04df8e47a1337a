#pragma once

#include "network/http/address.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// What came of a request: an answer, or in `why` one line.
struct Response {
  long status = 0;
  std::string body; ///< the first 64 KiB of it
  std::string why;
};

/// Posts payloads to one address over one connection. No redirects, no proxies, nothing but http and https.
class Post {
public:
  /// `encoding` is none, gzip or deflate; `timeout` is in seconds.
  Post(const Address &to, std::string encoding, double timeout);
  ~Post();
  Post(const Post &) = delete;
  Post &operator=(const Post &) = delete;
  Response operator()(std::string_view payload);

private:
  struct Curl;
  Curl *curl_;
};

} // namespace stslint
