#pragma once
// A panel beside the chart. It owns what it remembers between frames; what several share is in UiState.

#include <memory>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "chart/picture.h"

namespace myomap {

struct Ui;

class Panel {
public:
    virtual ~Panel() = default;
    virtual void draw(Ui& ui, const Rect& rect) = 0;
    // What was chosen since must be read: the shell opens the panel.
    virtual bool wants_to_open(const Ui&) { return false; }
    // While it is closed: what may not be missed, in a strip above the chart of this height (0 for none).
    virtual float strip_height(const Ui&) { return 0; }
    virtual void draw_strip(Ui&, const Rect&) {}
    // A dialog of its own that is open, over the whole window: each frame, before any panel.
    virtual void draw_dialogs(Ui&) {}
    // The program is to end: keeps what it can. What would be lost all the same, a paragraph each; empty: nothing.
    virtual std::vector<Message> would_be_lost(Ui&) { return {}; }
    // Escape was pressed: takes back one thing of its own; false when there is none.
    virtual bool escape(Ui&) { return false; }
};

enum class PanelSide { left, right };

struct PanelEntry {
    std::string_view id;    // "tree"
    std::string_view name;  // "Muscles": English, marked with word()
    PanelSide side;
    std::unique_ptr<Panel> (*make)();
};

}  // namespace myomap
