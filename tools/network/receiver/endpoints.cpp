#include "endpoints.hpp"

namespace stslint {
namespace {

struct Known {
  std::string_view path;
  Endpoint endpoint;
};

/// Beside the intake: what StackState's agents ask before they send, and what they send elsewhere.
constexpr Known known_endpoints[] = {
    {"", {Endpoint::question, R"({"receiver":"stslint"})"}},
    {"/health", {Endpoint::question, R"({"status":"ok"})"}},
    {"/features", {Endpoint::question, "{}"}},
    {"/stsAgent/features", {Endpoint::question, "{}"}},
    {"/stsAgent/api/v1/validate", {Endpoint::question, R"({"valid":true})"}},
    {"/stsAgent/api/v1/series", {Endpoint::other, R"({"status":"ok"})"}},
    {"/stsAgent/api/v1/check_run", {Endpoint::other, R"({"status":"ok"})"}},
    {"/stslint/findings", {Endpoint::findings, ""}},
};
constexpr std::string_view intake_path = "/stsAgent/intake", kubernetes = "/receiver";

} // namespace

Endpoint endpoint_of(std::string path) {
  if (path.ends_with('/'))
    path.pop_back();
  if (path == kubernetes || path.starts_with(std::string(kubernetes) + '/'))
    path.erase(0, kubernetes.size());
  // An old agent posts to /stsAgent/intake/<part of its payload>.
  if (path == intake_path || path.starts_with(std::string(intake_path) + '/'))
    return {Endpoint::intake};
  for (const Known &known : known_endpoints)
    if (path == known.path)
      return known.endpoint;
  return {};
}

} // namespace stslint
