#pragma once
// A tool: what the pointer does on the chart. A mode has several at once; each is asked in turn whether what the
// pointer did was meant for it.

#include <memory>
#include <string_view>

#include <glm/vec2.hpp>

#include "chart/canvas.h"
#include "chart/hit.h"
#include "chart/picture.h"

namespace myomap {

struct Ui;

// What the pointer does over the picture in this frame. Pixels of the picture, origin top left, y down.
struct Pointer {
    const Picture& picture;
    const Hit& hit;  // what lies under it
    glm::vec2 at{};
    glm::vec2 moved{};     // since the last frame
    int button = 0;        // held, or let go: 0 left, 1 right, 2 middle
    float wheel = 0;       // steps, away from the user above 0
    bool inside = true;    // let go over the picture
    bool dragged = false;  // since the press it has gone farther than a click may
    bool twice = false;    // the second press of a double-click
    bool shift = false, alt = false, ctrl = false;
};

class Tool {
public:
    virtual ~Tool() = default;
    // Each answers whether it was meant for this tool; otherwise the next one is asked.
    virtual bool press(Ui&, const Pointer&) { return false; }
    virtual bool drag(Ui&, const Pointer&) { return false; }  // from where it is farther than a click may go
    virtual bool release(Ui&, const Pointer&) { return false; }
    virtual bool wheel(Ui&, const Pointer&) { return false; }
    virtual bool hover(Ui&, const Pointer&) { return false; }
    // Over the picture, each frame: its own marks, the brush's ring, a menu.
    virtual void overlay(Ui&, const Picture&, Canvas&) {}
    // Escape was pressed: takes back what it is in the middle of; false when that is nothing.
    virtual bool escape(Ui&) { return false; }
    // It is in the middle of drawing: the body must not move under it.
    virtual bool holds_views() const { return false; }
    // Of a tool on the rail: it was chosen, or another one was.
    virtual void taken_up(Ui&) {}
    virtual void laid_down(Ui&) {}
};

struct ToolEntry {
    std::string_view id;    // "turn"
    std::string_view name;  // "Turn": English, marked with word()
    std::unique_ptr<Tool> (*make)();
    // Of one that stands on the rail and works only while it is chosen; "" for one that always does.
    const char* icon = nullptr;
    std::string_view keys;   // that choose it
    std::string_view use{};  // what the pointer does with it, in a sentence: English, marked with word()
};

}  // namespace myomap
