#include "ui/panels/card_parts.h"

#include <algorithm>
#include <array>

#include <SDL.h>

#include "base/text.h"
#include "chart/palette.h"
#include "chart/swatch.h"
#include "chart/zone_paint.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/words.h"

namespace myomap {

void heading(const Ui& ui, std::string_view text) {
    gap(ui, 16);
    paragraph(ui, Face::small_strong, ui.colors().quiet, text);
    gap(ui, 6);
}

void fact(const Ui& ui, std::string_view name, std::string_view text) {
    paragraph(ui, Face::small, ui.colors().quiet, name);
    gap(ui, 2);
    paragraph(ui, Face::body, ui.colors().ink, text);
    gap(ui, 10);
}

void bullets(const Ui& ui, const std::vector<ReportItem>& lines) {
    for (const ReportItem& line : lines) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = text_size(ui, Face::body, "x").y;
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.px(5), at.y + height / 2 + 1}, ui.px(2),
                                                    ui.colors().quiet);
        paragraph(ui, Face::body, ui.colors().ink, capitalised(line.text), ui.px(16), ui.px(4));
        gap(ui, 4);
    }
}

void box(const Ui& ui, const BoxLook& look, const std::function<void(float)>& body) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    gap(ui, 10);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float line = text_size(ui, Face::small_strong, "x").y;
    draw_text_centred(ui, list, {top.x + pad - ui.px(2), top.y, ui.px(18), line}, Face::icon, look.ink, look.icon);
    paragraph(ui, Face::small_strong, look.ink, look.title, pad + ui.px(24), pad);
    gap(ui, 6);
    body(pad);
    gap(ui, 10);
    ImGui::EndGroup();
    const ImVec2 end = at + ImVec2{width, ImGui::GetItemRectSize().y};
    list.ChannelsSetCurrent(0);
    if (look.fill) list.AddRectFilled(at, end, look.fill, ui.px(8));
    if (look.border) list.AddRect(at, end, look.border, ui.px(8), 0, ui.px(1));
    list.ChannelsMerge();
}

float draw_confidence(const Ui& ui, ImDrawList& list, ImVec2 at, Confidence confidence, ImU32 color, bool in_words) {
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
    if (!in_words) return ui.px(20);
    const std::string words = capitalised(confidence_words(ui.scene, confidence));
    draw_text(ui, list, {at.x + ui.px(20), at.y}, Face::small, color, words);
    return ui.px(20) + text_size(ui, Face::small, words).x;
}

void draw_swatch(const Ui& ui, ImDrawList& list, ImVec2 at, const ReportZone& zone) {
    const ChartPalette& palette = chart_palette(ui.document().view.theme);
    ImGuiCanvas canvas(list, ui.look, {0, 0});
    draw_swatch(canvas, zone_paint(zone.kind, zone.confidence, palette), {at.x, at.y, ui.px(14), ui.px(14)},
                ui.document().view.style, palette);
}

bool link(Ui& ui, const std::string& name, const char* icon_text, std::string_view words) {
    const Colors& c = ui.colors();
    const float room = ImGui::GetContentRegionAvail().x - ui.px(4), height = ui.px(30);
    const float lead = icon_text ? ui.px(28) : ui.px(10);
    const std::string shown = fit(ui, Face::small_strong, words, room - lead - ui.px(10));
    const ImVec2 text = text_size(ui, Face::small_strong, shown);
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{lead + text.x + ui.px(10), height};
    const ItemState s = item(ui, name, size);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + size, s.hovered ? c.selected : c.surface, ui.px(7));
    list.AddRect(at, at + size, s.hovered ? c.accent : c.line, ui.px(7));
    if (icon_text)
        draw_text_centred(ui, list, {at.x + ui.px(4), at.y, ui.px(22), height}, Face::icon, c.accent, icon_text);
    draw_text(ui, list, {at.x + lead, at.y + (height - text.y) / 2}, Face::small_strong, c.accent, shown);
    if (s.hovered && shown != words) tooltip(ui, words);
    return s.pressed;
}

