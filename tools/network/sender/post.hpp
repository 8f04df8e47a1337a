#pragma once

#include "network/http/address.hpp"

#include "stslint/rule.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stslint {

/// The result of a request: an answer, or one line in `why`.
struct Response {
  long status = 0;
  std::string body; ///< its first 64 KiB
  std::string why;
  bool sent = false;                 ///< the receiver may have taken the request, even without an answer
  std::optional<double> retry_after; ///< the seconds to wait, if the receiver said so
};

/// How to post.
struct PostSettings {
  std::string encoding = "none"; ///< or gzip or deflate
  double timeout = 30;           ///< seconds
  std::string ca;                ///< a file of certificates to trust; "" for those of the system
  std::vector<std::string> headers;
};

/// Posts payloads to one address over one connection, each at most once. No redirects, no proxies, only http and https.
class Post {
public:
  /// Resolves the name of the host, and throws Error if there is none.
  Post(const Address &to, const PostSettings &settings);
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
