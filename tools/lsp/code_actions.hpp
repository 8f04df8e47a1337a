#pragma once

#include "features.hpp"

namespace stslint {

inline constexpr const char *quick_fix = "quickfix", *fix_all = "source.fixAll.stslint";

/// Edits of a text as those of the protocol.
Json text_edits(const OpenDocument &document, const Edits &edits, std::size_t offset = 0);

/// The `edit` of .stslint.json that suppresses a finding, or `disabled` with the reason why there is none; null if the
/// client need not know.
Json suppression_of(const Features &features, const WorkspaceFile &file, const PayloadReport &report,
                    const Finding &finding);

} // namespace stslint