void muscle_links(Ui& ui, std::string_view name, const std::vector<ReportItem>& muscles) {
    const float start = ImGui::GetCursorScreenPos().x, right = start + ImGui::GetContentRegionAvail().x - ui.px(4);
    float x = start, y = ImGui::GetCursorScreenPos().y;
    std::optional<int> pressed;
    const FocusGroup group(ui, name);
    for (const ReportItem& muscle : muscles) {
        const float width = text_size(ui, Face::small_strong, muscle.text).x + ui.px(20);
        if (x > start && x + width > right) {
            x = start;
            y += ui.px(36);
        }
        ImGui::SetCursorScreenPos({x, y});
        if (link(ui, std::string(name) + "/" + muscle.id, nullptr, muscle.text))
            pressed = ui.scene.atlas.find_muscle(muscle.id);
        x += std::min(width, right - start) + ui.px(6);
    }
    ImGui::SetCursorScreenPos({start, y + ui.px(34)});
    ImGui::Dummy({1, 1});
    if (pressed) ui.act([&](Document& d) { return select_muscle(d, ui.scene, *pressed); });
}

void wording_switch(Ui& ui) {
    static constexpr std::array wordings{
        Segment{"plain", nullptr, word("In plain words"), word("As one tells a patient"), "W"},
        Segment{"clinical", nullptr, word("Clinical"), word("As one writes to a colleague"), "W"}};
    gap(ui, 12);
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    const int i = segmented(ui, "wording", wordings, ui.plain() ? 0 : 1, 34, width, width);
    if (i >= 0) ui.state.wording = static_cast<Wording>(i);
}

namespace {

void draw_source(Ui& ui, const Source& source) {
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
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
        const ItemState open = item(ui, "source/" + source.key, {size.x + ui.px(24), ui.px(28)});
        const float y = here.y + (ui.px(28) - size.y) / 2;
        draw_text(ui, list, {here.x + ui.px(22), y}, Face::small, c.accent, shown);
        draw_text_centred(ui, list, {here.x + ui.px(24) + size.x, here.y, ui.px(22), ui.px(28)}, Face::icon, c.accent,
                          icon::link);
        if (open.hovered) {
            list.AddLine({here.x + ui.px(22), y + size.y}, {here.x + ui.px(22) + size.x, y + size.y}, c.accent);
            tooltip(ui, ui.say("Open in the web browser"), {}, source.url);
        }
        if (open.pressed && SDL_OpenURL(source.url.c_str()) != 0)
            ui.state.notice = ui.say("The web browser can't be opened. The address is {}", source.url);
    }
    gap(ui, 10);
}

// How sure each zone is and what stands behind it.
void zone_confidence(const Ui& ui, const ReportPoint& point) {
    const Colors& c = ui.colors();
    paragraph(ui, Face::small_strong, c.quiet, point.title, ui.px(22));
    gap(ui, 3);
    for (const ReportZone& zone : point.zones) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_swatch(ui, list, {at.x + ui.px(22), at.y + ui.px(2)}, zone);
        paragraph(ui, Face::small, c.ink, capitalised(zone.text), ui.px(44), ui.px(8));
        gap(ui, 1);
        const ImVec2 below = ImGui::GetCursorScreenPos();
        const float width = draw_confidence(ui, list, {below.x + ui.px(44), below.y}, zone.confidence, c.quiet);
        const std::string keys =
            fit(ui, Face::small, " \u00b7 " + join(zone.sources), ImGui::GetContentRegionAvail().x - ui.px(52) - width);
        draw_text(ui, list, {below.x + ui.px(46) + width, below.y}, Face::small, c.quiet, keys);
        gap(ui, 24);
    }
    gap(ui, 4);
}

}  // namespace

