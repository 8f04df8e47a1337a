#pragma once

#include <string>
#include <string_view>

namespace stslint {

/// What the receiver does at an address.
struct Endpoint {
  enum Kind {
    intake,   ///< lints payloads
    question, ///< answers GET and HEAD, as agents expect it
    other,    ///< takes what agents post beside payloads, and lints nothing
    findings, ///< tells the findings so far, for tests in other languages
    unknown,
  } kind = unknown;
  std::string_view answer = {}; ///< the body

  bool takes(std::string_view method) const {
    const bool asks = method == "GET" || method == "HEAD";
    return kind == question || kind == findings ? asks : method == "POST";
  }
};

/// The endpoint of a path, which on Kubernetes begins with /receiver. A slash at the end changes nothing.
Endpoint endpoint_of(std::string path);

} // namespace stslint
