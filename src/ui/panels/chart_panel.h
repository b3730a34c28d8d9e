#pragma once
// The chart in the middle: composes, renders, and offers what the pointer does to the tools of the mode.

#include "chart/compose.h"
#include "render/renderer.h"
#include "ui/tool.h"
#include "ui/ui.h"

namespace myomap {

// The shown picture and how the pointer is held over it. Kept between frames.
class ChartView {
public:
    explicit ChartView(Renderer& renderer) : renderer_(renderer) {}

    // The last picture was a draft and nothing is being dragged.
    bool needs_fine() const { return texture_ && !fine_ && !dragging_; }
    // The next draw renders it finely.
    void want_fine() { want_fine_ = true; }
    // This frame is one for fine pictures: nobody waits.
    bool drawing_finely() const { return want_fine_; }
    // Someone else used the renderer: render again.
    void invalidate() { texture_ = 0; }

    const Picture& picture() const { return picture_; }
    const Rect& rect() const { return rect_; }
    Renderer& renderer() { return renderer_; }

private:
    friend void draw_chart_panel(Ui& ui, const Rect& rect);

    void update(const Ui& ui, glm::ivec2 size);
    // What lies under the pointer, and what it does, for the tools.
    Pointer pointer(const Ui& ui);
    void offer(Ui& ui, const Pointer& pointer, bool (Tool::*what)(Ui&, const Pointer&));
    void press_and_drag(Ui& ui, bool hovered, bool active);

    Renderer& renderer_;
    Document shown_;
    Picture picture_;
    Rect rect_;  // of the picture in the window
    unsigned texture_ = 0;
    float scale_ = 0;
    Language language_;
    std::shared_ptr<const LaidOver> over_;
    std::vector<ViewSubject> framed_;
    bool labelled_ = false;
    bool held_ = false;  // a tool is drawing: the views stay where they are
    bool fine_ = false;
    bool want_fine_ = false;

    Hit hit_;
    glm::vec2 hit_at_{-1};
    bool hit_stale_ = true;

    bool pressed_ = false;
    bool dragging_ = false;
    int button_ = 0;
    glm::vec2 press_at_{};
};

void draw_chart_panel(Ui& ui, const Rect& rect);

}  // namespace myomap
