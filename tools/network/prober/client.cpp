#include "client.hpp"

#include "compress.hpp"
#include "network/http/answer_head.hpp"
#include "network/http/attempts.hpp"

#include "stslint/error.hpp"

#include <algorithm>
#include <cerrno>
#include <curl/curl.h>
#include <thread>
#include <vector>

namespace stslint::prober {

constexpr std::size_t most_read = 1 << 20;

struct HeaderList {
  curl_slist *first = nullptr;
  ~HeaderList() { curl_slist_free_all(first); }
  void add(const std::string &line) { first = curl_slist_append(first, line.c_str()); }
};

/// One running request.
struct Transfer {
  CURL *handle = nullptr;
  const std::string *body = nullptr;
  std::string encoded;
  AnswerHead head;
  Attempts attempts;
  Answer answer;

  static std::size_t receive(char *data, std::size_t, std::size_t count, void *self) {
    Answer &answer = static_cast<Transfer *>(self)->answer;
    answer.body.append(data, std::min(count, Answer::kept_bytes - answer.body.size()));
    answer.body_bytes += count;
    return answer.body_bytes > most_read ? 0 : count;
  }

  /// libcurl drops what follows the end of a body, and tells only this function.
  static int hear(CURL *, curl_infotype type, char *data, std::size_t size, void *self) {
    const std::string_view text(data, size);
    if (type == CURLINFO_TEXT && (text.starts_with("Excess found") || text.starts_with("Leftovers after chunking")))
      static_cast<Transfer *>(self)->answer.flaw = "a body that is longer than its head says";
    return 0;
  }
};

namespace {

using Seconds = std::chrono::duration<double>;
using Clock = std::chrono::steady_clock;

Outcome of_status(int status, bool says_when) {
  return status >= 200 && status < 300                   ? Outcome::accepted
         : status == 429 || (status == 503 && says_when) ? Outcome::other
         : status >= 400 && status < 500                 ? Outcome::refused
         : status >= 500 && status < 600                 ? Outcome::server_error
                                                         : Outcome::other;
}

Outcome of_failure(CURLcode code, int status, long os_error, const Answer &answer) {
  switch (code) {
  case CURLE_OPERATION_TIMEDOUT:
    return Outcome::hang;
  case CURLE_COULDNT_CONNECT:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_PEER_FAILED_VERIFICATION:
    return Outcome::down;
  case CURLE_GOT_NOTHING:
    return Outcome::empty;
  case CURLE_PARTIAL_FILE:
    return Outcome::truncated;
  case CURLE_SEND_ERROR:
    return Outcome::reset;
  case CURLE_RECV_ERROR:
    return os_error == ECONNRESET || os_error == EPIPE || status == 0 ? Outcome::reset : Outcome::truncated;
  case CURLE_WRITE_ERROR: // the client has read enough
    return answer.body_bytes > most_read && answer.mistake.empty() ? of_status(status, answer.retry_after.has_value())
                                                                   : Outcome::garbage;
  default:
    return Outcome::garbage;
  }
}

} // namespace

struct Client::Transfers {
  Transfers(const Target &to, Seconds limit, double most) : target(to), timeout(limit), rate(most) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    multi = curl_multi_init();
    pin.add(target.pinned.entry);
    headers.add("Content-Type: application/json");
    headers.add("Expect:");
    if (!target.encoding.empty())
      headers.add("Content-Encoding: " + target.encoding);
    if (target.time_format == TimeFormat::ms)
      headers.add("sts-time-format: ms");
    for (const std::string &header : target.headers)
      headers.add(header);
  }
  ~Transfers() {
    for (const auto &transfer : all)
      curl_easy_cleanup(transfer->handle);
    curl_multi_cleanup(multi);
  }

  Transfer &idle() {
    if (free.empty()) {
      all.push_back(std::make_unique<Transfer>());
      all.back()->handle = curl_easy_init();
      free.push_back(all.back().get());
    }
    Transfer &transfer = *free.back();
    free.pop_back();
    return transfer;
  }

