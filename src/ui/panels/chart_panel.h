#pragma once
// The chart in the middle: composes, renders, and turns the mouse into actions.

#include <filesystem>
#include <optional>

#include "chart/compose.h"
#include "render/opening_picture.h"
#include "render/renderer.h"
#include "ui/ui.h"

namespace myomap {

// The picture of the last start: shown instead of the first draft when this start shows the same.
struct Opening {
    std::filesystem::path file;  // where it is kept; "" for nowhere
    std::optional<OpeningPicture> picture;
};

// The shown picture and what the mouse is doing with it. Kept between frames.
class ChartView {
public:
    explicit ChartView(Renderer& renderer, Opening opening = {}) : renderer_(renderer), opening_(std::move(opening)) {}

    // The last picture was a draft or that of the last start and nothing is being dragged.
    bool needs_fine() const { return texture_ && !fine_ && !dragging_; }
    // The next draw renders it finely.
    void want_fine() { want_fine_ = true; }
    // This frame is one for fine pictures: nobody waits.
    bool drawing_finely() const { return want_fine_; }
    // Someone else used the renderer: render again.
    void invalidate() { texture_ = 0; }
    // What is shown now is what the next start will show: keeps it for that, if it is drawn finely.
    void keep_for_opening(const Resources& resources);

    const Picture& picture() const { return picture_; }
    const Rect& rect() const { return rect_; }
    Renderer& renderer() { return renderer_; }

private:
    friend void draw_chart_panel(Ui& ui, const Rect& rect);

    void update(const Ui& ui, glm::ivec2 size);
    bool open_with_last_picture(const Resources& resources);
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

    Opening opening_;
    GlTexture opening_texture_;
    std::uint64_t kept_key_ = 0;  // of the picture in opening_.file

    Hit hit_;
    glm::vec2 hit_at_{-1};
    bool hit_stale_ = true;

    bool pressed_ = false;
    bool dragging_ = false;
    std::optional<glm::vec3> clicked_at_;  // the skin under the last click that chose a muscle
    bool clicked_step_ = false;            // the last click made a step that a double-click takes back
    int button_ = 0;
    glm::vec2 press_at_{};
    Camera press_camera_;  // of the view under the last single press
    bool press_on_view_ = false;
    Layout return_to_ = Layout::plate;  // where a double-click on the large view leads
};

void draw_chart_panel(Ui& ui, const Rect& rect);

}  // namespace myomap
