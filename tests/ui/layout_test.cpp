// The window at every size: nothing lies over its neighbour, no word of the bar is cut, warning signs are there.

#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>

#include "base/atomic_file.h"
#include "offscreen_ui.h"
#include "ui/keys.h"
#include "ui/modes/explore.h"
#include "ui/panels/card_panel.h"
#include "ui/panels/chart_panel.h"
#include "ui/panels/help_overlay.h"
#include "ui/panels/status_line.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/tree_panel.h"
#include "ui/scale.h"
#include "ui/shell.h"
#include "ui/widgets.h"
#include "ui/window.h"

namespace myomap {
namespace {

using Shown = Items::Shown;

// One control may lie on another that it is part of: a button in its field.
bool belongs(const Shown& a, const Shown& b) {
    return a.what.starts_with(b.what + "/") || b.what.starts_with(a.what + "/");
}

bool overlap(const Rect& a, const Rect& b) {
    return std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x) > 1 &&
           std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y) > 1;
}

// What is wrong with the frame that was just drawn, in words; "" for nothing. The tree's own words wrap.
std::string faults(const Items& items) {
    std::string said;
    const auto& shown = items.shown();
    for (const Shown& one : shown)
        if (one.text && one.cut && (one.pane == "top" || one.pane == "status" || one.pane == "tree"))
            said += "cut in " + one.pane + ": " + one.what + "\n";
    for (size_t i = 0; i < shown.size(); ++i)
        for (size_t k = 0; k < i; ++k) {
            const Shown &a = shown[i], &b = shown[k];
            if (a.text != b.text || !overlap(a.rect, b.rect)) continue;
            // Texts of a list may be scrolled under the edge of their pane; those of one pane never meet.
            if (a.text ? a.pane == b.pane : !belongs(a, b)) said += a.what + " lies over " + b.what + "\n";
        }
    return said;
}

class Walk : public OffscreenUi {
public:
    Walk() : OffscreenUi({3840, 2160}) { items.watch(true); }

    void at(glm::ivec2 size, float wanted) {
        platform.resize(size);
        state.scale_wanted = wanted;
        const float scale = fitting_scale(wanted, size);
        if (scale == look.scale) return;
        look.scale = scale;
        const Resources& r = context.resources;
        build_fonts(look, {r.text_font(), r.semibold_font(), r.icon_font()}, "");
        platform.use(look, look.theme);
    }
    // All but the chart, which would take most of the time.
    void draw_around_the_chart(glm::vec2 size) {
        draw(2, [&] {
            state.focus.begin_frame();
            for (const PanelSide side : {PanelSide::left, PanelSide::right})
                if (modes.panel(side)->wants_to_open(ui)) open_panel(ui, side);
            const ShellLayout l = shell.layout(ui, size);
            draw_top_bar(ui, l.top);
            if (l.left.width > 0) modes.panel(PanelSide::left)->draw(ui, l.left);
            if (l.right.width > 0) modes.panel(PanelSide::right)->draw(ui, l.right);
            if (l.strip.height > 0) modes.panel(PanelSide::right)->draw_strip(ui, l.strip);
            draw_status_line(ui, l.status);
            state.focus.end_frame();
        });
    }
};

constexpr std::array<glm::ivec2, 5> sizes{{{800, 600}, {1024, 768}, {1280, 800}, {1920, 1080}, {3840, 2160}}};
constexpr std::array scales{1.f, 1.5f, 2.f, 3.f};

template <class Body>
void walk(Walk& window, Body body) {
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const glm::ivec2 size : sizes)
            for (const float scale : scales) {
                SCOPED_TRACE(std::string(to_text(language)) + " " + std::to_string(size.x) + " at " + percent(scale));
                window.at(size, scale);
                body(size);
            }
    }
}

TEST(Layout, NothingLiesOverItsNeighbourAtAnySize) {
    Walk window;
    walk(window, [&](glm::ivec2 size) {
        for (const bool right : {false, true}) {
            window.state.last_opened = right ? PanelSide::right : PanelSide::left;
            window.ui.act([&](Document& d) { return clear_selection(d); });
            window.state.notice = window.scene.phrase("Shown at {}: no room for {}", {percent(1.25f), percent(3)});
            window.draw_around_the_chart(size);
            EXPECT_EQ(faults(window.items), "");
            window.ui.act([&](Document& d) { return select_symptom(d, window.scene, "temporal_headache"); });
            window.draw_around_the_chart(size);
            EXPECT_EQ(faults(window.items), "");
        }
        ASSERT_NE(window.items.find("top/export"), nullptr);
    });
}

