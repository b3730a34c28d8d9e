#pragma once
// Left of a chart: whose it is, and a list of what is on it: pain areas, findings, notes, kept patterns.

#include <optional>

#include "chart/drawing_figures.h"
#include "ui/panel.h"

namespace myomap {

class VisitPanel : public Panel {
public:
    void draw(Ui& ui, const Rect& rect) override;

private:
    // Worked out when the drawing has changed and nothing is being drawn.
    Drawing measured_;
    std::optional<DrawingFigures> figures_;
    std::size_t unasked_ = 0;  // warning signs of what is painted

    void measure(const Ui& ui);
    void draw_file(Ui& ui);
    void draw_signs(Ui& ui);
    void draw_areas(Ui& ui);
    void draw_findings(Ui& ui);
    void draw_notes(Ui& ui);
    void draw_kept(Ui& ui);
};

}  // namespace myomap
