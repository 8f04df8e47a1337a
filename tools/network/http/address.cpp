#include "address.hpp"

#include "encode/url.hpp"
#include "stslint/error.hpp"
#include "stslint/text.hpp"

#include <curl/curl.h>

#include <memory>

namespace stslint {
namespace {

using Url = std::unique_ptr<CURLU, decltype(&::curl_url_cleanup)>;

std::string part(const Url &url, CURLUPart what, unsigned int flags = 0) {
  char *text = nullptr;
  if (::curl_url_get(url.get(), what, &text, flags) != CURLUE_OK)
    return "";
  const std::string found = text;
  ::curl_free(text);
  return found;
}

/// Without what may be a secret: the user, the query and the fragment.
std::string without_secrets(const std::string &url) {
  std::string text = url;
  if (const std::string_view login = login_in(url); !login.empty())
    text.erase(url.find("://") + 3, login.size() + 1);
  text.resize(std::min(text.find_first_of("?#"), text.size()));
  const std::size_t scheme = text.find("://"), host = scheme == std::string::npos ? 0 : scheme + 3;
  if (const std::size_t end = text.rfind('@'); end != std::string::npos && end >= host)
    text.replace(host, end + 1 - host, "");
  return text;
}

/// Takes the key out of a query.
std::string take_key(std::string &query, const std::string &url) {
  std::string key, rest;
  bool found = false;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string item = query.substr(at, end - at);
    const std::size_t equals = item.find('=');
    if (url_unescaped(item.substr(0, equals)) != "api_key")
      rest += (rest.empty() ? "" : "&") + item;
    else if (found)
      throw Error(named(url) + " has two api_keys; remove one");
    else {
      found = true;
      key = equals == std::string::npos ? "" : item.substr(equals + 1);
      if (key.empty())
        throw Error("the api_key of " + named(url) +
                    " is empty; write the key after the =, or remove api_key and set " + key_variable);
    }
    at = end + 1;
  }
  query = rest;
  return key;
}

void refuse_template(const std::string &url) {
  for (std::size_t at = 0; at < url.size(); ++at)
    if (const std::size_t length = placeholder_length(std::string_view(url).substr(at)); length > 0)
      throw Error("the address contains the placeholder " + in_quotes(url.substr(at, length)) +
                  "; replace it with your value");
  const std::size_t scheme = url.find("://");
  if (scheme != std::string::npos && url.find("://", scheme + 3) < url.find('?'))
    throw Error(named(url) + " has two schemes; the base URL has its own https://, so remove the first scheme");
}

std::string escaped(const std::string &text) {
  const std::unique_ptr<char, decltype(&::curl_free)> out(
      ::curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), &::curl_free);
  return out ? out.get() : "";
}

std::string assembled(const Address &address, const std::string &query, const std::string &key) {
  std::string url = address.scheme + "://";
  url += address.host.find(':') == std::string::npos ? address.host : '[' + address.host + ']';
  url += ':' + address.port + address.path;
  char mark = '?';
  if (!query.empty()) {
    url += mark + query;
    mark = '&';
  }
  return key.empty() ? url : url + mark + "api_key=" + key;
}

} // namespace

std::string named(const std::string &url) { return in_quotes(without_secrets(url)); }

std::string Address::url() const { return assembled(*this, query, key); }

std::string Address::shown() const {
  return assembled(*this, query.empty() ? "" : masked('?' + query).substr(1),
                   key.empty() ? "" : '$' + std::string(key_variable));
}

Address address_of(const std::string &url, const std::string &key) {
  refuse_template(url);
  const Url handle(::curl_url(), &::curl_url_cleanup);
  if (url.find("://") == std::string::npos)
    throw Error(named(url) + " has no scheme; write https://" + printable(without_secrets(url)));
  if (const CURLUcode code = ::curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME);
      code != CURLUE_OK)
    throw Error(named(url) + " is not a URL: " + ::curl_url_strerror(code));
  Address address{.scheme = part(handle, CURLUPART_SCHEME),
                  .host = part(handle, CURLUPART_HOST),
                  .port = part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT),
                  .path = part(handle, CURLUPART_PATH),
                  .query = part(handle, CURLUPART_QUERY),
                  .key = {}};
  if (address.scheme != "http" && address.scheme != "https")
    throw Error(named(url) + " must start with http:// or https://");
  if (!part(handle, CURLUPART_USER).empty() || !part(handle, CURLUPART_PASSWORD).empty())
    throw Error("the address contains a user or a password; remove them, because a receiver takes an api_key");
  if (address.host.starts_with('['))
    address.host = address.host.substr(1, address.host.size() - 2);
  address.key = take_key(address.query, url);
  if (address.key.empty())
    address.key = escaped(key);
  return address;
}

} // namespace stslint
