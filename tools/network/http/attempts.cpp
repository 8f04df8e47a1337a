#include "attempts.hpp"

#include <curl/curl.h>

namespace stslint {

void Attempts::watch(CURL *handle) {
  count_ = 0;
  ::curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, &Attempts::begin);
  ::curl_easy_setopt(handle, CURLOPT_PREREQDATA, this);
}

int Attempts::begin(void *self, char *, char *, int, int) {
  return ++static_cast<Attempts *>(self)->count_ == 1 ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

} // namespace stslint
