#pragma once

using CURL = void;

namespace stslint {

/// Lets libcurl send a request once, and tells whether it did. By itself, libcurl sends a request again if the receiver
/// closes a kept connection without an answer, although the receiver may have taken the first.
class Attempts {
public:
  /// For the next transfer of the handle, which must end before this object does.
  void watch(CURL *handle);
  /// 0: there was no connection. 2: the first had no answer, and the second was not sent.
  int count() const { return count_; }

private:
  static int begin(void *self, char *, char *, int, int);

  int count_ = 0;
};

} // namespace stslint
