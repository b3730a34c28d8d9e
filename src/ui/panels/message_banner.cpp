#include "ui/panels/message_banner.h"

#include <algorithm>

#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr size_t most_listed = 200;

std::string headline(const Ui& ui, const Problems& problems, bool empty) {
    const std::string file = std::filesystem::path(problems.front().file).filename().string();
    return file + ": " + ui.say_count("{} problems", problems.size()) + "; " +
           std::string(ui.say(empty ? "nothing of it can be shown" : "the rest is open"));
}

}  // namespace

float MessageBanner::height(const Ui& ui) const {
    if (closed_ || ui.context.problems().empty()) return 0;
    return ui.px(details_ ? 216 : 48);
}

void MessageBanner::draw(Ui& ui, const Rect& rect) {
    const Problems problems = ui.context.problems();
    const Colors& c = ui.colors();
    begin_pane(ui, "banner", rect, c.notice_paper, 0, ImGuiWindowFlags_NoScrollbar);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text_centred(ui, list, {rect.x + ui.px(10), rect.y, ui.px(28), ui.px(48)}, Face::icon, c.notice,
                      icon::warning);
    const float details = text_size(ui, Face::strong, ui.say("Hide details")).x + ui.px(28);
    const float room = rect.width - ui.px(44) - details - ui.px(60);
    const std::string text = fit(ui, Face::strong, headline(ui, problems, ui.scene.atlas.muscles.empty()), room);
    draw_text(ui, list, {rect.x + ui.px(44), rect.y + (ui.px(48) - text_size(ui, Face::strong, text).y) / 2},
              Face::strong, c.notice, text);
    ImGui::SetCursorScreenPos({rect.x + rect.width - ui.px(50) - details, rect.y + ui.px(6)});
    if (text_button(ui, "banner/details", nullptr, ui.say(details_ ? "Hide details" : "Details"), ButtonKind::plain))
        details_ = !details_;
    ImGui::SetCursorScreenPos({rect.x + rect.width - ui.px(44), rect.y + ui.px(6)});
    if (icon_button(ui, "banner/close", icon::close, ui.say("Close"), "")) close();
    if (details_) {
        ImGui::SetCursorScreenPos({rect.x + ui.px(44), rect.y + ui.px(50)});
        ImGui::BeginChild("list", {rect.width - ui.px(60), rect.height - ui.px(58)});
        for (size_t i = 0; i < std::min(problems.size(), most_listed); ++i) {
            paragraph(ui, Face::small, c.notice, words(ui.scene, message_of(problems[i])), 0, ui.px(8));
            gap(ui, 6);
        }
        if (problems.size() > most_listed)
            paragraph(ui, Face::small_strong, c.notice,
                      ui.say_count("and {} more; \u201cmyomap check\u201d lists all", problems.size() - most_listed));
        ImGui::EndChild();
    }
    end_pane();
}

}  // namespace myomap
