#pragma once

#include "examples.hpp"

#include <algorithm>

/// StackState names its errors after sub streams: the rules about them explain the word.
namespace stslint {

inline constexpr Literal sub_stream_meaning =
    " In StackState's error names, \"sub stream\" means all health items of a "
    "stream that share a sub_stream_id, or the whole stream if they have none.";

template <Literal why> struct WithSubStream {
  static constexpr auto text = [] {
    std::array<char, why.view().size() + sub_stream_meaning.view().size()> both{};
    std::ranges::copy(sub_stream_meaning.view(), std::ranges::copy(why.view(), both.begin()).out);
    return both;
  }();
};

/// The `why` of a rule, and the meaning of "sub stream".
template <Literal why>
inline constexpr std::string_view with_sub_stream{WithSubStream<why>::text.data(), WithSubStream<why>::text.size()};

} // namespace stslint
