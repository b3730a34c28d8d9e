#pragma once
// The frame of what stands right of the chart: text that scrolls, and below it honest words that do not.

#include <functional>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace myomap {

struct PaperPanel {
    std::string_view name;  // "card": of the pane; its text is the keyboard's stop "card/text"
    std::string child;      // what is shown: each keeps its own place in the scroll, and a new one starts at the top
    std::string honesty;    // stays in sight below
    float pad_design = 20;
};

void draw_paper_panel(Ui& ui, const Rect& rect, const PaperPanel& panel, const std::function<void()>& body);

}  // namespace myomap
