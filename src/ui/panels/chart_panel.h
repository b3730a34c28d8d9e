#pragma once
// The chart in the middle: composes, renders, and turns the mouse into actions.

#include "chart/compose.h"
#include "render/renderer.h"
#include "ui/ui.h"

namespace myomap {

// The shown picture and what the mouse is doing with it. Kept between frames.
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
    void handle_mouse(Ui& ui, bool hovered, bool active);
    void drag(Ui& ui);
    void click(Ui& ui);
    void enlarge_or_return(Ui& ui);

    Renderer& renderer_;
    ChartDocument shown_;
    Picture picture_;
    Rect rect_;  // of the picture in the window
    unsigned texture_ = 0;
    float scale_ = 0;
    Language language_ = Language::en;
    bool fine_ = false;
    bool want_fine_ = false;

    Hit hit_;
    glm::vec2 hit_at_{-1};
    bool hit_stale_ = true;

    bool pressed_ = false;
    bool dragging_ = false;
    bool clicked_step_ = false;  // the last click made a step that a double-click takes back
    int button_ = 0;
    glm::vec2 press_at_{};
    Camera press_camera_;  // of the view under the last single press
    bool press_on_view_ = false;
    Layout return_to_ = Layout::plate;  // where a double-click on the large view leads
};

void draw_chart_panel(Ui& ui, const Rect& rect);

}  // namespace myomap
