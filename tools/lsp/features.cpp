#include "features.hpp"

#include "code_actions.hpp"

namespace stslint {
namespace {

Json yes() { return true; }

constexpr Feature feature_table[] = {
    {"textDocument/codeAction", "codeActionProvider", code_actions,
     [] {
       return Json{{"codeActionKinds", {quick_fix, fix_all}}};
     }},
    {"textDocument/completion", "completionProvider", completion,
     [] {
       return Json{{"triggerCharacters", {"\"", ":"}}};
     }},
    {"textDocument/definition", "definitionProvider", definition, yes},
    {"textDocument/documentSymbol", "documentSymbolProvider", document_symbols, yes},
    {"textDocument/hover", "hoverProvider", hover, yes},
    {"textDocument/diagnostic", "diagnosticProvider", pulled_diagnostics,
     [] {
       return Json{{"identifier", "stslint"}, {"interFileDependencies", false}, {"workspaceDiagnostics", false}};
     }},
};

} // namespace

std::span<const Feature> all_features() { return feature_table; }

} // namespace stslint
