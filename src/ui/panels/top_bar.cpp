#include "ui/panels/top_bar.h"

#include <algorithm>
#include <array>
#include <vector>

#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/layer_bar.h"
#include "ui/scale.h"
#include "ui/undo.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

struct Bar {
    std::vector<Segment> layouts, bodies, sides;
    bool name = true;  // "Myomap" beside the mark
    bool mode = true;
    bool export_word = true;
    bool language_words = true;  // both languages; otherwise a button for the other one
};

// 0 has all the words; each further level leaves some out.
Bar bar_at(int level) {
    Bar bar;
    const bool layout_words = level < 2, short_words = level >= 1;
    bar.layouts = {
        {"plate", icon::plate, layout_words ? word("Plate") : "", word("The four sides of the body"), "P"},
        {"head_neck", icon::head, layout_words ? word("Head & neck") : "", word("Head and neck, close up"), "H"},
        {"focus", icon::focus, layout_words ? word("Focus") : "", word("The views that show the choice best"), "F"},
        {"single", icon::single, layout_words ? word("Single") : "", word("One large view that turns"), "1 \u2013 6"}};
    bar.bodies = {{"female", icon::female, short_words ? "" : word("Female"), word("Female body"), "G"},
                  {"male", icon::male, short_words ? "" : word("Male"), word("Male body"), "G"}};
    bar.sides = {{"right", nullptr, short_words ? word("R") : word("Right"), word("The patient's right side"), "R"},
                 {"both", nullptr, short_words ? word("R+L") : word("Both"), word("Both sides"), "B"},
                 {"left", nullptr, short_words ? word("L") : word("Left"), word("The patient's left side"), "L"}};
    bar.language_words = level < 5;
    bar.export_word = level < 3;
    bar.mode = level < 4;
    bar.name = level < 5;
    return bar;
}

constexpr const char* app_name = "Myomap";

// Side by side while there are few; of more only the next one.
constexpr size_t most_languages_shown = 3;

std::vector<Segment> language_segments(const Ui& ui, const Bar& bar) {
    const auto& all = ui.context.languages.all();
    std::vector<Segment> segments;
    const auto add = [&](const LanguageEntry& one) {
        segments.push_back({one.language.code(), nullptr, one.label.c_str(), one.name.c_str(), "Ctrl+L"});
    };
    if (bar.language_words && all.size() <= most_languages_shown)
        for (const LanguageEntry& one : all) add(one);
    else if (all.size() > 1)
        add(all[static_cast<size_t>(ui.context.languages.find(ui.context.languages.after(ui.scene.atlas.language)))]);
    return segments;
}

float language_width(const Ui& ui, const Bar& bar) {
    const auto segments = language_segments(ui, bar);
    return segments.empty() ? 0 : segmented_width(ui, segments) + ui.px(8);
}

// One mode is only named; two and more are a switch, or a menu where there is no room for one.
std::vector<Segment> mode_segments(const Ui& ui) {
    static constexpr std::array keys{"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"};
    std::vector<Segment> segments;
    for (const ModeEntry& mode : ui.modes.all()) {
        const size_t at = segments.size();
        segments.push_back({mode.id, nullptr, mode.name, "", at < keys.size() ? keys[at] : ""});
    }
    return segments;
}

float mode_width(const Ui& ui, const Bar& bar) {
    const bool alone = ui.modes.all().size() < 2;
    if (alone && !bar.mode) return 0;
    if (!alone && bar.mode) return ui.px(14) + segmented_width(ui, mode_segments(ui));
    const float words = text_size(ui, alone ? Face::small_strong : Face::strong, ui.say(ui.modes.current().name)).x;
    return ui.px(14) + words + ui.px(alone ? 20 : 54);
}

struct Widths {
    float left, middle, right;
};

Widths measure(const Ui& ui, const Bar& bar) {
    const float name = bar.name ? text_size(ui, Face::title, app_name).x + ui.px(10) : 0;
    const float mode = mode_width(ui, bar);
    const float export_width =
        bar.export_word ? text_size(ui, Face::strong, ui.say("Export")).x + ui.px(28) + ui.px(26) : ui.px(36);
    return {ui.px(14) + ui.px(28) + name + mode + ui.px(12) + 2 * ui.px(36),
            segmented_width(ui, bar.layouts) + ui.px(12) + segmented_width(ui, bar.bodies) + ui.px(12) +
                segmented_width(ui, bar.sides),
            language_width(ui, bar) + 4 * ui.px(38) + ui.px(6) + export_width + ui.px(14)};
}