// A switch of five modes, with French words in every language.
TEST(Layout, FiveModesFoldAsThereIsRoom) {
    Walk window;
    std::vector<ModeEntry> modes;
    for (const char* name : {"Explorer", "Expliquer", "Trouver", "Dossier", "\u00c9tudier"}) {
        modes.push_back(explore_mode());
        modes.back().id = modes.back().name = name;
    }
    window.modes = Modes(std::move(modes), built_in_tools());
    walk(window, [&](glm::ivec2 size) {
        window.draw_around_the_chart(size);
        EXPECT_EQ(faults(window.items), "");
    });
    const auto there = [&](const char* name) { return window.items.find(name) != nullptr; };
    window.at({1280, 800}, 1);
    window.draw_around_the_chart({1280, 800});
    EXPECT_TRUE(there("mode/Trouver") && there("top/more") && there("body/female"));
    window.at({800, 600}, 1);
    window.draw_around_the_chart({800, 600});
    EXPECT_FALSE(there("mode/Trouver") || there("language/fr"));
    EXPECT_TRUE(there("mode") && there("top/more") && there("top/export") && there("side/both"));
}

TEST(Layout, TheViewsOfOneLargeViewFitAboveIt) {
    Walk window;
    window.ui.act([&](Document& d) { return show_standard_view(d, window.scene, StandardView::anterior); });
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const float width : {400.f, 520.f, 700.f}) {
            window.at({800, 600}, 1);
            window.draw(2, [&] { draw_chart_panel(window.ui, {0, 0, width, 500}); });
            EXPECT_EQ(faults(window.items), "") << width;
            const Rect* snap = window.items.find("view/snap");
            ASSERT_NE(snap, nullptr) << width;
            EXPECT_LE(snap->x + snap->width, width);
            EXPECT_LE(snap->y + snap->height, window.chart.rect().y);
        }
    }
}

TEST(Layout, AShortHintStandsInAFieldThatHasNoRoomForTheLongOne) {
    Walk window;
    window.at({800, 600}, 1);
    for (const float width : {300.f, 150.f}) {
        std::string text;
        window.draw(1, [&] {
            begin_pane(window.ui, "field", {0, 0, 400, 100}, 0, 0);
            text_field(window.ui, "search", text, {"Muscle, symptom, region", "Search"}, width);
            end_pane();
        });
        const auto hint = std::ranges::find(window.items.shown(), true, &Shown::text);
        ASSERT_NE(hint, window.items.shown().end());
        EXPECT_EQ(hint->what, width > 200 ? "Muscle, symptom, region" : "Search");
        EXPECT_FALSE(hint->cut);
    }
}

TEST(Layout, NoNameOfAMuscleIsCut) {
    Walk window;
    window.at({1280, 2160}, 1);
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const Region& region : window.scene.atlas.regions) {
            const auto first = std::ranges::find(window.scene.atlas.muscles, region.id, &Muscle::region) -
                               window.scene.atlas.muscles.begin();
            window.ui.act([&](Document& d) { return select_muscle(d, window.scene, static_cast<int>(first)); });
            for (int i = 0; i < 2; ++i) window.draw_around_the_chart({1280, 2160});
            EXPECT_EQ(faults(window.items), "") << region.id;
        }
    }
}

// In a narrow column of the plate left and right can be told apart, also where both words begin alike.
TEST(Layout, TitlesOfTheSmallPlateAreNotCutInFrench) {
    Walk window;
    window.at({800, 600}, 1);
    window.context.set_language(Language("fr"));
    const ShellLayout l = window.shell.layout(window.ui, {800, 600});
    ASSERT_GT(l.left.width, 0);
    window.draw(1, [&] { draw_chart_panel(window.ui, l.chart); });
    ASSERT_EQ(window.chart.picture().views.size(), 4u);
    for (const PictureView& view : window.chart.picture().views)
        EXPECT_EQ(view.title.find("\u2026"), std::string::npos) << view.title;
    window.context.set_language(Language());
}

