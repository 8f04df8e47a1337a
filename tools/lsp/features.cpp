#include "features.hpp"

namespace stslint {
namespace {

constexpr Feature feature_table[] = {
    {"textDocument/diagnostic", "diagnosticProvider", pulled_diagnostics,
     [] {
       return Json{{"identifier", "stslint"}, {"interFileDependencies", false}, {"workspaceDiagnostics", false}};
     }},
};

} // namespace

std::span<const Feature> all_features() { return feature_table; }

} // namespace stslint
