#include "ui/card_panel.h"

#include <algorithm>
#include <cmath>

#include <SDL.h>

#include "chart/palette.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr std::string_view honesty = "Patterns as commonly drawn; educational, not a diagnosis.";

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string join(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : ", ") + part;
    return all;
}

void heading(const Ui& ui, std::string_view text) {
    gap(ui, 16);
    paragraph(ui, Face::small_strong, ui.colors().quiet, text);
    gap(ui, 6);
}

void fact(const Ui& ui, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    paragraph(ui, Face::small, ui.colors().quiet, name);
    gap(ui, 2);
    paragraph(ui, Face::body, ui.colors().ink, text);
    gap(ui, 10);
}

// Three bars, as many filled as sure: readable without colour.
float draw_confidence(const Ui& ui, ImDrawList& list, ImVec2 at, Confidence confidence, ImU32 color) {
    const int filled = confidence == Confidence::high ? 3 : confidence == Confidence::medium ? 2 : 1;
    const float line = text_size(ui, Face::small, "x").y;
    for (int i = 0; i < 3; ++i) {
        const float height = ui.px(4.f + 3.f * static_cast<float>(i)), x = at.x + static_cast<float>(i) * ui.px(5);
        const ImVec2 low{x, at.y + line - ui.px(2) - height}, high{x + ui.px(4), at.y + line - ui.px(2)};
        if (i < filled)
            list.AddRectFilled(low, high, color, 1);
        else
            list.AddRect(low, high, color, 1);
    }
    const std::string words = capitalised(std::string(to_text(confidence))) + " confidence";
    draw_text(ui, list, {at.x + ui.px(20), at.y}, Face::small, color, words);
    return ui.px(20) + text_size(ui, Face::small, words).x;
}

// The zone's look on the chart in small: solid, or dots on the paper.
void draw_swatch(const Ui& ui, ImDrawList& list, ImVec2 at, ZoneKind kind) {
    const ChartPalette& palette = chart_palette(ui.document().theme);
    const float side = ui.px(14);
    const ImVec2 end = at + ImVec2{side, side};
    if (kind == ZoneKind::essential) {
        list.AddRectFilled(at, end, to_imgui(palette.essential), ui.px(3));
        return;
    }
    const ImU32 color = to_imgui(palette.spillover);
    list.AddRect(at, end, color, ui.px(3));
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 3; ++x)
            list.AddCircleFilled(at + ImVec2{side * (0.25f + 0.25f * static_cast<float>(x)),
                                             side * (0.25f + 0.25f * static_cast<float>(y))},
                                 ui.px(1), color);
}

void point_row(Ui& ui, PointRef ref) {
    const Colors& c = ui.colors();
    const TriggerPoint& point = ui.scene.atlas.point(ref);
    const bool selected = ui.document().point == point.id;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    // What is drawn behind the row needs the row's height, so the row is drawn first, on a channel above.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    gap(ui, 12);
    const float badge = std::max(ui.px(26), text_size(ui, Face::small_strong, point.label).x + ui.px(14));
    const ImVec2 top = ImGui::GetCursorScreenPos();
    list.AddRectFilled({top.x + pad, top.y}, {top.x + pad + badge, top.y + ui.px(26)}, selected ? c.accent : c.hover,
                       ui.px(13));
    draw_text_centred(ui, list, {top.x + pad, top.y, badge, ui.px(26)}, Face::small_strong,
                      selected ? c.on_accent : c.ink, point.label);
    draw_confidence(ui, list, {top.x + pad + badge + ui.px(10), top.y + ui.px(5)}, point.confidence, c.quiet);
    if (point.response == Response::autonomic) {
        const std::string_view words = "Autonomic";
        const float x = at.x + width - pad - text_size(ui, Face::small_strong, words).x;
        draw_text(ui, list, {x, top.y + ui.px(5)}, Face::small_strong, c.quiet, words);
    }
    ImGui::Dummy({0, ui.px(34)});
    const auto text = [&](Face style, ImU32 color, std::string_view words, float indent) {
        paragraph(ui, style, color, words, indent, pad + ui.px(4));
    };
    text(Face::body, c.ink, point.place, pad);
    gap(ui, 8);
    for (const Zone& zone : point.zones) {
        const ImVec2 here = ImGui::GetCursorScreenPos();
        draw_swatch(ui, list, {here.x + pad, here.y + ui.px(3)}, zone.kind);
        text(Face::body, c.ink, capitalised(zone.words), pad + ui.px(22));
        gap(ui, 4);
    }
    if (!point.symptoms.empty()) {
        gap(ui, 4);
        text(Face::small, c.quiet, "Known for: " + join(point.symptoms), pad);
    }
    if (!point.note.empty()) {
        gap(ui, 6);
        text(Face::small, c.quiet, point.note, pad);
    }
    gap(ui, 10);
    ImGui::EndGroup();
    const float height = ImGui::GetItemRectSize().y;
    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(at);
    const ItemState s = item(ui, "point/" + point.id, {width, height});
    const ImVec2 end = at + ImVec2{width, height};
    list.AddRectFilled(at, end, selected ? c.surface : s.hovered ? c.hover : c.surface, ui.px(8));
    list.AddRect(at, end, selected ? c.accent : c.line, ui.px(8), 0, ui.px(selected ? 2 : 1));
    list.ChannelsMerge();
    if (s.pressed) {
        if (selected)  // pressed again: all points of the muscle
            ui.act([&](ChartDocument& d) { return select_muscle(d, ui.scene, ref.muscle); });
        else
            ui.act([&](ChartDocument& d) { return select_point(d, ui.scene, ref); });
    }
    gap(ui, 8);
}

