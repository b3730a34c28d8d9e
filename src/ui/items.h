#pragma once
// Every interactive row and button says, each frame, what it is called and where it lies. Recorded scripts and tests
// use the names ("top/undo", "tree/trapezius_upper"), so they survive a change of layout.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chart/picture.h"

namespace myomap {

class Items {
public:
    void begin_frame() {
        rects_.clear();
        shown_.clear();
    }
    void add(std::string_view name, const Rect& rect) { rects_.insert_or_assign(std::string(name), rect); }
    // Null when nothing of that name can be seen.
    const Rect* find(std::string_view name) const {
        const auto it = rects_.find(name);
        return it == rects_.end() ? nullptr : &it->second;
    }

    // What the frame drew, for tests of the layout: kept only while it is watched.
    struct Shown {
        std::string pane;  // "top"
        std::string what;  // the name of a control, or the words of a text
        Rect rect;         // the part that can be seen
        bool text = false;
        bool cut = false;  // of a text: the pane or an ellipsis takes some of it away
    };
    void watch(bool on) { watched_ = on; }
    bool watched() const { return watched_; }
    void show(Shown one) { shown_.push_back(std::move(one)); }
    const std::vector<Shown>& shown() const { return shown_; }

private:
    std::map<std::string, Rect, std::less<>> rects_;
    std::vector<Shown> shown_;
    bool watched_ = false;
};

}  // namespace myomap
