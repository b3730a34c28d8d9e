#pragma once
// A panel beside the chart. It owns what it remembers between frames; what several share is in UiState.

#include <memory>
#include <string_view>

#include "chart/picture.h"

namespace myomap {

struct Ui;

class Panel {
public:
    virtual ~Panel() = default;
    virtual void draw(Ui& ui, const Rect& rect) = 0;
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