  void prepare(Transfer &transfer, const std::string &body, Seconds limit, bool alone) {
    CURL *handle = transfer.handle;
    transfer.body = &body;
    transfer.answer = {};
    transfer.encoded = target.encoding.empty() ? "" : compressed(body, target.encoding == "gzip");
    const std::string &bytes = target.encoding.empty() ? body : transfer.encoded;
    const auto milliseconds = std::max(1L, static_cast<long>(limit.count() * 1000));
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, target.address.url().c_str());
    curl_easy_setopt(handle, CURLOPT_RESOLVE, pin.first);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.first);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "stslint");
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, bytes.data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
    curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, alone ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, alone ? 1L : 0L);
    transfer.head.watch(handle);
    transfer.attempts.watch(handle);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Transfer::receive);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L); // which calls Transfer::hear, and prints nothing
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, Transfer::hear);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_PRIVATE, &transfer);
  }

  void conclude(Transfer &transfer, CURLcode code) {
    Answer &answer = transfer.answer;
    long status = 0, os_error = 0;
    curl_off_t wait = 0, took = 0;
    curl_easy_getinfo(transfer.handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(transfer.handle, CURLINFO_OS_ERRNO, &os_error);
    curl_easy_getinfo(transfer.handle, CURLINFO_RETRY_AFTER, &wait);
    curl_easy_getinfo(transfer.handle, CURLINFO_TOTAL_TIME_T, &took);
    answer.status = static_cast<int>(status);
    answer.seconds = static_cast<double>(took) / 1e6;
    if (answer.status == 429 || (answer.status == 503 && wait > 0))
      answer.retry_after = wait > 0 ? static_cast<double>(wait) : 1;
    answer.mistake = transfer.head.why(code);
    answer.outcome = code != CURLE_OK          ? of_failure(code, answer.status, os_error, answer)
                     : !answer.mistake.empty() ? Outcome::truncated
                                               : of_status(answer.status, answer.retry_after.has_value());
    const int attempts = transfer.attempts.count();
    answer.lost = attempts > 1 || (attempts == 1 && answer.outcome == Outcome::down);
    answer.body = target.secrets.of_answer(answer.body);
  }

  /// The time until the next request may start.
  Seconds until_turn() const { return rate > 0 ? std::max(Seconds(0), Seconds(turn - Clock::now())) : Seconds(0); }
  void take_turn() {
    if (rate > 0)
      turn = std::max(turn, Clock::now()) + std::chrono::duration_cast<Clock::duration>(Seconds(1 / rate));
  }

  const Target &target;
  const Seconds timeout;
  const double rate;
  Clock::time_point turn{};
  CURLM *multi = nullptr;
  HeaderList pin, headers;
  std::vector<std::unique_ptr<Transfer>> all;
  std::vector<Transfer *> free;
};

Client::Client(const Target &target, Seconds timeout, double rate)
    : transfers_(std::make_unique<Transfers>(target, timeout, rate)) {}
Client::~Client() = default;

void Client::send(unsigned in_flight, const Ended &ended, const Next &next, const Done &done) {
  Transfers &all = *transfers_;
  unsigned flying = 0;
  bool more = !ended();
  while (more || flying > 0) {
    for (; more && flying < in_flight && all.until_turn().count() <= 0; more = !ended()) {
      Transfer &transfer = all.idle();
      all.prepare(transfer, next(), all.timeout, false);
      all.take_turn();
      curl_multi_add_handle(all.multi, transfer.handle);
      ++flying;
    }
    int running = 0, left = 0;
    curl_multi_perform(all.multi, &running);
    bool any = false;
    while (const CURLMsg *message = curl_multi_info_read(all.multi, &left)) {
      if (message->msg != CURLMSG_DONE)
        continue;
      Transfer *transfer = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
      const CURLcode code = message->data.result;
      curl_multi_remove_handle(all.multi, transfer->handle);
      all.conclude(*transfer, code);
      all.free.push_back(transfer);
      --flying;
      any = true;
      done(*transfer->body, std::move(transfer->answer));
    }
    if (!any && (flying > 0 || more)) {
      const bool waits_for_turn = more && flying < in_flight;
      const auto wait = static_cast<int>(waits_for_turn ? std::min(1000.0, all.until_turn().count() * 1000 + 1) : 1000);
      curl_multi_poll(all.multi, nullptr, 0, wait, nullptr);
    }
    more = more && !ended();
  }
}

Seconds Client::until_turn() const { return transfers_->until_turn(); }

Answer Client::send(const std::string &body) { return send(body, transfers_->timeout); }

Answer Client::send(const std::string &body, Seconds timeout) {
  Transfers &all = *transfers_;
  std::this_thread::sleep_for(all.until_turn());
  all.take_turn();
  Transfer &transfer = all.idle();
  all.prepare(transfer, body, timeout, true);
  const CURLcode code = curl_easy_perform(transfer.handle);
  all.conclude(transfer, code);
  all.free.push_back(&transfer);
  return std::move(transfer.answer);
}

} // namespace stslint::prober