// The classic mark of a trigger point.
void draw_mark(const Ui& ui, ImDrawList& list, ImVec2 at) {
    const Colors& c = ui.colors();
    const float side = ui.px(28), a = ui.px(9), b = side - ui.px(9);
    list.AddRectFilled(at, at + ImVec2{side, side}, c.accent, ui.px(8));
    list.AddLine(at + ImVec2{a, a}, at + ImVec2{b, b}, c.on_accent, ui.px(3));
    list.AddLine(at + ImVec2{a, b}, at + ImVec2{b, a}, c.on_accent, ui.px(3));
}

bool begin_menu(const Ui& ui, const char* name, ImVec2 below, float width) {
    ImGui::SetNextWindowPos({below.x + ui.px(36) - width, below.y + ui.px(42)});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().line);
    const bool open = ImGui::BeginPopup(name, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    return open;
}

void show_menu(Ui& ui, ImVec2 below) {
    const float width = ui.px(264);
    if (!begin_menu(ui, "show", below, width)) return;
    const Document& d = ui.document();
    const float row = width - ui.px(16);
    if (menu_row(ui, "show/spillover", ui.say("Spillover zones"), "S", RowMark::box, d.view.show_spillover, row))
        ui.act(toggle_spillover);
    if (menu_row(ui, "show/area", ui.say("The muscle's own area"), "M", RowMark::box, d.view.show_muscle_area, row))
        ui.act(toggle_muscle_area);
    if (menu_row(ui, "show/labels", ui.say("Labels"), "T", RowMark::box, d.view.show_labels, row))
        ui.act(toggle_labels);
    if (menu_row(ui, "show/points", ui.say("All trigger points"), "X", RowMark::box, d.view.show_all_points, row))
        ui.act(toggle_all_points);
    ImGui::EndPopup();
}

void scale_menu(Ui& ui, ImVec2 below) {
    const float width = ui.px(232);
    if (!begin_menu(ui, "scale", below, width)) return;
    const float row = width - ui.px(16);
    if (menu_row(ui, "scale/auto", ui.say("From the display"), "Ctrl+0", RowMark::choice, ui.state.scale_choice == 0,
                 row))
        ui.state.scale_choice = 0;
    for (const float step : scale_steps) {
        const std::string percent = std::to_string(static_cast<int>(step * 100 + 0.5f));
        if (menu_row(ui, "scale/" + percent, percent + " %", "", RowMark::choice, ui.state.scale_choice == step, row))
            ui.state.scale_choice = step;
    }
    ImGui::EndPopup();
}

void draw_modes(Ui& ui, const Bar& bar, ImVec2 at) {
    const std::span<const ModeEntry> modes = ui.modes.all();
    const std::string_view name = ui.say(ui.modes.current().name);
    at.x += ui.px(14);
    ImGui::SetCursorScreenPos(at);
    if (modes.size() < 2) {
        if (!bar.mode) return;
        const float height = ui.px(24), width = text_size(ui, Face::small_strong, name).x + ui.px(20);
        const Rect pill{at.x, at.y + ui.px(6), width, height};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({pill.x, pill.y}, {pill.x + width, pill.y + height}, ui.colors().selected, height / 2);
        draw_text_centred(ui, list, pill, Face::small_strong, ui.colors().on_selected, name);
    } else if (bar.mode) {
        if (const int i = segmented(ui, "mode", mode_segments(ui), static_cast<int>(ui.modes.at())); i >= 0)
            ui.modes.choose(ui, static_cast<size_t>(i));
    } else {
        if (text_button(ui, "mode", icon::down, name, ButtonKind::plain)) ImGui::OpenPopup("modes");
        const float width = ui.px(220);
        if (!begin_menu(ui, "modes", {at.x + width - ui.px(36), at.y}, width)) return;
        for (size_t i = 0; i < modes.size(); ++i)
            if (menu_row(ui, "mode/" + std::string(modes[i].id), ui.say(modes[i].name), mode_segments(ui)[i].keys,
                         RowMark::choice, i == ui.modes.at(), width - ui.px(16))) {
                ui.modes.choose(ui, i);
                ImGui::CloseCurrentPopup();
            }
        ImGui::EndPopup();
    }
}

}  // namespace

