#pragma once
// Paints pain areas on the skin, or erases what was painted. A stroke follows the skin; where the pointer leaves it, or
// goes over to another limb, the stroke ends and another one begins.

#include <optional>
#include <vector>

#include "chart/document.h"
#include "ui/tool.h"

namespace myomap {

class BrushTool : public Tool {
public:
    explicit BrushTool(bool erases) : erases_(erases) {}

    bool press(Ui& ui, const Pointer& pointer) override;
    bool drag(Ui& ui, const Pointer& pointer) override;
    bool release(Ui& ui, const Pointer& pointer) override;
    bool wheel(Ui& ui, const Pointer& pointer) override;
    bool hover(Ui& ui, const Pointer& pointer) override;
    void overlay(Ui& ui, const Picture& picture, Canvas& canvas) override;
    bool holds_views() const override { return drawing_; }
    bool escape(Ui& ui) override;  // takes back the stroke that is being drawn

private:
    bool erases_;
    bool drawing_ = false;
    bool erasing_ = false;         // this stroke; with Alt the brush erases too
    ItemId only_ = 0;              // that is erased from; 0: whatever is touched
    int view_ = -1;                // that it began in: it doesn't go on in another one
    glm::vec2 last_{};             // pixel of the last sample
    std::optional<SkinPoint> on_;  // where that lies; none where it is off the body
    Document before_;
    std::vector<BrushStroke> open_;  // none or one: the stroke that grows
    SharedList<BrushStroke> done_;   // of this sweep
    std::optional<glm::vec2> ring_;  // where the brush would paint
    float ring_px_ = 0;

    void sample(Ui& ui, const Pointer& pointer, glm::vec2 pixel);
    void close_stroke();
    void show(Ui& ui);
};

// The chosen finding whose examination the brush paints now, or 0.
ItemId felt_of(const Ui& ui);

// One step thicker or thinner.
void step_radius(Ui& ui, int step);

}  // namespace myomap
