#pragma once
// The visit's drawing.

namespace myomap {

struct Drawing {
    bool operator==(const Drawing&) const = default;
};

}  // namespace myomap