void draw_top_bar(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "top", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    int level = 0;
    Bar bar = bar_at(level);
    Widths widths = measure(ui, bar);
    while (level < 5 && widths.left + widths.middle + widths.right + 2 * ui.px(16) > rect.width) {
        bar = bar_at(++level);
        widths = measure(ui, bar);
    }
    const float y = rect.y + (rect.height - ui.px(36)) / 2;
    float x = rect.x + ui.px(14);
    draw_mark(ui, list, {x, rect.y + (rect.height - ui.px(28)) / 2});
    x += ui.px(28);
    if (bar.name) {
        const ImVec2 size = text_size(ui, Face::title, app_name);
        draw_text(ui, list, {x + ui.px(10), rect.y + (rect.height - size.y) / 2}, Face::title, c.ink, app_name);
        x += ui.px(10) + size.x;
    }
    draw_modes(ui, bar, {x, y});
    x += mode_width(ui, bar);
    x += ui.px(12);
    ImGui::SetCursorScreenPos({x, y});
    const std::string step = words(ui.scene, undo_message(ui));
    if (icon_button(ui, "top/undo", icon::undo, step.empty() ? std::string(ui.say("Undo")) : ui.say("Undo: {}", step),
                    "Ctrl+Z", can_undo(ui))) {
        undo(ui);
    }
    ImGui::SetCursorScreenPos({x + ui.px(36), y});
    if (icon_button(ui, "top/redo", icon::redo, ui.say("Redo"), "Ctrl+Shift+Z", can_redo(ui))) {
        redo(ui);
    }

    // In the middle of what is left, or of the window where there is room for that.
    const float low = rect.x + widths.left + ui.px(16),
                high = rect.x + rect.width - widths.right - ui.px(16) - widths.middle;
    x = std::clamp(rect.x + (rect.width - widths.middle) / 2, low, std::max(low, high));
    const Document& d = ui.document();
    Segment& focus = bar.layouts[static_cast<size_t>(Layout::focus)];
    focus.enabled = !chosen_muscle(d.selection).empty() || !chosen_region(d.selection).empty() ||
                    !chosen_complaint(d.selection).empty();
    if (!focus.enabled) focus.tip = word("Choose a muscle, symptom or region first");
    ImGui::SetCursorScreenPos({x, y});
    if (const int i = segmented(ui, "layout", bar.layouts, static_cast<int>(d.view.layout)); i >= 0)
        ui.act([&](Document& doc) { return choose_layout(doc, ui.scene, static_cast<Layout>(i)); });
    x += segmented_width(ui, bar.layouts) + ui.px(12);
    ImGui::SetCursorScreenPos({x, y});
    if (const int i = segmented(ui, "body", bar.bodies, d.view.body == BodyId::adult_female ? 0 : 1); i >= 0)
        ui.act([&](Document& doc) { return choose_body(doc, i == 0 ? BodyId::adult_female : BodyId::adult_male); });
    x += segmented_width(ui, bar.bodies) + ui.px(12);
    ImGui::SetCursorScreenPos({x, y});
    // As on the anterior view: the patient's right is on the left.
    static constexpr std::array sides{SideChoice::right, SideChoice::both, SideChoice::left};
    const auto side_at = static_cast<int>(std::find(sides.begin(), sides.end(), d.view.side) - sides.begin());
    if (const int i = segmented(ui, "side", bar.sides, side_at); i >= 0)
        ui.act([&](Document& doc) { return choose_side(doc, sides[static_cast<size_t>(i)]); });

    x = rect.x + rect.width - widths.right;
    ImGui::SetCursorScreenPos({x, y});
    const std::vector<Segment> languages = language_segments(ui, bar);
    const Language& shown = ui.scene.atlas.language;
    const int at_language = languages.size() > 1 ? ui.context.languages.find(shown) : -1;
    if (const int i = languages.empty() ? -1 : segmented(ui, "language", languages, at_language); i >= 0)
        ui.state.wanted_language = languages.size() > 1 ? ui.context.languages.all()[static_cast<size_t>(i)].language
                                                        : ui.context.languages.after(shown);
    x += language_width(ui, bar);
    const auto next = [&] {
        ImGui::SetCursorScreenPos({x, y});
        x += ui.px(38);
        return ImVec2{x - ui.px(38), y};
    };
    ImVec2 at = next();
    if (icon_button(ui, "top/show", icon::eye, ui.say("What is shown"), "", true, ImGui::IsPopupOpen("show")))
        ImGui::OpenPopup("show");
    show_menu(ui, at);
    at = next();
    if (icon_button(ui, "top/scale", icon::text_size, ui.say("Size of text and controls"), "Ctrl +  Ctrl \u2013", true,
                    ImGui::IsPopupOpen("scale")))
        ImGui::OpenPopup("scale");
    scale_menu(ui, at);
    next();
    const bool dark = d.view.theme == Theme::dark;
    if (icon_button(ui, "top/theme", dark ? icon::sun : icon::moon, ui.say(dark ? "Light" : "Dark"), "D"))
        ui.act([&](Document& doc) { return choose_theme(doc, dark ? Theme::light : Theme::dark); });
    next();
    if (icon_button(ui, "top/help", icon::help, ui.say("Keys"), "F1")) ui.state.overlay = Overlay::help;
    x += ui.px(6);
    next();
    if (bar.export_word ? text_button(ui, "top/export", icon::download, ui.say("Export"), ButtonKind::primary)
                        : icon_button(ui, "top/export", icon::download, ui.say("Export the chart"), "Ctrl+E"))
        open_export_dialog(ui);
    list.AddRectFilled({rect.x, rect.y + rect.height - ui.px(1)}, {rect.x + rect.width, rect.y + rect.height}, c.line);
    end_pane();
}

