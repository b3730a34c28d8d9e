#pragma once
// The talk, a step at a time, over the whole window: the picture that `explain -o steps/` writes, moving from one to
// the next.

#include <optional>
#include <string>
#include <vector>

#include "explain/talk.h"
#include "explain/telling.h"
#include "ui/image_texture.h"
#include "ui/moving_step.h"
#include "ui/panel.h"
#include "ui/panels/handout_dialog.h"
#include "ui/panels/talk_dialog.h"
#include "ui/ui.h"

namespace myomap {

class ExplainPanel : public Panel {
public:
    ExplainPanel() = default;
    ExplainPanel(const ExplainPanel&) = delete;
    ExplainPanel& operator=(const ExplainPanel&) = delete;

    void draw(Ui& ui, const Rect& rect) override;
    // Leaves to where one was.
    bool escape(Ui& ui) override;

    // The talk about what is chosen or drawn now, from its first step, or where it was left if that is the same.
    void begin(Ui& ui);
    // Warning signs are passed one after the other before anything is told.
    void go(Ui& ui, int steps);
    void toggle_asks() { asks_ = !asks_; }
    void toggle_sources() { shows_sources_ = !shows_sources_; }

private:
    // What the picture shows.
    struct Shown {
        std::size_t step = 0;
        glm::ivec2 size{};
        float scale = 0;
        Theme theme = Theme::light;
        Language language;
        bool asks = false;
        bool operator==(const Shown&) const = default;
    };
    Document asked_, about_;  // what was there; that, or an example where it is nothing
    Talk talk_;
    TalkChoice choice_;
    // All that could be told; what is; the same in large type, for the window's size.
    std::vector<ToldStep> all_, told_, steps_;
    std::size_t at_ = 0;
    // Which step that is, while the steps are made anew: of those with this id the how manieth.
    struct Standing {
        std::string id;
        std::size_t nth = 0;
    };
    std::optional<Standing> stay_;
    bool asks_ = false, shows_sources_ = false, signs_passed_ = false;
    Shown wanted_, shown_;  // they differ while the picture moves
    ImageTexture texture_;
    MovingStep moving_;
    std::string failed_;
    TalkDialog talk_dialog_;
    HandoutDialog handout_dialog_;

    void tell_again(Ui& ui);
    void choose(Ui& ui, TalkChoice choice);
    StepPlace place() const;
    void remember_step();
    void return_to_step();
    void render(Ui& ui, const Shown& now);
    // The step was changed and nothing else: goes over to it, where that can be seen.
    void move(Ui& ui, const Rect& rect, const Shown& now);
    void draw_step(Ui& ui, const Rect& rect);
    // True where the user wants to leave.
    bool draw_controls(Ui& ui, const Rect& rect);
    void draw_sources(Ui& ui, const Rect& rect) const;
    void draw_dialogs(Ui& ui);
};

}  // namespace myomap