// Every row of the page of keys, from its top to its end by the keys that scroll it.
TEST(Layout, ThePageOfKeysIsWholeAndCanBeScrolled) {
    Walk window;
    const auto draw = [&] {
        window.draw(2, [&] {
            window.state.focus.begin_frame();
            draw_help_overlay(window.ui);
            window.state.focus.end_frame();
        });
    };
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const auto& [size, scale] :
             {std::pair{glm::ivec2{800, 600}, 1.f}, std::pair{glm::ivec2{1000, 750}, 1.25f}}) {
            SCOPED_TRACE(std::string(to_text(language)) + " at " + percent(scale));
            window.at(size, scale);
            window.state.overlay = Overlay::help;
            draw();
            press_key(window.ui, *parse_key("home"));
            draw();
            std::set<std::string> seen;
            for (int page = 0; page < 8; ++page) {
                for (const Shown& one : window.items.shown()) {
                    if (!one.text) continue;
                    EXPECT_FALSE(one.cut) << one.what;
                    seen.insert(one.what);
                }
                press_key(window.ui, *parse_key(page % 2 ? "pagedown" : "down"));
                draw();
            }
            for (const KeyBinding& binding : key_page(window.ui))
                EXPECT_TRUE(seen.contains(std::string(window.ui.say(binding.what)))) << binding.what;
            EXPECT_EQ(seen.contains("Espace"), language == Language("fr"));
            EXPECT_EQ(faults(window.items), "");
            press_key(window.ui, *parse_key("end"));
            draw();
            const auto shows = [&](std::string_view words) {
                return std::ranges::any_of(window.items.shown(), [&](const Shown& one) { return one.what == words; });
            };
            EXPECT_FALSE(shows(window.ui.say("Views")));
            for (const char* key : {"up", "pageup", "home"}) press_key(window.ui, *parse_key(key)), draw();
            EXPECT_TRUE(shows(window.ui.say("Views")));
        }
    }
}

TEST(Layout, LongWordsGoOnInFurtherRows) {
    Walk window;
    window.at({800, 600}, 1);
    const std::array segments{Segment{"a", nullptr, "Muskelgruppenverzeichnis", "", ""},
                              Segment{"b", nullptr, "Beschwerdebilder", "", ""},
                              Segment{"c", nullptr, "K\u00f6rperregionen", "", ""}};
    float height = 0;
    window.draw(1, [&] {
        begin_pane(window.ui, "tabs", {0, 0, 256, 300}, 0, 0);
        height = segmented_height(window.ui, segments, 256);
        segmented(window.ui, "way", segments, 0, 36, 256, 256);
        end_pane();
    });
    EXPECT_EQ(faults(window.items), "");
    for (const Shown& one : window.items.shown()) {
        EXPECT_FALSE(one.cut) << one.what;
        EXPECT_LE(one.rect.x + one.rect.width, 256.5f) << one.what;
        EXPECT_LE(one.rect.y + one.rect.height, height) << one.what;
    }
}

TEST(Layout, AFoldedBarStillReachesEverything) {
    Walk window;
    window.at({800, 600}, 1);
    window.draw_around_the_chart({800, 600});
    ASSERT_NE(window.items.find("top/more"), nullptr);
    window.state.focus.go("top/more");
    window.state.focus.key(Focus::Key::next, false);
    window.state.focus.key(Focus::Key::previous, false);
    window.state.focus.key(Focus::Key::press, false);
    window.context.set_language(Language("fr"));
    window.draw_around_the_chart({800, 600});
    // The menu lies over the rest; within it nothing does.
    std::string said;
    const auto& shown = window.items.shown();
    for (const Shown& a : shown)
        for (const Shown& b : shown)
            if (&a != &b && a.text && b.text && a.pane.starts_with("##Popup") && a.pane == b.pane &&
                (a.cut || overlap(a.rect, b.rect)))
                said += a.what + " lies over " + b.what + "\n";
    EXPECT_EQ(said, "");
    window.context.set_language(Language());
    for (const char* name : {"scale/larger", "scale/auto", "top/theme", "top/help"})
        EXPECT_NE(window.items.find(name), nullptr) << name;
}

TEST(Scale, IsLoweredWhereTheWindowHasNoRoom) {
    EXPECT_EQ(fitting_scale(1, {800, 600}), 1);
    EXPECT_EQ(fitting_scale(3, {800, 600}), 1);
    EXPECT_EQ(fitting_scale(3, {1280, 800}), 1.25f);
    EXPECT_EQ(fitting_scale(1.3f, {1280, 800}), 1.3f);
    EXPECT_EQ(fitting_scale(3, {3840, 2160}), 3);
    EXPECT_EQ(fitting_scale(1, {500, 400}), scale_steps.front());
    EXPECT_EQ(least_window(3), (glm::ivec2{800, 600}));
    EXPECT_EQ(least_window(0.85f), (glm::ivec2{680, 510}));
}

