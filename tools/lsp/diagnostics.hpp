#pragma once

#include "features.hpp"

namespace stslint {

/// The findings in a file as diagnostics.
Json diagnostics_of(Features &features, const WorkspaceFile &file);

/// One finding as a diagnostic.
Json diagnostic_of(const Features &features, const WorkspaceFile &file, const PayloadReport &report,
                   const Finding &finding, Severity severity, bool suppressed, Ranges &ranges);

/// A mistake in the text of a configuration file as a diagnostic.
Json diagnostic_of(const OpenDocument &text, const ConfigMistake &mistake);

} // namespace stslint
