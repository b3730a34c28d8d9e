#pragma once
// Which vertices of a skin are joined by an edge. One and a half megabytes, made in some milliseconds: who needs them
// once makes them and lets go of them.

#include <cstdint>
#include <span>
#include <vector>

#include "body/asset.h"

namespace myomap {

class Neighbours {
public:
    Neighbours() = default;
    explicit Neighbours(const SkinAsset& skin);

    // Rising by index.
    std::span<const std::uint32_t> of(std::uint32_t vertex) const {
        return {list_.data() + start_[vertex], list_.data() + start_[std::size_t{vertex} + 1]};
    }

private:
    std::vector<std::uint32_t> start_,
        list_;  // the neighbours of vertex v are list_[start_[v]] to list_[start_[v + 1]]
};

}  // namespace myomap
