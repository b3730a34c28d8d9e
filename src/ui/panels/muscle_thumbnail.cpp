#include "ui/panels/muscle_thumbnail.h"

#include <epoxy/gl.h>

#include "chart/compose.h"
#include "chart/muscle_view.h"
#include "chart/palette.h"
#include "ui/imgui_canvas.h"
#include "ui/panels/chart_panel.h"
#include "ui/widgets.h"

namespace myomap {

void draw_muscle_thumbnail(Ui& ui, Thumbnail& kept) {
    if (depth_steps(ui.scene) < 2) return;
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), height = ui.px(140);
    const glm::ivec2 size{static_cast<int>(width), static_cast<int>(height)};
    const Document portrait = muscle_portrait(ui.document());
    gap(ui, 12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (size.x >= 32 && (kept.document != portrait || kept.size != size) && ui.chart.drawing_finely()) {
        const Picture picture =
            compose(ui.scene, portrait, {.pixels = size, .scale = ui.look.scale, .legend = false, .zones = false},
                    ImGuiMeasure(ui.look));
        kept.texture = ui.chart.renderer().render(picture, Quality::fine, Renderer::Slot::thumbnail);
        kept.document = portrait;
        kept.size = size;
    }
    const ItemState s = item(ui, "card/thumbnail", {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end = at + ImVec2{width, height};
    // Until it is drawn its place is kept, so that nothing below it jumps.
    list.AddRectFilled(at, end, to_imgui(chart_palette(ui.document().view.theme).background), ui.px(8));
    if (kept.texture && kept.document == portrait && kept.size == size)
        list.AddImageRounded(reinterpret_cast<ImTextureID>(static_cast<intptr_t>(kept.texture)), at, end, {0, 1},
                             {1, 0}, IM_COL32_WHITE, ui.px(8));
    list.AddRect(at, end, s.hovered ? ui.colors().accent : ui.colors().line, ui.px(8), 0, ui.px(1));
    if (s.hovered) tooltip(ui, ui.say("Show it through the skin"), ui.say("PgDn"));
    const bool glass = ui.document().view.layers == LayerMode::glass;
    if (s.pressed) ui.act([&](Document& d) { return choose_depth(d, ui.scene, glass ? 0 : 1); });
    gap(ui, 4);
}

}  // namespace myomap
