#include "post.hpp"

#include "encode/redact.hpp"
#include "encode/url.hpp"
#include "network/http/answer_head.hpp"
#include "network/http/attempts.hpp"
#include "network/http/resolve.hpp"

#include "stslint/error.hpp"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <zlib.h>

namespace stslint {
namespace {

constexpr std::size_t max_answer = std::size_t{64} << 10;

/// `text` as gzip, or as what HTTP calls deflate.
std::string packed(std::string_view text, bool gzip) {
  z_stream stream{};
  if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + (gzip ? 16 : 0), 8, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw Error("there is not enough memory to compress the payload");
  std::string out(::deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  ::deflateEnd(&stream);
  return out;
}

std::size_t keep(const char *data, std::size_t size, std::size_t count, void *to) {
  std::string &body = *static_cast<std::string *>(to);
  body.append(data, std::min(size * count, max_answer - body.size()));
  return size * count;
}

} // namespace

struct Post::Curl {
  CURL *handle = ::curl_easy_init();
  curl_slist *headers = nullptr, *headers_with_ms = nullptr, *resolve = nullptr;
  std::string encoding, url;
  Redactor secrets; ///< which the receiver may repeat
  std::array<char, CURL_ERROR_SIZE> error{};
};

Post::Post(const Address &to, const PostSettings &settings) {
  const Pinned pin = pinned(to);
  curl_ = new Curl;
  Curl &curl = *curl_;
  curl.encoding = settings.encoding;
  curl.url = to.url();
  curl.secrets.add(url_unescaped(to.key));
  for (curl_slist **headers : {&curl.headers, &curl.headers_with_ms}) {
    *headers = ::curl_slist_append(nullptr, "Content-Type: application/json");
    *headers = ::curl_slist_append(*headers, "Expect:");
    if (curl.encoding != "none")
      *headers = ::curl_slist_append(*headers, ("Content-Encoding: " + curl.encoding).c_str());
  }
  for (const std::string &header : settings.headers) {
    curl.secrets.add_header(header);
    for (curl_slist **headers : {&curl.headers, &curl.headers_with_ms})
      *headers = ::curl_slist_append(*headers, header.c_str());
  }
  curl.headers_with_ms = ::curl_slist_append(curl.headers_with_ms, "sts-time-format: ms");
  curl.resolve = ::curl_slist_append(nullptr, pin.entry.c_str());
  const auto set = [&](CURLoption option, auto value) { ::curl_easy_setopt(curl.handle, option, value); };
  set(CURLOPT_URL, curl.url.c_str());
  set(CURLOPT_RESOLVE, curl.resolve);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(settings.timeout, 10.0) * 1000));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout * 1000));
  if (!settings.ca.empty()) {
    set(CURLOPT_CAINFO, settings.ca.c_str());
    set(CURLOPT_CAPATH, static_cast<const char *>(nullptr));
  }
  set(CURLOPT_ERRORBUFFER, curl.error.data());
  set(CURLOPT_WRITEFUNCTION, keep);
  set(CURLOPT_USERAGENT, "stslint");
}

Post::~Post() {
  ::curl_slist_free_all(curl_->headers);
  ::curl_slist_free_all(curl_->headers_with_ms);
  ::curl_slist_free_all(curl_->resolve);
  ::curl_easy_cleanup(curl_->handle);
  delete curl_;
}

Response Post::operator()(std::string_view payload, TimeFormat times) {
  Response response;
  const std::string body =
      curl_->encoding == "none" ? std::string(payload) : packed(payload, curl_->encoding == "gzip");
  ::curl_easy_setopt(curl_->handle, CURLOPT_HTTPHEADER,
                     times == TimeFormat::ms ? curl_->headers_with_ms : curl_->headers);
  ::curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDS, body.data());
  ::curl_easy_setopt(curl_->handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  ::curl_easy_setopt(curl_->handle, CURLOPT_WRITEDATA, &response.body);
  AnswerHead head;
  head.watch(curl_->handle);
  Attempts attempts;
  attempts.watch(curl_->handle);
  curl_->error[0] = '\0';
  const CURLcode code = ::curl_easy_perform(curl_->handle);
  ::curl_easy_getinfo(curl_->handle, CURLINFO_RESPONSE_CODE, &response.status);
  curl_off_t wait = 0;
  ::curl_easy_getinfo(curl_->handle, CURLINFO_RETRY_AFTER, &wait);
  if (wait > 0)
    response.retry_after = static_cast<double>(wait);
  if (code != CURLE_OK)
    response.why = curl_->error[0] != '\0' ? curl_->error.data() : ::curl_easy_strerror(code);
  if (const std::string mistake = head.why(code); !mistake.empty())
    response.why = "the answer has " + mistake;
  if (attempts.count() > 1)
    response.why = "the receiver closed the connection without an answer";
  response.sent = attempts.count() > 0;
  response.body = curl_->secrets.of_answer(response.body);
  response.why = curl_->secrets.of_answer(response.why);
  return response;
}

} // namespace stslint
