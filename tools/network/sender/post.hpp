#pragma once

#include "network/http/address.hpp"

#include "stslint/rule.hpp"

#include <string>
#include <string_view>

namespace stslint {

/// The result of a request: an answer, or one line in `why`.
struct Response {
  long status = 0;
  std::string body; ///< its first 64 KiB
  std::string why;
  bool sent = false; ///< the receiver may have taken the request, even without an answer
};

/// Posts payloads to one address over one connection, each at most once. No redirects, no proxies, only http and https.
class Post {
public:
  /// `encoding` is none, gzip or deflate; `timeout` is in seconds.
  Post(const Address &to, std::string encoding, double timeout);
  ~Post();
  Post(const Post &) = delete;
  Post &operator=(const Post &) = delete;
  /// With the header that says in which unit the times of the payload are.
  Response operator()(std::string_view payload, TimeFormat times);

private:
  struct Curl;
  Curl *curl_;
};

} // namespace stslint