void draw_sources(Ui& ui, const Muscle& muscle) {
    const Colors& c = ui.colors();
    std::vector<std::string> keys = muscle.sources;
    for (const TriggerPoint& point : muscle.trigger_points) {
        keys.insert(keys.end(), point.sources.begin(), point.sources.end());
        for (const Zone& zone : point.zones) keys.insert(keys.end(), zone.sources.begin(), zone.sources.end());
    }
    std::vector<std::string> once;
    for (const auto& key : keys)
        if (std::find(once.begin(), once.end(), key) == once.end()) once.push_back(key);

    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ItemState s = item(ui, "card/sources", {ImGui::GetContentRegionAvail().x - ui.px(4), ui.px(36)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{ImGui::GetItemRectSize().x, ui.px(36)}, c.hover, ui.px(8));
    draw_text_centred(ui, list, {at.x, at.y, ui.px(16), ui.px(36)}, Face::icon, c.quiet,
                      ui.state.sources_open ? icon::down : icon::right);
    const std::string title = "Sources (" + std::to_string(once.size()) + ")";
    draw_text(ui, list, {at.x + ui.px(22), at.y + (ui.px(36) - text_size(ui, Face::small_strong, title).y) / 2},
              Face::small_strong, c.quiet, title);
    if (s.pressed) ui.state.sources_open = !ui.state.sources_open;
    if (!ui.state.sources_open) return;
    gap(ui, 4);
    for (const auto& key : once) {
        const auto found = ui.scene.atlas.sources.find(key);
        if (found == ui.scene.atlas.sources.end()) continue;
        const Source& source = found->second;
        paragraph(ui, Face::small_strong, c.ink, source.title, ui.px(22));
        if (!source.note.empty()) {
            gap(ui, 2);
            paragraph(ui, Face::small, c.quiet, source.note, ui.px(22));
        }
        // Only web addresses: a dataset from a stranger must not open anything else.
        if (source.url.starts_with("https://") || source.url.starts_with("http://")) {
            const ImVec2 here = ImGui::GetCursorScreenPos();
            const float room = ImGui::GetContentRegionAvail().x - ui.px(22) - ui.px(28);
            const std::string shown = fit(ui, Face::small, source.url, room);
            const ImVec2 size = text_size(ui, Face::small, shown);
            ImGui::SetCursorScreenPos({here.x + ui.px(22), here.y});
            const ItemState link = item(ui, "source/" + key, {size.x + ui.px(24), ui.px(28)});
            const float y = here.y + (ui.px(28) - size.y) / 2;
            draw_text(ui, list, {here.x + ui.px(22), y}, Face::small, c.accent, shown);
            draw_text_centred(ui, list, {here.x + ui.px(24) + size.x, here.y, ui.px(22), ui.px(28)}, Face::icon,
                              c.accent, icon::link);
            if (link.hovered) {
                list.AddLine({here.x + ui.px(22), y + size.y}, {here.x + ui.px(22) + size.x, y + size.y}, c.accent);
                tooltip(ui, "Open in the web browser", {}, source.url);
            }
            if (link.pressed && SDL_OpenURL(source.url.c_str()) != 0)
                ui.state.notice = "The web browser can't be opened. The address is " + source.url;
        }
        gap(ui, 10);
    }
}

void draw_muscle(Ui& ui, int index) {
    const Colors& c = ui.colors();
    const Muscle& muscle = ui.scene.atlas.muscles[static_cast<size_t>(index)];
    paragraph(ui, Face::title, c.ink, muscle.name);
    gap(ui, 4);
    paragraph(ui, Face::body, c.quiet, muscle.latin);
    if (!muscle.synonyms.empty()) {
        gap(ui, 4);
        paragraph(ui, Face::small, c.quiet, "Also: " + join(muscle.synonyms));
    }
    if (!muscle.symptoms.empty()) {
        heading(ui, "What patients say");
        paragraph(ui, Face::body, c.ink, capitalised(join(muscle.symptoms)));
    }
    heading(ui, muscle.trigger_points.size() == 1 ? "Trigger point" : "Trigger points");
    for (size_t i = 0; i < muscle.trigger_points.size(); ++i) point_row(ui, {index, static_cast<int>(i)});
    if (muscle.trigger_points.empty())
        paragraph(ui, Face::body, c.quiet, "No trigger point of this muscle is in the dataset.");
    heading(ui, "The muscle");
    fact(ui, "Origin", muscle.origin.words);
    fact(ui, "Insertion", muscle.insertion.words);
    fact(ui, "Action", muscle.action);
    fact(ui, "Nerve", muscle.innervation);
    fact(ui, "Layer", capitalised(std::string(to_text(muscle.layer))));
    fact(ui, "Note", muscle.note);
    draw_sources(ui, muscle);
}

void start_line(const Ui& ui, const char* icon_text, std::string_view title, std::string_view detail) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float side = ui.px(40);
    list.AddRectFilled(at, at + ImVec2{side, side}, c.selected, ui.px(10));
    draw_text_centred(ui, list, {at.x, at.y, side, side}, Face::icon, c.on_selected, icon_text);
    paragraph(ui, Face::strong, c.ink, title, ui.px(54));
    gap(ui, 3);
    paragraph(ui, Face::body, c.quiet, detail, ui.px(54));
    gap(ui, 18);
}

