#pragma once
// Pins words or a symbol to the place that is clicked, or draws an arrow along the skin.

#include <string>
#include <vector>

#include "chart/document.h"
#include "ui/tool.h"

namespace myomap {

class NoteTool : public Tool {
public:
    explicit NoteTool(NoteKind kind) : kind_(kind) {}

    bool press(Ui& ui, const Pointer& pointer) override;
    bool drag(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;
    void overlay(Ui& ui, const Picture& picture, Canvas& canvas) override;
    bool escape(Ui& ui) override;
    bool holds_views() const override { return drawing_; }
    void laid_down(Ui& ui) override;  // what is half typed is not lost

private:
    NoteKind kind_;
    std::vector<SkinAnchor> path_;
    glm::vec2 last_{};  // pixel of the arrow's last place
    int view_ = -1;
    bool drawing_ = false;
    Document before_;
    bool opens_ = false;   // the menu, in the next frame
    glm::vec2 menu_at_{};  // window pixels
    std::string text_;
    bool menu_open_ = false;

    void add(Ui& ui, NoteSymbol symbol);
    void keep_typed(Ui& ui);
    void draw_menu(Ui& ui);
};

}  // namespace myomap
