#include "ui/panels/top_bar.h"

#include <algorithm>
#include <array>
#include <vector>

#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/bar_menus.h"
#include "ui/panels/export_dialog.h"
#include "ui/undo.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

// What goes when the bar is too wide, one after the other.
enum Fold { long_words, layout_words, settings, app_name, languages, export_word, mode_switch, bodies, fold_count };

class Bar {
public:
    Bar(Ui& ui, int folded) : ui_(ui), folded_(folded) {
        const bool labelled = shows(layout_words), in_full = shows(long_words);
        layouts_ = {
            {"plate", icon::plate, labelled ? word("Plate") : "", word("The four sides of the body"), "P"},
            {"head_neck", icon::head, labelled ? word("Head & neck") : "", word("Head and neck, close up"), "H"},
            {"focus", icon::focus, labelled ? word("Focus") : "", word("The views that show the choice best"), "F"},
            {"single", icon::single, labelled ? word("Single") : "", word("One large view that turns"), "1 \u2013 6"}};
        bodies_ = {{"female", icon::female, in_full ? word("Female") : "", word("Female body"), "G"},
                   {"male", icon::male, in_full ? word("Male") : "", word("Male body"), "G"}};
        sides_ = {{"right", nullptr, in_full ? word("Right") : word("R"), word("The patient's right side"), "R"},
                  {"both", nullptr, in_full ? word("Both") : word("R+L"), word("Both sides"), "B"},
                  {"left", nullptr, in_full ? word("Left") : word("L"), word("The patient's left side"), "L"}};
        for (const ModeEntry& mode : ui.modes.all())
            modes_.push_back({mode.id, nullptr, mode.name, "", mode_key(modes_.size())});
        for (const LanguageEntry& one : ui.context.languages.all())
            languages_.push_back({one.language.code(), nullptr, one.label.c_str(), one.name.c_str(), "Ctrl+L"});
    }

    float width() const { return left() + right() + middle() + 2 * ui_.px(16); }

    void draw(const Rect& rect) {
        rect_ = rect;
        y_ = rect.y + (rect.height - ui_.px(36)) / 2;
        draw_left();
        draw_middle();
        draw_right();
    }

private:
    static constexpr const char* name = "Myomap";

    bool shows_sides() const { return ui_.modes.current().chooses_side; }
    bool shows(Fold what) const { return folded_ <= static_cast<int>(what); }
    void at(float x) const { ImGui::SetCursorScreenPos({x, y_}); }
    Rect button(float x, float width) const { return {x, y_, width, ui_.px(36)}; }
    float button_width(std::string_view label) const { return text_size(ui_, Face::strong, label).x + ui_.px(54); }

    // One mode is only named; two and more are a switch, or a menu where there is no room for one.
    float mode_width() const {
        const std::string_view now = ui_.say(ui_.modes.current().name);
        if (modes_.size() < 2)
            return shows(mode_switch) ? ui_.px(14) + text_size(ui_, Face::small_strong, now).x + ui_.px(20) : 0;
        return ui_.px(14) + (shows(mode_switch) ? segmented_width(ui_, modes_) : button_width(now));
    }
    float name_width() const { return shows(app_name) ? text_size(ui_, Face::title, name).x + ui_.px(10) : 0; }
    // Two languages stand side by side; of more the one that is shown, with a menu.
    float language_width() const {
        if (languages_.size() < 2 || !shows(languages)) return 0;
        return ui_.px(8) + (languages_.size() == 2 ? segmented_width(ui_, languages_) : button_width(language_label()));
    }
    std::string_view language_label() const {
        const int now = ui_.context.languages.find(ui_.scene.atlas.language);
        return languages_[static_cast<size_t>(std::max(0, now))].label;
    }
    float export_width() const { return shows(export_word) ? button_width(ui_.say("Export")) : ui_.px(36); }