void draw_start(const Ui& ui) {
    const Colors& c = ui.colors();
    paragraph(ui, Face::title, c.ink, "Where does it hurt, and why there?");
    gap(ui, 8);
    paragraph(ui, Face::body, c.quiet,
              "Tight spots in a muscle can send pain to places far from it. Choose a muscle to see where.");
    gap(ui, 24);
    start_line(ui, icon::pointer, "Click the body",
               "An X marks a trigger point. Double-click a view to enlarge and turn it.");
    start_line(ui, icon::search, "Or search",
               "A muscle, a body part, or what the patient says: \u201ctemple\u201d, \u201cstiff neck\u201d.");
    start_line(ui, icon::keyboard, "Or walk through", "Arrow keys go from point to point. F1 shows all keys.");
}

}  // namespace

void draw_card_panel(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "card", rect, c.paper, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    const float pad = ui.px(20), inner = rect.width - 2 * pad;
    const float note_height = text_size(ui, Face::small, honesty, inner).y + ui.px(24);
    const auto muscle = ui.scene.atlas.find_muscle(ui.document().muscle);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    // One child per muscle: each keeps its own place in the scroll, and a new one starts at the top.
    ImGui::BeginChild(muscle ? ui.document().muscle.c_str() : "start",
                      {rect.width - ui.px(2), rect.height - note_height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (muscle)
        draw_muscle(ui, *muscle);
    else
        draw_start(ui);
    ImGui::EndChild();
    ui.items.add("card", rect);
    const float y = rect.y + rect.height - note_height;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, y}, {rect.x + rect.width, y + ui.px(1)}, c.line);
    list.AddRectFilled({rect.x, rect.y}, {rect.x + ui.px(1), rect.y + rect.height}, c.line);
    draw_text(ui, list, {rect.x + pad, y + ui.px(12)}, Face::small, c.quiet, honesty, inner);
    end_pane();
}

}  // namespace myomap