void why_fold(Ui& ui, const Report& report, bool& open) {
    const ReportSection& reasons = *report.find(Section::reasons);
    const Colors& c = ui.colors();
    gap(ui, 14);
    rule(ui);
    gap(ui, 4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ItemState s = item(ui, "card/why", {ImGui::GetContentRegionAvail().x - ui.px(4), ui.px(36)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{ImGui::GetItemRectSize().x, ui.px(36)}, c.hover, ui.px(8));
    draw_text_centred(ui, list, {at.x, at.y, ui.px(16), ui.px(36)}, Face::icon, c.quiet,
                      open ? icon::down : icon::right);
    draw_text(ui, list, {at.x + ui.px(22), at.y + (ui.px(36) - text_size(ui, Face::strong, reasons.heading).y) / 2},
              Face::strong, c.ink, reasons.heading);
    if (s.pressed) open = !open;
    if (!open) return;
    gap(ui, 4);
    bool first = true;  // what holds for all of the atlas
    for (const ReportItem& item : reasons.items) {
        const std::string& text = item.confidence ? item.name : item.text;
        paragraph(ui, Face::small, first ? c.ink : c.quiet, text, ui.px(22), ui.px(8));
        if (item.confidence) {
            gap(ui, 2);
            const ImVec2 here = ImGui::GetCursorScreenPos();
            draw_confidence(ui, list, {here.x + ui.px(22), here.y}, *item.confidence, c.quiet);
        }
        gap(ui, item.confidence ? 26 : first ? 12 : 10);
        first = false;
    }
    for (const ReportPoint& point : report.points()) zone_confidence(ui, point);
    const ReportSection* sources = report.find(Section::sources);
    if (!sources) return;
    paragraph(ui, Face::small_strong, c.quiet, sources->heading, ui.px(22));
    gap(ui, 8);
    for (const Source* before = nullptr; const Source& source : sources->sources) {
        if (!before || before->rank != source.rank) {
            paragraph(ui, Face::small, ui.colors().quiet, rank_words(ui.scene, source.rank), ui.px(22));
            gap(ui, 6);
        }
        draw_source(ui, source);
        before = &source;
    }
}

namespace {

void draw_sign(const Ui& ui, std::string_view text, float pad) {
    const Colors& c = ui.colors();
    const ImVec2 here = ImGui::GetCursorScreenPos();
    const float line = text_size(ui, Face::small, "x").y;
    ImGui::GetWindowDrawList()->AddCircleFilled({here.x + pad + ui.px(4), here.y + line / 2 + 1}, ui.px(2), c.notice);
    paragraph(ui, Face::small, c.notice, text, pad + ui.px(12), pad);
    gap(ui, 5);
}

// "Heart: pressure in the chest ..." is the heart.
std::string_view name_of(std::string_view sign) {
    sign = sign.substr(0, sign.find(':'));
    for (const std::string_view blank : {" ", "\u00a0", "\u202f"})
        while (sign.ends_with(blank)) sign.remove_suffix(blank.size());
    return sign;
}

}  // namespace

void emergencies(Ui& ui, const ReportSection& signs, bool& open) {
    const Colors& c = ui.colors();
    gap(ui, 12);
    box(ui, {c.notice_paper, 0, c.notice, icon::warning, signs.heading}, [&](float pad) {
        std::string names;
        for (const ReportItem& sign : signs.items)
            if (sign.emergency) names += (names.empty() ? "" : " \u00b7 ") + std::string(name_of(sign.text));
        if (!open) paragraph(ui, Face::small, c.notice, names, pad, pad);
        for (const ReportItem& sign : signs.items)
            if (open) draw_sign(ui, sign.text, pad);
        gap(ui, 3);
        ImGui::SetCursorScreenPos(ImGui::GetCursorScreenPos() + ImVec2{pad, 0});
        if (link(ui, "card/flags", open ? icon::down : icon::right,
                 ui.say("Warning signs: {}", std::to_string(signs.items.size()))))
            open = !open;
    });
}

void red_flags(Ui& ui, const ReportSection& signs, bool& open) {
    const Colors& c = ui.colors();
    const auto others = std::ranges::count(signs.items, false, &ReportItem::emergency);
    gap(ui, 12);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    box(ui, {c.notice_paper, 0, c.notice, icon::warning, signs.heading}, [&](float pad) {
        for (const ReportItem& sign : signs.items)
            if (sign.emergency) draw_sign(ui, sign.text, pad);
        if (others == 0) return;
        const bool alone = static_cast<size_t>(others) == signs.items.size();
        const std::string count = std::to_string(others);
        ImGui::SetCursorScreenPos(ImGui::GetCursorScreenPos() + ImVec2{pad, 0});
        if (link(ui, "card/flags", open ? icon::down : icon::right,
                 alone ? ui.say("Warning signs: {}", count) : ui.say("Further warning signs: {}", count)))
            open = !open;
        if (!open) return;
        gap(ui, 8);
        for (const ReportItem& sign : signs.items)
            if (!sign.emergency) draw_sign(ui, sign.text, pad);
    });
    const ImVec2 end = ImGui::GetCursorScreenPos();
    // Named even where a long list reaches below the window.
    ui.items.add("card/red_flags", {at.x, at.y, ImGui::GetContentRegionAvail().x, end.y - at.y});
}

}  // namespace myomap
