#pragma once
// How many typing errors lie between two words.

#include <string_view>

namespace myomap {

// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), in bytes; anything above
// `limit` comes back as limit + 1. With `prefix`, the best distance from `a` to any beginning of `b`.
int edit_distance(std::string_view a, std::string_view b, int limit, bool prefix = false);

}  // namespace myomap