void draw_status_line(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "status", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, rect.y}, {rect.x + rect.width, rect.y + ui.px(1)}, c.line);
    ImGui::SetCursorScreenPos({rect.x + ui.px(4), rect.y + ui.px(1)});
    const auto toggle = [&](bool& open, PanelSide which) {
        open = !open;
        if (open) ui.state.last_opened = which;
    };
    if (icon_button(ui, "status/left", icon::left_panel, ui.say("Search and lists"), "[", true, false, 36,
                    ui.state.left_open))
        toggle(ui.state.left_open, PanelSide::left);
    ImGui::SetCursorScreenPos({rect.x + rect.width - ui.px(40), rect.y + ui.px(1)});
    if (icon_button(ui, "status/right", icon::right_panel, ui.say("Card"), "]", true, false, 36, ui.state.right_open))
        toggle(ui.state.right_open, PanelSide::right);

    const bool single = ui.document().view.layout == Layout::single;
    const std::string_view hints =
        ui.say(single ? "Drag turns  \u00b7  Shift-drag moves  \u00b7  Wheel zooms  \u00b7  Double-click goes back"
                      : "Right-click: what is under here  \u00b7  \u2190 \u2192 trigger points  \u00b7  \u2191 \u2193 "
                        "muscles  \u00b7  F1 keys");
    const ImVec2 hint_size = text_size(ui, Face::small, hints);
    const float left = rect.x + ui.px(52), end = rect.x + rect.width - ui.px(52);
    const float right = end - draw_layer_bar(ui, {left, rect.y, end - left, rect.height}) - ui.px(12);
    const std::string& text = ui.state.status.empty() ? ui.state.notice : ui.state.status;
    const float middle = rect.y + (rect.height - hint_size.y) / 2;
    const float text_width = text_size(ui, Face::small_strong, text).x;
    const bool hints_fit = left + text_width + ui.px(32) + hint_size.x < right;
    draw_text(ui, list, {left, middle}, Face::small_strong, c.ink, fit(ui, Face::small_strong, text, right - left));
    if (hints_fit) draw_text(ui, list, {right - hint_size.x, middle}, Face::small, c.quiet, hints);
    end_pane();
}

}  // namespace myomap
