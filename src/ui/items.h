#pragma once
// Every interactive row and button says, each frame, what it is called and where it lies. Recorded scripts and tests
// use the names ("top/undo", "tree/trapezius_upper"), so they survive a change of layout.

#include <map>
#include <string>
#include <string_view>

#include "chart/picture.h"

namespace myomap {

class Items {
public:
    void begin_frame() { rects_.clear(); }
    void add(std::string_view name, const Rect& rect) { rects_.insert_or_assign(std::string(name), rect); }
    // Null when nothing of that name can be seen.
    const Rect* find(std::string_view name) const {
        const auto it = rects_.find(name);
        return it == rects_.end() ? nullptr : &it->second;
    }

private:
    std::map<std::string, Rect, std::less<>> rects_;
};

}  // namespace myomap