TEST(Scale, OfAWindowThatIsResizedIsSaid) {
    setenv("SDL_VIDEODRIVER", "offscreen", 1);
    const std::filesystem::path script = std::filesystem::path(MYOMAP_TEST_OUTPUT) / "lowered.script";
    write_file(script, std::string("resize 1280 800\n"
                                   "expect notice \"Shown at 125 %: no room for 200 %\"\n"
                                   "resize 1600 1200\n"
                                   "expect notice \"\"\n"
                                   "resize 300 200\n"
                                   "wait\n"
                                   "expect notice \"Shown at 100 %: no room for 200 %\"\n"));
    WindowOptions options;
    options.size = {1600, 1200};
    options.scale = 2;
    options.language = Language();
    options.script = script;
    options.quit_after_script = true;
    options.use_settings = false;
    EXPECT_EQ(run_window([] { return WindowContent{OffscreenUi::shared_context()}; }, options), 0);
}

TEST(WarningSigns, OpenTheCardInANarrowWindow) {
    Walk window;
    window.at({800, 600}, 1);
    const auto draw = [&] { window.draw_around_the_chart({800, 600}); };
    draw();
    EXPECT_EQ(window.items.find("card"), nullptr);
    window.ui.act([&](Document& d) { return select_symptom(d, window.scene, "temporal_headache"); });
    draw();
    EXPECT_NE(window.items.find("card/red_flags"), nullptr);
    EXPECT_EQ(window.items.find("signs/show"), nullptr);
    // Another panel in its place: they are counted above the chart.
    open_panel(window.ui, PanelSide::left);
    draw();
    EXPECT_EQ(window.items.find("card"), nullptr);
    EXPECT_NE(window.items.find("signs/show"), nullptr);
    // A closed card opens too, in a wide window.
    window.at({1280, 800}, 1);
    window.state.right_open = false;
    const int heel = window.scene.regions->set().find("heel");
    window.ui.act([&](Document& d) { return select_region(d, window.scene, {heel, Side::right}); });
    window.draw_around_the_chart({1280, 800});
    EXPECT_NE(window.items.find("card/red_flags"), nullptr);
}

TEST(WarningSigns, LeaveTheFirstMuscleAboveTheFold) {
    Walk window;
    window.at({1280, 800}, 1);
    const auto draw = [&] { window.draw_around_the_chart({1280, 800}); };
    const auto sees_a_muscle = [&] {
        return std::ranges::any_of(window.items.shown(),
                                   [](const Shown& one) { return !one.text && one.what.starts_with("answer/"); });
    };
    std::string below;
    for (const Language& language : {Language("fr"), Language()}) {
        window.context.set_language(language);
        for (const Symptom& symptom : window.scene.symptoms->symptoms) {
            window.ui.act([&](Document& d) { return select_symptom(d, window.scene, symptom.id); });
            draw();
            if (!sees_a_muscle()) below += symptom.id + " (" + std::string(to_text(language)) + ")\n";
        }
    }
    EXPECT_EQ(below, "");
}

TEST(WarningSigns, OfAnEmergencyAreAlwaysOpenAndTheOthersAreCounted) {
    Walk window;
    window.at({1280, 800}, 1);
    const Symptom& symptom = *window.scene.symptoms->find_symptom("temporal_headache");
    window.ui.act([&](Document& d) { return select_symptom(d, window.scene, symptom.id); });
    window.draw_around_the_chart({1280, 800});
    const auto says = [&](std::string_view text) {
        return std::ranges::any_of(window.items.shown(),
                                   [&](const Shown& one) { return one.text && one.what == text; });
    };
    int others = 0;
    for (const std::string& id : symptom.red_flags) {
        const RedFlag& flag = *window.scene.symptoms->find_red_flag(id);
        EXPECT_EQ(says(flag.in("en")), flag.emergency) << id;
        others += !flag.emergency;
    }
    EXPECT_GT(others, 0);
    EXPECT_TRUE(says("Further warning signs: " + std::to_string(others)));
    window.modes.panel<CardPanel>()->state().flags_open = true;
    window.draw_around_the_chart({1280, 800});
    for (const std::string& id : symptom.red_flags)
        EXPECT_TRUE(says(window.scene.symptoms->find_red_flag(id)->in("en"))) << id;
}

}  // namespace
}  // namespace myomap
