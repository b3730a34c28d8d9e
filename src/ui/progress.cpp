#include "ui/progress.h"

#include <imgui.h>

#include "ui/widgets.h"

namespace myomap {

void draw_progress(Ui& ui, glm::ivec2 window, int done, int all) {
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const Colors& c = ui.colors();
    const glm::vec2 middle = 0.5f * glm::vec2(window);
    const float width = ui.px(320), height = ui.px(8);
    const Rect words{middle.x - width, middle.y - ui.px(44), 2 * width, ui.px(32)};
    draw_text_centred(ui, list, words, Face::strong, c.ink, ui.say("Laying the atlas onto the body"));
    const ImVec2 from{middle.x - 0.5f * width, middle.y}, to{middle.x + 0.5f * width, middle.y + height};
    const float share = all > 0 ? static_cast<float>(done) / static_cast<float>(all) : 1;
    list.AddRectFilled(from, to, c.line, 0.5f * height);
    list.AddRectFilled(from, {from.x + share * width, to.y}, c.accent, 0.5f * height);
}

}  // namespace myomap