    float left() const { return ui_.px(14) + ui_.px(28) + name_width() + mode_width() + ui_.px(12) + 2 * ui_.px(36); }
    float middle() const {
        return segmented_width(ui_, layouts_) + (shows(bodies) ? ui_.px(12) + segmented_width(ui_, bodies_) : 0) +
               (shows_sides() ? ui_.px(12) + segmented_width(ui_, sides_) : 0);
    }
    float right() const {
        return language_width() + (shows(settings) ? 4 : 2) * ui_.px(38) + ui_.px(6) + export_width() + ui_.px(14);
    }

    // The classic mark of a trigger point.
    void draw_mark(ImVec2 low) const {
        const Colors& c = ui_.colors();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float side = ui_.px(28), a = ui_.px(9), b = side - ui_.px(9);
        list.AddRectFilled(low, low + ImVec2{side, side}, c.accent, ui_.px(8));
        list.AddLine(low + ImVec2{a, a}, low + ImVec2{b, b}, c.on_accent, ui_.px(3));
        list.AddLine(low + ImVec2{a, b}, low + ImVec2{b, a}, c.on_accent, ui_.px(3));
    }

    void draw_modes(float x) {
        const std::string_view now = ui_.say(ui_.modes.current().name);
        at(x);
        if (modes_.size() < 2) {
            if (!shows(mode_switch)) return;
            const float height = ui_.px(24), width = text_size(ui_, Face::small_strong, now).x + ui_.px(20);
            const Rect pill{x, y_ + ui_.px(6), width, height};
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled({pill.x, pill.y}, {pill.x + width, pill.y + height}, ui_.colors().selected, height / 2);
            draw_text_centred(ui_, list, pill, Face::small_strong, ui_.colors().on_selected, now);
        } else if (shows(mode_switch)) {
            if (const int i = segmented(ui_, "mode", modes_, static_cast<int>(ui_.modes.at())); i >= 0)
                ui_.modes.choose(ui_, static_cast<size_t>(i));
        } else {
            if (text_button(ui_, "mode", icon::down, now, ButtonKind::plain)) ImGui::OpenPopup("modes");
            modes_menu(ui_, button(x, button_width(now)));
        }
    }

    void draw_left() {
        float x = rect_.x + ui_.px(14);
        draw_mark({x, rect_.y + (rect_.height - ui_.px(28)) / 2});
        x += ui_.px(28);
        if (shows(app_name)) {
            const ImVec2 size = text_size(ui_, Face::title, name);
            draw_text(ui_, *ImGui::GetWindowDrawList(), {x + ui_.px(10), rect_.y + (rect_.height - size.y) / 2},
                      Face::title, ui_.colors().ink, name);
        }
        x += name_width();
        const float modes = mode_width();
        draw_modes(x + ui_.px(14));
        x += modes + ui_.px(12);
        at(x);
        const std::string step = words(ui_.scene, undo_message(ui_));
        if (icon_button(ui_, "top/undo", icon::undo,
                        step.empty() ? std::string(ui_.say("Undo")) : ui_.say("Undo: {}", step), "Ctrl+Z",
                        can_undo(ui_)))
            undo(ui_);
        at(x + ui_.px(36));
        if (icon_button(ui_, "top/redo", icon::redo, ui_.say("Redo"), "Ctrl+Shift+Z", can_redo(ui_))) redo(ui_);
    }

    void draw_middle() {
        // In the middle of the window where there is room for that, otherwise of what is left.
        const float low = rect_.x + left() + ui_.px(16), high = rect_.x + rect_.width - right() - ui_.px(16) - middle();
        float x = std::clamp(rect_.x + (rect_.width - middle()) / 2, low, std::max(low, high));
        const Document& d = ui_.document();
        Segment& focus = layouts_[static_cast<size_t>(Layout::focus)];
        focus.enabled = !chosen_muscle(d.selection).empty() || !chosen_region(d.selection).empty() ||
                        !chosen_complaint(d.selection).empty() || !d.drawing.areas.empty() || !d.question.empty();
        if (!focus.enabled) focus.tip = word("Choose a muscle, symptom or region first");
        at(x);
        if (const int i = segmented(ui_, "layout", layouts_, static_cast<int>(d.view.layout)); i >= 0)
            ui_.act([&](Document& doc) { return choose_layout(doc, ui_.scene, static_cast<Layout>(i)); });
        x += segmented_width(ui_, layouts_) + ui_.px(12);
        if (shows(bodies)) {
            at(x);
            if (const int i = segmented(ui_, "body", bodies_, d.view.body == BodyId::adult_female ? 0 : 1); i >= 0)
                ui_.act([&](Document& doc) {
                    return choose_body(doc, i == 0 ? BodyId::adult_female : BodyId::adult_male);
                });
            x += segmented_width(ui_, bodies_) + ui_.px(12);
        }
        if (!shows_sides()) return;
        at(x);
        // As on the anterior view: the patient's right is on the left.
        static constexpr std::array choices{SideChoice::right, SideChoice::both, SideChoice::left};
        const auto side_at = static_cast<int>(std::ranges::find(choices, d.view.side) - choices.begin());
        if (const int i = segmented(ui_, "side", sides_, side_at); i >= 0)
            ui_.act([&](Document& doc) { return choose_side(doc, choices[static_cast<size_t>(i)]); });
    }

