#include "ui/panels/export_preview.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "chart/message_words.h"
#include "ui/panels/chart_panel.h"
#include "ui/widgets.h"

namespace myomap {

void ExportPreview::render(Ui& ui, const Exporter& exporter, const ChartExport& request, glm::ivec2 room) {
    failed_.clear();
    try {
        const Image image = preview_chart(ui.context, ui.chart.renderer(), exporter, request, room);
        texture_.set(image);
    } catch (const std::exception& error) {
        failed_ = capitalised(words(ui.scene, error)) + ".";
    }
    ui.chart.invalidate();
}

void ExportPreview::draw(Ui& ui, const Rect& box, const Exporter& exporter, const ChartExport& request) {
    const Colors& c = ui.colors();
    const glm::ivec2 room(static_cast<int>(box.width), static_cast<int>(box.height));
    // A format that is no picture is a text about one.
    const Exporter& seen = exporter.preview ? exporter : *exporters().front();
    Form form{ui.document(),
              &seen,
              seen.takes_pixels ? request.size : glm::ivec2(0),
              seen.takes_paper ? request.paper : Paper::a4,
              seen.takes_paper && request.landscape,
              seen.takes_wording ? request.wording : std::nullopt,
              seen.takes_paper ? request.letterhead : nullptr,
              ui.scene.atlas.language,
              room};
    if (form != shown_) {
        if (ui.chart.drawing_finely()) {
            ChartExport small = request;
            small.document = form.document;
            render(ui, seen, small, room);
            shown_ = asked_ = std::move(form);
        } else if (form != asked_) {
            asked_ = std::move(form);
            ui.chart.invalidate();  // so that there is a fine picture to come
        }
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({box.x, box.y}, {box.x + box.width, box.y + box.height}, c.hover, ui.px(8));
    if (!failed_.empty()) {
        draw_text(ui, list, {box.x + ui.px(12), box.y + ui.px(12)}, Face::small, c.quiet, failed_,
                  box.width - ui.px(24));
        return;
    }
    if (texture_.empty()) return;
    const glm::vec2 size =
        glm::vec2(texture_.size()) * std::min({1.f, box.width / static_cast<float>(texture_.size().x),
                                               box.height / static_cast<float>(texture_.size().y)});
    const ImVec2 low{std::round(box.x + (box.width - size.x) / 2), std::round(box.y + (box.height - size.y) / 2)};
    texture_.draw(list, low, low + ImVec2{size.x, size.y});
    list.AddRect(low, low + ImVec2{size.x, size.y}, c.line);
}

}  // namespace myomap