    void draw_languages(float x) {
        if (language_width() == 0) return;
        at(x);
        if (languages_.size() == 2) {
            const int now = ui_.context.languages.find(ui_.scene.atlas.language);
            if (const int i = segmented(ui_, "language", languages_, now); i >= 0)
                ui_.state.wanted_language = ui_.context.languages.all()[static_cast<size_t>(i)].language;
            return;
        }
        if (text_button(ui_, "language", icon::down, language_label(), ButtonKind::plain))
            ImGui::OpenPopup("languages");
        languages_menu(ui_, button(x, button_width(language_label())));
    }

    void draw_right() {
        float x = rect_.x + rect_.width - right();
        draw_languages(x);
        x += language_width();
        const auto menu_button = [&](const char* item, const char* icon, std::string_view tip, std::string_view keys,
                                     const char* menu) {
            at(x);
            if (icon_button(ui_, item, icon, tip, keys, true, ImGui::IsPopupOpen(menu))) ImGui::OpenPopup(menu);
            x += ui_.px(38);
            return button(x - ui_.px(38), ui_.px(36));
        };
        show_menu(ui_, menu_button("top/show", icon::eye, ui_.say("What is shown"), "", "show"));
        if (shows(settings)) {
            scale_menu(ui_, menu_button("top/scale", icon::text_size, ui_.say("Size of text and controls"),
                                        "Ctrl +  Ctrl \u2013", "scale"));
            const bool dark = ui_.document().view.theme == Theme::dark;
            at(x);
            if (icon_button(ui_, "top/theme", dark ? icon::sun : icon::moon, ui_.say(dark ? "Light" : "Dark"), "D"))
                ui_.act([&](Document& doc) { return choose_theme(doc, dark ? Theme::light : Theme::dark); });
            at(x + ui_.px(38));
            if (icon_button(ui_, "top/help", icon::help, ui_.say("Keys"), "F1")) ui_.state.overlay = Overlay::help;
            x += 2 * ui_.px(38);
        } else {
            more_menu(ui_, menu_button("top/more", icon::more, ui_.say("More"), "", "more"),
                      {.languages = !shows(languages), .bodies = !shows(bodies)});
        }
        at(x + ui_.px(6));
        if (shows(export_word) ? text_button(ui_, "top/export", icon::download, ui_.say("Export"), ButtonKind::primary)
                               : icon_button(ui_, "top/export", icon::download, ui_.say("Export the chart"), "Ctrl+E"))
            open_export_dialog(ui_);
    }

    Ui& ui_;
    int folded_;
    Rect rect_;
    float y_ = 0;
    std::vector<Segment> layouts_, bodies_, sides_, modes_, languages_;
};

}  // namespace

void draw_top_bar(Ui& ui, const Rect& rect) {
    begin_pane(ui, "top", rect, ui.colors().surface, 0,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    int folded = 0;
    while (folded < fold_count && Bar(ui, folded).width() > rect.width) ++folded;
    Bar(ui, folded).draw(rect);
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x, rect.y + rect.height - ui.px(1)},
                                              {rect.x + rect.width, rect.y + rect.height}, ui.colors().line);
    end_pane();
}

}  // namespace myomap
